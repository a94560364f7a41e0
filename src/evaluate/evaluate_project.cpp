#include "evaluate/evaluate_project.h"

#include <cassert>


namespace stagecraft {
namespace {

/// The questions of all stages up to `target` that have less than their highest value, lowest stage
/// first. Questions that are left out are no gap.
std::vector<AnswerGap> answer_gaps(const MaturityModel& model, const Scores& scores,
                                   StageIndex target) {
  std::vector<AnswerGap> gaps;
  for (StageIndex stage = 0; stage <= target; ++stage) {
    for (QuestionIndex index = 0; index < model.questions.size(); ++index) {
      const Question& question = model.questions[index];
      if (question.stage() != stage) continue;
      const QuestionScore* score = scores.find(index);
      if (score && score->range && !score->is_highest()) gaps.push_back({&question, score->state});
    }
  }
  return gaps;
}

/// The target of `pillar`; nothing when it has none of its own.
std::optional<StageIndex> pillar_target(const Assessment& assessment, PillarIndex pillar) {
  if (!assessment.target) return std::nullopt;
  for (const PillarTarget& target : assessment.target->pillars)
    if (target.pillar == pillar) return target.stage;
  return std::nullopt;
}

/// How every KPI stands, given the stage and the target of the whole in `result`.
std::vector<KpiResult> place_kpis(const AssessmentEvaluation& result) {
  const Assessment& assessment = *result.assessment;
  std::vector<KpiResult> kpis;
  for (const Kpi& kpi : result.model->kpis) {
    std::optional<StageIndex> current = result.current, target = result.target;
    if (kpi.pillar && !current && !result.scores.methods.empty())
      current = result.scores.methods.front().of_pillar(*kpi.pillar).result.stage;
    if (kpi.pillar && !target) target = pillar_target(assessment, *kpi.pillar);
    const auto measured = assessment.kpis.find(kpi.id);
    const KpiValue* value = measured == assessment.kpis.end() ? nullptr : &measured->second;
    kpis.push_back(place_kpi(kpi, value, current, target));
    kpis.back().is_stale = value && is_stale(value->date, assessment.date);
  }
  return kpis;
}

}  // namespace

AssessmentEvaluation evaluate_assessment(const MaturityModel& model, const Assessment& assessment) {
  assert(assessment.model == model.id);
  AssessmentEvaluation result;
  result.model = &model;
  result.assessment = &assessment;
  result.scores = score_assessment(model, assessment);
  if (const NodeScore* overall = result.scores.overall()) result.current = overall->result.stage;
  if (assessment.target) result.target = assessment.target->stage;

  result.kpis = place_kpis(result);
  result.kpi_stages = implied_stages(model, result.kpis, result.scores);
  if (result.target) result.gaps = answer_gaps(model, result.scores, *result.target);
  if (result.current && result.target && *result.current < *result.target)
    result.steps_to_target = *result.target - *result.current;
  result.ways = ways_of(model, assessment, result.scores);
  result.roadmap = plan_roadmap(model, assessment, result.scores, result.kpis, result.ways);
  result.schedule = schedule_roadmap(assessment, result.ways, result.roadmap);
  if (model.roi && assessment.roi) result.roi = calculate_roi(*model.roi, &*assessment.roi);
  return result;
}

Evaluation evaluate_project(const Project& project) {
  Evaluation evaluation;
  for (std::size_t i = 0; i < project.assessments.size(); ++i) {
    const Assessment& assessment = project.assessments[i];
    const AssessmentEvaluation whole =
        evaluate_assessment(project.model_of(assessment), assessment);
    evaluation.assessments.push_back({i, whole.current, whole.target, whole.schedule.has_value(),
                                      whole.roi.has_value()});
  }
  return evaluation;
}

const Benchmark* latest_benchmark(const Project& project, const MaturityModel& model) {
  const Benchmark* latest = nullptr;
  for (const Benchmark& benchmark : project.benchmarks)
    if (benchmark.model == model.id && (!latest || latest->date < benchmark.date))
      latest = &benchmark;
  return latest;
}

const Assessment* earlier_assessment(const Project& project, const Assessment& assessment) {
  const Assessment* latest = nullptr;
  for (const Assessment& other : project.assessments) {
    const bool may_show = assessment.audience <= other.audience;
    if (other.subject.id == assessment.subject.id && other.model == assessment.model && may_show &&
        other.date < assessment.date && (!latest || latest->date < other.date))
      latest = &other;
  }
  return latest;
}

}  // namespace stagecraft
