#include <algorithm>

#include "render/model_wording.h"
#include "render/report_parts.h"

namespace stagecraft {
namespace {

std::int64_t count(std::size_t number) { return static_cast<std::int64_t>(number); }

/// What the answer to `question` counts; empty without a score.
std::string counts_text(const PageScope& scope, const AssessmentEvaluation& evaluation,
                        const Question& question) {
  if (!evaluation.score) return {};
  for (const DerivationStep& step : evaluation.score->derivation)
    if (step.question == question.id) return scope.number(step.value);
  return {};
}

ValueList answers_view(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  ValueList list;
  for (const Question& question : evaluation.model->questions) {
    const auto found = evaluation.assessment->answers.find(question.id);
    const Answer* answer =
        found == evaluation.assessment->answers.end() ? nullptr : &found->second;
    list.emplace_back(ValueMap{
        {"number", question_number(*evaluation.model, question)},
        {"title", question.title},
        {"question", question.text},
        {"stage", stage_reference(scope, question.stage)},
        {"answer", answer_text(scope, answer ? std::optional(answer->state) : std::nullopt)},
        {"counts", counts_text(scope, evaluation, question)},
        {"note", answer ? answer->note : ""},
        {"evidence", answer ? answer->evidence : ""}});
  }
  return list;
}

/// The position of `band` in the method's list.
std::size_t index_of(const ScoringMethod& method, const Band& band) {
  return static_cast<std::size_t>(&band - method.bands.data());
}

ValueList derivation_view(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  if (!evaluation.score || !evaluation.score->value) return {};
  const MaturityModel& model = *evaluation.model;
  const Score& score = *evaluation.score;
  const Band& band = band_of(*model.method, *score.value);
  const std::string value = scope.number(*score.value);
  ValueList list;
  list.emplace_back(scope.sentence("report.derivation_sum",
                                   {{"yes", count(score.counts.yes)}, {"score", value}}));
  if (score.counts.open() > 0)
    list.emplace_back(
        scope.sentence("report.derivation_open", {{"open", count(score.counts.open())}}));
  list.emplace_back(scope.sentence(
      "report.derivation_band",
      {{"score", value},
       {"range", band_text(scope, model, index_of(*model.method, band))},
       {"number", stage_number(band.stage)},
       {"title", model.stages[band.stage].title}}));
  return list;
}

ValueList bands_view(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  ValueList list;
  if (!evaluation.model->method) return list;
  const ScoringMethod& method = *evaluation.model->method;
  const Band* reached = evaluation.score && evaluation.score->value
                            ? &band_of(method, *evaluation.score->value)
                            : nullptr;
  for (const Band& band : method.bands)
    list.emplace_back(
        ValueMap{{"range", band_text(scope, *evaluation.model, index_of(method, band))},
                 {"stage", stage_reference(scope, band.stage)},
                 {"meaning", band.meaning},
                 {"current", &band == reached}});
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
  if (model.method) list.emplace_back(scope.sentence("report.limit_weights"));
  if (!model.kpis.empty()) list.emplace_back(scope.sentence("report.limit_kpis_not_scored"));
  if (unmeasured > 0)
    list.emplace_back(scope.sentence("report.limit_unmeasured", {{"count", count(unmeasured)}}));
  if (unsourced > 0)
    list.emplace_back(scope.sentence("report.limit_unsourced", {{"count", count(unsourced)}}));
  list.emplace_back(scope.sentence("report.limit_no_duration"));
  return list;
}

}  // namespace

std::string answer_text(const PageScope& scope, const std::optional<AnswerState>& state) {
  if (!state) return scope.label("words.answer_missing");
  switch (*state) {
    case AnswerState::yes: return scope.label("words.answer_yes");
    case AnswerState::no: return scope.label("words.answer_no");
    case AnswerState::unknown: return scope.label("words.answer_unknown");
    case AnswerState::not_applicable: return scope.label("words.answer_not_applicable");
  }
  return {};
}

void add_gaps(const PageScope& scope, const AssessmentEvaluation& evaluation, ValueMap& report) {
  ValueList stages;
  for (StageIndex stage = 0; stage < evaluation.model->stages.size(); ++stage) {
    ValueList rows;
    for (const AnswerGap& gap : evaluation.gaps)
      if (gap.question->stage == stage)
        rows.emplace_back(
            ValueMap{{"number", question_number(*evaluation.model, *gap.question)},
                     {"title", gap.question->title},
                     {"question", gap.question->text},
                     {"state", answer_text(scope, gap.state)},
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
  const std::optional<ScoringMethod>& method = evaluation.model->method;
  report.set("answers", answers_view(scope, evaluation));
  report.set("rule", method ? method->rule : "");
  report.set("unanswered", method ? unanswered_text(scope, *method) : "");
  report.set("derivation", derivation_view(scope, evaluation));
  report.set("bands", bands_view(scope, evaluation));
  report.set("limits", limits_view(scope, evaluation));
  report.set("sources", sources_view(*evaluation.model));
}

}  // namespace stagecraft
