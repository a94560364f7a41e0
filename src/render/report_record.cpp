#include "render/report_record.h"

#include <nlohmann/json.hpp>

#include "evaluate/evaluate_project.h"
#include "render/model_record.h"

namespace stagecraft {
namespace {

using Record = nlohmann::ordered_json;

Record text_or_null(const std::string& text) {
  return text.empty() ? Record() : Record(text);
}

const char* answer_word(const std::optional<AnswerState>& state) {
  if (!state) return "unanswered";
  switch (*state) {
    case AnswerState::yes:
      return "yes";
    case AnswerState::no:
      return "no";
    case AnswerState::unknown:
      return "unknown";
    case AnswerState::not_applicable:
      return "not-applicable";
  }
  return "";
}

const char* position_word(RangePosition position) {
  switch (position) {
    case RangePosition::below:
      return "below";
    case RangePosition::within:
      return "within";
    case RangePosition::above:
      return "above";
    case RangePosition::no_range:
      return "no-range";
  }
  return "";
}

const char* proof_word(ProofMethod method) {
  switch (method) {
    case ProofMethod::holdout:
      return "holdout";
    case ProofMethod::ab_test:
      return "ab-test";
    case ProofMethod::before_after:
      return "before-after";
    case ProofMethod::estimate:
      return "estimate";
  }
  return "";
}

Record stage_or_null(const MaturityModel& model, const std::optional<StageIndex>& stage) {
  return stage ? stage_name_record(model, *stage) : Record();
}

Record score_record(const AssessmentEvaluation& evaluation) {
  if (!evaluation.score) return {};
  const MaturityModel& model = *evaluation.model;
  const Score& score = *evaluation.score;
  const AnswerCounts& counts = score.counts;
  Record derivation = Record::array();
  for (const DerivationStep& step : score.derivation) {
    if (step.kind == DerivationStep::Kind::answer)
      derivation.push_back({{"step", "answer"},
                            {"question", step.question.text()},
                            {"answer", answer_word(step.state)},
                            {"counts", number_record(step.value)}});
    else if (step.kind == DerivationStep::Kind::sum)
      derivation.push_back({{"step", "sum"}, {"score", number_record(step.value)}});
    else
      derivation.push_back({{"step", "band"},
                            {"score", number_record(step.value)},
                            {"stage", model.stages[step.stage].id.text()}});
  }
  return {{"method", model.method->id.text()},
          {"value", score.value ? number_record(*score.value) : Record()},
          {"stage", stage_or_null(model, score.stage)},
          {"lowest",
           {{"value", number_record(score.lowest)},
            {"stage", stage_name_record(model, score.lowest_stage)}}},
          {"highest",
           {{"value", number_record(score.highest)},
            {"stage", stage_name_record(model, score.highest_stage)}}},
          {"answers",
           {{"questions", counts.questions()},
            {"yes", counts.yes},
            {"no", counts.no},
            {"unknown", counts.unknown},
            {"not_applicable", counts.not_applicable},
            {"unanswered", counts.unanswered}}},
          {"derivation", std::move(derivation)}};
}

Record measured_record(const KpiValue& measured) {
  return {{"value", number_record(measured.value)},
          {"date", measured.date ? Record(iso_text(*measured.date)) : Record()},
          {"source", text_or_null(measured.source)},
          {"method", measured.method ? Record(proof_word(*measured.method)) : Record()}};
}

Record kpis_record(const AssessmentEvaluation& evaluation) {
  const MaturityModel& model = *evaluation.model;
  const auto typical_at = [](const Kpi& kpi, const std::optional<StageIndex>& stage) {
    return stage ? typical_record(kpi.typical[*stage]) : Record();
  };
  Record list = Record::array();
  for (const KpiResult& result : evaluation.kpis) {
    const Kpi& kpi = *result.kpi;
    Record fits = Record::array();
    for (const StageIndex stage : result.fits) fits.push_back(model.stages[stage].id.text());
    list.push_back({{"id", kpi.id.text()},
                    {"title", kpi.title},
                    {"unit", unit_word(kpi.unit)},
                    {"better", direction_word(kpi.direction)},
                    {"measured", result.measured ? measured_record(*result.measured) : Record()},
                    {"typical_at_current", typical_at(kpi, evaluation.current)},
                    {"typical_at_target", typical_at(kpi, evaluation.target)},
                    {"position_at_current",
                     result.measured ? Record(position_word(result.at_current)) : Record()},
                    {"position_at_target",
                     result.measured ? Record(position_word(result.at_target)) : Record()},
                    {"fits_stages", std::move(fits)},
                    {"gap_to_target", result.gap ? number_record(*result.gap) : Record()}});
  }
  return list;
}

Record roadmap_record(const AssessmentEvaluation& evaluation) {
  const MaturityModel& model = *evaluation.model;
  Record steps = Record::array();
  std::size_t number = 0;
  for (const RoadmapStep& step : evaluation.roadmap) {
    Record open = Record::array();
    for (const PlannedAction& planned : step.open)
      open.push_back({{"number", ++number},
                      {"id", planned.action->id.text()},
                      {"title", planned.action->title},
                      {"impact", planned.action->impact},
                      {"effort", planned.action->effort},
                      {"owner", text_or_null(planned.owner)},
                      {"quick_win", planned.quick_win},
                      {"foundation", planned.foundation}});
    Record satisfied = Record::array();
    for (const Action* action : step.satisfied)
      satisfied.push_back({{"id", action->id.text()}, {"title", action->title}});
    steps.push_back({{"from", model.stages[step.from].id.text()},
                     {"to", model.stages[step.from + 1].id.text()},
                     {"open", std::move(open)},
                     {"satisfied", std::move(satisfied)}});
  }
  return steps;
}

Record answers_record(const AssessmentEvaluation& evaluation) {
  Record list = Record::array();
  for (const Question& question : evaluation.model->questions) {
    const auto found = evaluation.assessment->answers.find(question.id);
    const bool answered = found != evaluation.assessment->answers.end();
    list.push_back(
        {{"question", question.id.text()},
         {"text", question.text},
         {"answer", answer_word(answered ? std::optional(found->second.state) : std::nullopt)},
         {"note", answered ? text_or_null(found->second.note) : Record()},
         {"evidence", answered ? text_or_null(found->second.evidence) : Record()}});
  }
  return list;
}

Record gaps_record(const AssessmentEvaluation& evaluation) {
  Record list = Record::array();
  for (const AnswerGap& gap : evaluation.gaps)
    list.push_back({{"question", gap.question->id.text()},
                    {"stage", evaluation.model->stages[gap.question->stage].id.text()},
                    {"answer", answer_word(gap.state)}});
  return list;
}

}  // namespace

Record report_record(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  const Assessment& assessment = scope.project().assessments[scope.page().assessment];
  const AssessmentEvaluation evaluation = evaluate_assessment(model, assessment);
  const std::optional<Target>& target = assessment.target;
  return {{"schema", "stagecraft/report/1"},
          {"subject",
           {{"id", assessment.subject.id.text()},
            {"name", assessment.subject.name},
            {"description", text_or_null(assessment.subject.description)}}},
          {"date", iso_text(assessment.date)},
          {"audience", assessment.audience == Audience::everyone ? "public" : "client"},
          {"scope", text_or_null(assessment.scope)},
          {"assessor", text_or_null(assessment.assessor)},
          {"model",
           {{"id", model.id.text()},
            {"version", model.version},
            {"assessed_with", text_or_null(assessment.model_version)}}},
          {"current", stage_or_null(model, evaluation.current)},
          {"target",
           {{"stage", stage_or_null(model, evaluation.target)},
            {"by", target && target->by ? Record(iso_text(*target->by)) : Record()}}},
          {"steps_to_target", evaluation.steps_to_target},
          {"score", score_record(evaluation)},
          {"kpis", kpis_record(evaluation)},
          {"gaps", gaps_record(evaluation)},
          {"roadmap", roadmap_record(evaluation)},
          {"answers", answers_record(evaluation)}};
}

}  // namespace stagecraft
