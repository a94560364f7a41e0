#include <algorithm>

#include "render/answer_wording.h"
#include "render/model_wording.h"
#include "render/report_parts.h"
#include "render/score_wording.h"

namespace stagecraft {
namespace {

std::int64_t count(std::size_t number) { return static_cast<std::int64_t>(number); }

/// What a question counts; empty where it counts nothing by any method.
std::string counts_text(const PageScope& scope, const MaturityModel& model,
                        const QuestionScore* score) {
  if (!score) return {};
  if (score->value) return scope.number(*score->value);
  const bool counts_lowest = is_open(score->state) &&
                             model.methods.front().unanswered == UnansweredPolicy::lowest;
  return counts_lowest ? scope.number(score->whole.lowest) : std::string();
}

std::string evidence_text(const PageScope& scope, const Answer& answer) {
  std::string text;
  for (const Evidence& evidence : answer.evidence) {
    if (!text.empty()) text += scope.label("words.semicolon");
    text += evidence.text;
  }
  return text;
}

ValueList answers_view(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  ValueList list;
  const MaturityModel& model = *evaluation.model;
  for (QuestionIndex index = 0; index < model.questions.size(); ++index) {
    const Question& question = model.questions[index];
    const auto found = evaluation.assessment->answers.find(question.id);
    const Answer* answer =
        found == evaluation.assessment->answers.end() ? nullptr : &found->second;
    list.emplace_back(
        ValueMap{{"number", question_number(model, question)},
                 {"title", question.title},
                 {"question", question.text},
                 {"stage", stage_reference(scope, question.stage())},
                 {"answer", answer_text(scope, evaluation, question)},
                 {"counts", counts_text(scope, model, evaluation.scores.find(index))},
                 {"note", answer ? answer->note : ""},
                 {"evidence", answer ? evidence_text(scope, *answer) : ""}});
  }
  return list;
}

/// The sentences that lead from the value of the whole to its stage.
ValueList derivation_view(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  const NodeScore* overall = evaluation.scores.overall();
  if (!overall || !overall->result.value) return {};
  const MaturityModel& model = *evaluation.model;
  const ScoringMethod& method = *model.primary_method();
  const Reading& result = overall->result;
  const std::string value = scope.number(*result.value);
  ValueList list;
  if (counts_questions(model, method))
    list.emplace_back(scope.sentence(
        "report.derivation_sum",
        {{"yes", whole_number(*result.value).value()}, {"score", value}}));
  if (overall->counts.open() > 0 && method.unanswered == UnansweredPolicy::lowest)
    list.emplace_back(
        scope.sentence("report.derivation_open", {{"open", count(overall->counts.open())}}));
  if (const auto* bands = std::get_if<Bands>(&method.overall.stage)) {
    const auto index = static_cast<std::size_t>(&band_of(*bands, *result.value) - bands->data());
    list.emplace_back(
        scope.sentence("report.derivation_band",
                       {{"score", value},
                        {"range", band_text(scope, method, *bands, index)},
                        {"number", stage_number(*result.stage)},
                        {"title", model.stages[*result.stage].title}}));
  }
  return list;
}

ValueList limits_view(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  const MaturityModel& model = *evaluation.model;
  const auto unsourced = static_cast<std::size_t>(
      std::count_if(model.claims.begin(), model.claims.end(),
                    [](const Claim& claim) { return !claim.unsourced_note.empty(); }));
  const auto unmeasured = static_cast<std::size_t>(
      std::count_if(evaluation.kpis.begin(), evaluation.kpis.end(), [](const KpiResult& result) {
        return !result.measured && result.kpi->unit != Unit::text;
      }));
  ValueList list;
  if (!model.methods.empty()) list.emplace_back(scope.sentence("report.limit_weights"));
  if (!model.kpis.empty()) list.emplace_back(scope.sentence("report.limit_kpis_not_scored"));
  if (unmeasured > 0)
    list.emplace_back(scope.sentence("report.limit_unmeasured", {{"count", count(unmeasured)}}));
  if (unsourced > 0)
    list.emplace_back(scope.sentence("report.limit_unsourced", {{"count", count(unsourced)}}));
  list.emplace_back(scope.sentence("report.limit_no_duration"));
  return list;
}

}  // namespace

void add_gaps(const PageScope& scope, const AssessmentEvaluation& evaluation, ValueMap& report) {
  ValueList stages;
  for (StageIndex stage = 0; stage < evaluation.model->stages.size(); ++stage) {
    ValueList rows;
    for (const AnswerGap& gap : evaluation.gaps)
      if (gap.question->stage() == stage)
        rows.emplace_back(
            ValueMap{{"number", question_number(*evaluation.model, *gap.question)},
                     {"title", gap.question->title},
                     {"question", gap.question->text},
                     {"state", answer_text(scope, evaluation, *gap.question)},
                     {"evidence", gap.question->evidence}});
    if (!rows.empty())
      stages.emplace_back(
          ValueMap{{"stage", stage_reference(scope, stage)}, {"rows", std::move(rows)}});
  }
  const std::string key = !evaluation.target      ? "report.gap_note_no_target"
                          : evaluation.gaps.empty() ? "report.gap_note_none"
                                                    : "report.gap_note";
  report.set("gap_note", scope.sentence(key, {{"gaps", count(evaluation.gaps.size())}}));
  report.set("gaps", std::move(stages));
}

void add_appendix(const PageScope& scope, const AssessmentEvaluation& evaluation,
                  ValueMap& report) {
  const ScoringMethod* method = evaluation.model->primary_method();
  const NodeScore* overall = evaluation.scores.overall();
  report.set("answers", answers_view(scope, evaluation));
  report.set("rule", method ? method->rule : "");
  report.set("unanswered", method ? unanswered_text(scope, *method) : "");
  report.set("derivation", derivation_view(scope, evaluation));
  const bool has_bands = method && std::holds_alternative<Bands>(method->overall.stage);
  report.set("condition", scope.label(has_bands ? "report.band" : "model.needs"));
  report.set("bands", method ? stage_conditions(scope, *method, overall->result) : ValueList());
  report.set("limits", limits_view(scope, evaluation));
  report.set("sources", sources_view(*evaluation.model));
}

}  // namespace stagecraft
