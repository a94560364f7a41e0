#include "evaluate/evaluate_project.h"

#include <cassert>

#include "evaluate/kpi_position.h"
#include "evaluate/roadmap.h"

namespace stagecraft {
namespace {

/// The questions of all stages up to `target` that are not answered "yes", lowest stage first.
/// Questions that do not apply are no gap.
std::vector<AnswerGap> answer_gaps(const MaturityModel& model, const Assessment& assessment,
                                   StageIndex target) {
  std::vector<AnswerGap> gaps;
  for (StageIndex stage = 0; stage <= target; ++stage) {
    for (const Question& question : model.questions) {
      if (question.stage != stage) continue;
      const auto answer = assessment.answers.find(question.id);
      const std::optional<AnswerState> state =
          answer == assessment.answers.end() ? std::nullopt : std::optional(answer->second.state);
      if (state == AnswerState::yes || state == AnswerState::not_applicable) continue;
      gaps.push_back({&question, state});
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
  if (model.method) result.score = score_answers(model, assessment.answers);
  if (result.score) result.current = result.score->stage;
  if (assessment.target) result.target = assessment.target->stage;

  for (const Kpi& kpi : model.kpis) {
    const auto measured = assessment.kpis.find(kpi.id);
    result.kpis.push_back(place_kpi(kpi,
                                    measured == assessment.kpis.end() ? nullptr : &measured->second,
                                    result.current, result.target));
  }
  if (result.target) result.gaps = answer_gaps(model, assessment, *result.target);
  if (result.current && result.target && *result.current < *result.target) {
    result.steps_to_target = *result.target - *result.current;
    result.roadmap = plan_roadmap(model, assessment, *result.current, *result.target);
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

}  // namespace stagecraft
