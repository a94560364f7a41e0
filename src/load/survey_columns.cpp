#include "load/survey_columns.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "base/loose_text.h"
#include "base/suggest.h"
#include "format/document_errors.h"
#include "model/words.h"

namespace stagecraft {
namespace {

constexpr std::array<Word<RespondentColumn>, 4> respondent_words{
    {{"respondent", RespondentColumn::respondent},
     {"role", RespondentColumn::role},
     {"group", RespondentColumn::group},
     {"date", RespondentColumn::date}}};

/// Questions by what a column about them may be called.
class QuestionNames {
 public:
  explicit QuestionNames(const MaturityModel& model);

  /// The questions that `name` means: by id, otherwise by earlier id, otherwise by text or title.
  std::set<QuestionIndex> find(const std::string& name) const;
  /// What helps somebody who wrote `name`.
  std::string note_for(const std::string& name) const;

 private:
  using Names = std::map<std::string, std::set<QuestionIndex>>;

  Names ids_, earlier_ids_, texts_;
  std::vector<std::string> listed_;   // the present ids
  std::vector<std::string> written_;  // the texts and titles
};

QuestionNames::QuestionNames(const MaturityModel& model) {
  for (QuestionIndex index = 0; index < model.questions.size(); ++index) {
    const Question& question = model.questions[index];
    ids_[loose_text(question.id.text())].insert(index);
    listed_.push_back(question.id.text());
    for (const QuestionId& id : question.formerly)
      earlier_ids_[loose_text(id.text())].insert(index);
    for (const std::string& text : {question.text, question.title}) {
      if (text.empty()) continue;
      texts_[loose_text(text)].insert(index);
      written_.push_back(text);
    }
  }
}

std::string QuestionNames::note_for(const std::string& name) const {
  const std::string_view nearest = nearest_choice(name, written_);
  if (nearest_choice(name, listed_).empty() && !nearest.empty())
    return fmt::format("did you mean '{}'?", nearest);
  return choices_note(name, listed_);
}

std::set<QuestionIndex> QuestionNames::find(const std::string& name) const {
  const std::string loose = loose_text(name);
  for (const Names* names : {&ids_, &earlier_ids_, &texts_})
    if (const auto found = names->find(loose); found != names->end()) return found->second;
  return {};
}

/// Finds out what each column is about.
class ColumnReader {
 public:
  ColumnReader(const CsvDocument& survey, const MaturityModel& model, Diagnostics& diagnostics)
      : survey_(survey),
        model_(model),
        names_(model),
        errors_(*survey.document.source, diagnostics) {}

  std::optional<std::vector<SurveyColumn>> read();

 private:
  SurveyColumn meaning_of(const CsvColumn& column);
  void refuse_second(const CsvColumn& column, const SurveyColumn& meaning);

  const CsvDocument& survey_;
  const MaturityModel& model_;
  QuestionNames names_;
  DocumentErrors errors_;
  std::map<SurveyColumn, const CsvColumn*> first_;
  std::size_t questions_ = 0;
};

SurveyColumn ColumnReader::meaning_of(const CsvColumn& column) {
  for (const Word<RespondentColumn>& word : respondent_words)
    if (loose_text(column.name) == word.text) return word.meaning;
  const std::set<QuestionIndex> found = names_.find(column.name);
  if (!found.empty()) ++questions_;
  if (found.size() == 1) return *found.begin();
  if (found.empty()) {
    // Looking for what was meant takes long, and nobody reads a thousand of them.
    if (errors_.are_all_shown())
      errors_.warn(column.offset, column.length,
                   fmt::format("the column '{}' is about no question and is left out", column.name),
                   {names_.note_for(column.name)});
    return {};
  }
  std::vector<std::string> ids;
  for (const QuestionIndex index : found) ids.push_back(model_.questions[index].id.text());
  errors_.add(column.offset, column.length,
              fmt::format("'{}' could be any of the questions {}", column.name,
                          fmt::join(ids, ", ")),
              {"name the column by the id of the question"});
  return {};
}

void ColumnReader::refuse_second(const CsvColumn& column, const SurveyColumn& meaning) {
  if (std::holds_alternative<std::monostate>(meaning)) return;
  const auto [earlier, is_new] = first_.emplace(meaning, &column);
  if (is_new) return;
  const auto* question = std::get_if<QuestionIndex>(&meaning);
  const LineColumn place = errors_.source().place_of(earlier->second->offset);
  errors_.add(column.offset, column.length,
              question ? fmt::format("a second column for the question '{}'",
                                     model_.questions[*question].id.text())
                       : fmt::format("a second column for '{}'", loose_text(column.name)),
              {fmt::format("the first is '{}' at {}:{}", earlier->second->name, place.line,
                           place.column)});
}

std::optional<std::vector<SurveyColumn>> ColumnReader::read() {
  std::vector<SurveyColumn> columns;
  for (const CsvColumn& column : survey_.columns) {
    columns.push_back(meaning_of(column));
    refuse_second(column, columns.back());
  }
  if (questions_ == 0) {
    const CsvColumn& first = survey_.columns.front();
    errors_.add(first.offset, first.length,
                fmt::format("no column is about a question of the model '{}'", model_.id.text()),
                {"the first line names the columns by the ids or texts of questions"});
  }
  if (errors_.failed()) return std::nullopt;
  return columns;
}

}  // namespace

std::optional<std::vector<SurveyColumn>> survey_columns(const CsvDocument& survey,
                                                        const MaturityModel& model,
                                                        Diagnostics& diagnostics) {
  return ColumnReader(survey, model, diagnostics).read();
}

}  // namespace stagecraft
