#include "evaluate/evaluate_project.h"

#include <cassert>

#include "evaluate/kpi_position.h"
#include "evaluate/roadmap.h"

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

}  // namespace

AssessmentEvaluation evaluate_assessment(const MaturityModel& model, const Assessment& assessment) {
  assert(assessment.model == model.id);
  AssessmentEvaluation result;
  result.model = &model;
  result.assessment = &assessment;
  result.scores = score_assessment(model, assessment);
  if (const NodeScore* overall = result.scores.overall()) result.current = overall->result.stage;
  if (assessment.target) result.target = assessment.target->stage;

  for (const Kpi& kpi : model.kpis) {
    const auto measured = assessment.kpis.find(kpi.id);
    result.kpis.push_back(place_kpi(kpi,
                                    measured == assessment.kpis.end() ? nullptr : &measured->second,
                                    result.current, result.target));
  }
  if (result.target) result.gaps = answer_gaps(model, result.scores, *result.target);
  if (result.current && result.target && *result.current < *result.target) {
    result.steps_to_target = *result.target - *result.current;
    result.roadmap = plan_roadmap(model, assessment, result.scores, *result.current,
                                  *result.target);
  }
  return result;
}

Evaluation evaluate_project(const Project& project) {
  Evaluation evaluation;
  for (std::size_t i = 0; i < project.assessments.size(); ++i) {
    const Assessment& assessment = project.assessments[i];
    const AssessmentEvaluation whole =
        evaluate_assessment(project.model_of(assessment), assessment);
    evaluation.assessments.push_back({i, whole.current, whole.target});
  }
  return evaluation;
}

const Assessment* earlier_assessment(const Project& project, const Assessment& assessment) {
  const Assessment* latest = nullptr;
  for (const Assessment& other : project.assessments) {
    const bool may_show = assessment.audience == Audience::client ||
                          other.audience == Audience::everyone;
    if (other.subject.id == assessment.subject.id && other.model == assessment.model && may_show &&
        other.date < assessment.date && (!latest || latest->date < other.date))
      latest = &other;
  }
  return latest;
}

}  // namespace stagecraft
