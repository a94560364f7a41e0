#include "load/load_survey.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "base/loose_text.h"
#include "load/read_answers.h"
#include "load/survey_answer.h"
#include "load/survey_columns.h"

namespace stagecraft {
namespace {

bool is_empty(const Node& cell) {
  return without_outer_blanks(cell.scalar).empty();
}

/// Reads the records of one survey whose columns are known.
class SurveyReader {
 public:
  SurveyReader(const ReadContext& context, const MaturityModel& model,
               const std::vector<SurveyColumn>& columns, Assessment& assessment);

  void read_row(const Node& row);

 private:
  struct AskedColumn {
    const Question* question = nullptr;
    SurveyAnswer answer;
  };

  void read_about(RespondentColumn column, const Member& member, Respondent& respondent) const;
  void check_only_row(const Node& row);

  ReadContext context_;
  const std::vector<SurveyColumn>& columns_;
  Assessment& assessment_;
  AnswerReader answers_;
  std::map<QuestionIndex, AskedColumn> asked_;
  std::map<RespondentId, std::size_t> rows_;  // where each respondent's row begins
};

SurveyReader::SurveyReader(const ReadContext& context, const MaturityModel& model,
                           const std::vector<SurveyColumn>& columns, Assessment& assessment)
    : context_(context),
      columns_(columns),
      assessment_(assessment),
      answers_(context, model, assessment.date, assessment.teams) {
  for (const SurveyColumn& column : columns)
    if (const auto* index = std::get_if<QuestionIndex>(&column)) {
      const Question& question = model.questions[*index];
      asked_.emplace(*index, AskedColumn{&question, SurveyAnswer(model, question)});
    }
}

void SurveyReader::read_about(RespondentColumn column, const Member& member,
                              Respondent& respondent) const {
  const Node& cell = member.value;
  const std::optional<std::string> text = read_text(context_, cell, member.key);
  if (!text) return;
  const std::string_view words = without_outer_blanks(*text);
  switch (column) {
    case RespondentColumn::respondent:
      if (!slug_text(words).empty()) respondent.id = RespondentId(id_from(words, "r"));
      break;
    case RespondentColumn::role:
      respondent.role = words;
      break;
    case RespondentColumn::group:
      if (slug_text(words).empty())
        context_.error(cell, fmt::format("the group '{}' has no letter and no digit", words));
      respondent.group = GroupId(id_from(words, "group"));
      break;
    case RespondentColumn::date:
      respondent.date = parse_date(words);
      if (!respondent.date)
        context_.error(cell, "'date' must be a date such as 2026-09-15 or 2026-09");
      break;
  }
}

void SurveyReader::check_only_row(const Node& row) {
  const RespondentId& id = assessment_.respondents.back().id;
  const auto [earlier, is_new] = rows_.emplace(id, row.offset);
  if (is_new) return;
  context_.error(row, fmt::format("'{}' has two rows", id.text()),
                 {fmt::format("the first is line {}",
                              context_.document.source->place_of(earlier->second).line)});
}

void SurveyReader::read_row(const Node& row) {
  const auto is_blank = [](const Member& member) { return is_empty(member.value); };
  if (std::all_of(row.members.begin(), row.members.end(), is_blank)) return;
  Respondent respondent;
  respondent.id = RespondentId(fmt::format("r{}", assessment_.respondents.size() + 1));
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Node& cell = row.members[i].value;
    if (is_empty(cell)) continue;
    if (const auto* about = std::get_if<RespondentColumn>(&columns_[i]))
      read_about(*about, row.members[i], respondent);
    const auto* index = std::get_if<QuestionIndex>(&columns_[i]);
    if (!index) continue;
    const AskedColumn& asked = asked_.at(*index);
    const std::optional<Node> written = asked.answer.as_written(context_, cell);
    if (!written) continue;
    if (auto answer = answers_.read_alone(*written, *asked.question))
      respondent.answers.emplace(asked.question->id, std::move(*answer));
  }
  assessment_.respondents.push_back(std::move(respondent));
  check_only_row(row);
}

Date latest_date(const std::vector<Respondent>& respondents) {
  Date latest;
  for (const Respondent& respondent : respondents)
    if (respondent.date) latest = std::max(latest, *respondent.date);
  return latest;
}

}  // namespace

std::string id_from(std::string_view text, const std::string& kind) {
  const std::string slug = slug_text(text);
  if (slug.empty()) return kind;
  return '0' <= slug.front() && slug.front() <= '9' ? kind + "-" + slug : slug;
}

std::optional<Assessment> load_survey(const CsvDocument& survey, const MaturityModel& model,
                                      const SurveyHead& head, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  const auto columns = survey_columns(survey, model, diagnostics);
  if (!columns) return std::nullopt;
  Assessment assessment;
  assessment.subject = {SubjectId(id_from(head.subject, "subject")), head.subject, "", ""};
  assessment.model = model.id;
  assessment.model_version = model.version;
  const ReadContext context{survey.document, diagnostics};
  SurveyReader reader(context, model, *columns, assessment);
  for (const Node& row : survey.document.root.items) {
    if (diagnostics.error_count() >= errors_before + Diagnostics::kept_limit) break;
    reader.read_row(row);
  }
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  if (assessment.respondents.empty()) {
    diagnostics.error_in(survey.document.source->path(), "the survey has no answers",
                         {"every line below the first is what one respondent answered"});
    return std::nullopt;
  }
  assessment.date = head.date.value_or(latest_date(assessment.respondents));
  return assessment;
}

}  // namespace stagecraft
