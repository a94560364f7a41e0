#include "render/score_sheet.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "base/diagnostic.h"
#include "base/loose_text.h"
#include "render/plan_sheets.h"

namespace stagecraft {

const char* const outer_bound_note =
    "* An outer bound: some questions may turn out not to be asked, so the true range lies within "
    "it and may be smaller.";

const char* const sheet_dash = "–";

std::string sheet_text(std::string_view text) {
  std::string line;
  for (const char c : without_outer_blanks(text)) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_blank) line += c;
    if (is_blank && !line.ends_with(' ')) line += ' ';
  }
  return printable_text(line);
}

namespace {

std::string state_words(QuestionState state) {
  switch (state) {
    case QuestionState::answered:
      return "answered";
    case QuestionState::unknown:
      return "unknown";
    case QuestionState::unanswered:
      return "unanswered";
    case QuestionState::not_applicable:
      return "not applicable";
    case QuestionState::not_asked:
      return "not asked";
  }
  return {};
}

/// Why a node has no result; empty for the states in which it can have one.
std::string state_words(NodeState state) {
  switch (state) {
    case NodeState::empty:
      return "nothing is asked";
    case NodeState::not_applicable:
      return "not applicable";
    case NodeState::voided:
      return "void: questions are open";
    case NodeState::open:
      return "nothing is answered";
    case NodeState::too_few_answers:
      return "too few answers";
    case NodeState::no_number:
    case NodeState::scored:
      return {};
  }
  return {};
}

std::string percent_text(const Exact& share) {
  return decimal_text(share * 100, 0) + " %";
}

/// Says what one method comes to.
class MethodWriter {
 public:
  MethodWriter(const MaturityModel& model, const MethodScore& score)
      : model_(model), score_(score), digits_(score.method->digits) {}

  MethodSheet sheet() const;

  /// "stage 3 of 5, Proactive", "below the first stage"; empty where there is neither.
  std::string place_text(const Reading& reading) const;

 private:
  std::string number(const std::optional<Exact>& value) const {
    return value ? decimal_text(*value, digits_) : sheet_dash;
  }
  std::string result_sentence() const;
  std::string interval_sentence() const;
  std::string counts_sentence() const;
  /// "stage 3 of 5, Proactive, with the value 4".
  std::string reading_text(const Reading& reading) const;
  /// "4, stage 3".
  std::string short_text(const Reading& reading) const;
  std::string stage_cell(const NodeScore& node) const;
  NodeRow node_row(const NodeScore& node) const;
  QuestionRow question_row(const QuestionScore& question) const;

  const MaturityModel& model_;
  const MethodScore& score_;
  const int digits_;
};

std::string MethodWriter::place_text(const Reading& reading) const {
  if (reading.is_below_first) return "below the first stage";
  if (!reading.stage) return {};
  return fmt::format("stage {} of {}, {}", *reading.stage + 1, model_.stages.size(),
                     sheet_text(model_.stages[*reading.stage].title));
}

std::string MethodWriter::reading_text(const Reading& reading) const {
  const std::string place = place_text(reading);
  if (!reading.value) return place;
  const std::string value = "the value " + number(reading.value);
  return place.empty() ? value : place + ", with " + value;
}

std::string MethodWriter::result_sentence() const {
  const NodeScore& overall = score_.overall();
  const std::string why = state_words(overall.state);
  if (!why.empty()) return fmt::format("Overall: no result ({}).", why);
  const std::string result = reading_text(overall.result);
  if (result.empty()) return "Overall: this method gives the whole no number and no stage.";
  return fmt::format("Overall: {}.", result);
}

std::string MethodWriter::interval_sentence() const {
  const NodeScore& overall = score_.overall();
  if (!overall.interval || overall.counts.open() == 0) return {};
  const std::string worst = reading_text(overall.interval->worst);
  const std::string best = reading_text(overall.interval->best);
  if (worst.empty() || best.empty()) return {};
  const std::string mark = overall.interval->bound == Bound::outer ? " *" : "";
  if (worst == best)
    return fmt::format("Whatever the open questions turn out as: {}.{}", best, mark);
  return fmt::format("Whatever the open questions turn out as: from {}, to {}.{}", worst, best,
                     mark);
}

std::string MethodWriter::counts_sentence() const {
  const NodeScore& overall = score_.overall();
  const AnswerCounts& counts = overall.counts;
  const std::size_t applicable = counts.answered + counts.open();
  std::string text = fmt::format("Answered: {} of {} question{} that count{} ({})", counts.answered,
                                 applicable, applicable == 1 ? "" : "s",
                                 applicable == 1 ? "s" : "", percent_text(overall.coverage));
  const std::array<std::pair<std::size_t, QuestionState>, 4> others{
      {{counts.unknown, QuestionState::unknown},
       {counts.unanswered, QuestionState::unanswered},
       {counts.not_applicable, QuestionState::not_applicable},
       {counts.not_asked, QuestionState::not_asked}}};
  for (const auto& [count, state] : others)
    if (count > 0) text += fmt::format(", {} {}", count, state_words(state));
  return text + ".";
}

std::string MethodWriter::short_text(const Reading& reading) const {
  std::string place;
  if (reading.is_below_first) place = "below stage 1";
  if (reading.stage) place = fmt::format("stage {}", *reading.stage + 1);
  if (!reading.value) return place.empty() ? sheet_dash : place;
  return number(reading.value) + (place.empty() ? "" : ", " + place);
}

std::string MethodWriter::stage_cell(const NodeScore& node) const {
  if (const std::string why = state_words(node.state); !why.empty()) return why;
  if (node.result.is_below_first) return "below stage 1";
  if (!node.result.stage) return sheet_dash;
  return fmt::format("{} {}", *node.result.stage + 1,
                     sheet_text(model_.stages[*node.result.stage].title));
}

NodeRow MethodWriter::node_row(const NodeScore& node) const {
  NodeRow row;
  row.depth = node.pillar ? model_.pillars[*node.pillar].depth + 1 : 0;
  row.title = node.pillar ? sheet_text(model_.pillars[*node.pillar].title) : "Overall";
  row.value = number(node.result.value);
  row.stage = stage_cell(node);
  row.worst = node.interval ? short_text(node.interval->worst) : sheet_dash;
  row.best = node.interval ? short_text(node.interval->best) : sheet_dash;
  if (node.interval && node.interval->bound == Bound::outer) row.best += " *";
  row.coverage = node.counts.questions() == 0 ? sheet_dash : percent_text(node.coverage);
  return row;
}

QuestionRow MethodWriter::question_row(const QuestionScore& score) const {
  const Question& question = model_.questions[score.question];
  const bool is_settled = !score.has_open || !score.range ||
                          score.range->lowest == score.range->highest;
  return {sheet_text(question.title.empty() ? question.text : question.title),
          state_words(score.state),
          is_settled ? number(score.value)
                     : fmt::format("{} to {}", number(score.range->lowest),
                                   number(score.range->highest))};
}

MethodSheet MethodWriter::sheet() const {
  MethodSheet sheet;
  sheet.title = sheet_text(score_.method->title);
  for (std::string sentence : {result_sentence(), interval_sentence(), counts_sentence()})
    if (!sentence.empty()) sheet.results.push_back(std::move(sentence));
  for (const NodeScore& node : score_.nodes) {
    sheet.nodes.push_back(node_row(node));
    sheet.has_outer_bounds |= node.interval && node.interval->bound == Bound::outer;
  }
  for (const QuestionScore& question : score_.questions)
    sheet.questions.push_back(question_row(question));
  return sheet;
}

std::vector<std::string> head_of(const MaturityModel& model, const Assessment& assessment,
                                 const Scores& scores) {
  std::vector<std::string> head{fmt::format("Model: {} ({} {})", sheet_text(model.title),
                                            model.id.text(), sheet_text(model.version))};
  if (!assessment.model_version.empty() && assessment.model_version != model.version)
    head.push_back(fmt::format("The assessment was made with version {} of the model.",
                               sheet_text(assessment.model_version)));
  if (!assessment.respondents.empty())
    head.push_back(fmt::format("Respondents: {}", assessment.respondents.size()));
  if (scores.methods.empty())
    head.push_back("The model declares no scoring, so there is no score.");
  return head;
}

}  // namespace

ScoreSheet score_sheet(const AssessmentEvaluation& evaluation, const Comparisons& comparisons) {
  const MaturityModel& model = *evaluation.model;
  const Assessment& assessment = *evaluation.assessment;
  const Scores& scores = evaluation.scores;
  ScoreSheet sheet;
  sheet.title = sheet_text(assessment.subject.name);
  if (assessment.date.is_given()) sheet.title += ", " + iso_text(assessment.date);
  sheet.head = head_of(model, assessment, scores);
  for (const MethodScore& score : scores.methods)
    sheet.methods.push_back(MethodWriter(model, score).sheet());
  for (const std::size_t place : scores.disagreeing) {
    const MethodScore& primary = scores.methods.front();
    const MethodScore& other = scores.methods[place];
    sheet.disagreements.push_back(fmt::format(
        "'{}' gives {}; '{}' gives {}.", sheet_text(primary.method->title),
        MethodWriter(model, primary).place_text(primary.overall().result),
        sheet_text(other.method->title),
        MethodWriter(model, other).place_text(other.overall().result)));
  }
  sheet.sections = evaluation_sections(evaluation);
  for (const auto sections_of : {kpi_sections, roadmap_sections, roi_sections})
    for (SheetSection& section : sections_of(evaluation))
      sheet.sections.push_back(std::move(section));
  if (comparisons.earlier)
    sheet.sections.push_back(trend_section(*comparisons.earlier, evaluation));
  if (comparisons.benchmark)
    sheet.sections.push_back(benchmark_section(*comparisons.benchmark, evaluation));
  return sheet;
}

}  // namespace stagecraft
