#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evaluate/kpi_position.h"
#include "evaluate/kpi_stages.h"
#include "evaluate/roadmap.h"
#include "evaluate/roi.h"
#include "evaluate/schedule.h"
#include "model/assessment.h"
#include "model/maturity_model.h"
#include "scoring/score.h"

namespace stagecraft {

/// A question of a stage on the way that has less than its highest value, or none yet.
struct AnswerGap {
  const Question* question = nullptr;
  QuestionState state = QuestionState::unanswered;  ///< answered, or open
};

/// Everything that is computed from one assessment. Points into the model and the assessment that
/// it was made from, which outlive it.
struct AssessmentEvaluation {
  const MaturityModel* model = nullptr;
  const Assessment* assessment = nullptr;
  Scores scores;                      ///< no methods: the model gives no score
  std::optional<StageIndex> current;  ///< of the whole, by the primary method
  std::optional<StageIndex> target;
  std::size_t steps_to_target = 0;   ///< 0 also when there is no target or no current stage
  std::vector<KpiResult> kpis;       ///< every KPI of the model, in its order
  std::vector<KpiStages> kpi_stages;  ///< what they imply: the whole first, then pillars
  std::vector<AnswerGap> gaps;       ///< of all stages up to the target, by stage, then model order
  RoadmapWays ways;
  std::vector<RoadmapStep> roadmap;   ///< ascending; empty when no way leads anywhere
  std::optional<Schedule> schedule;   ///< nothing: no action is open, or there is no date
  std::optional<RoiResult> roi;       ///< nothing: the assessment gives no values for it
};

/// What the plan needs to know of an assessment; small, because all of them are held at once.
struct AssessmentSummary {
  std::size_t assessment = 0;  ///< index into Project::assessments
  std::optional<StageIndex> current;
  std::optional<StageIndex> target;
  bool has_open_actions = false;  ///< something is left to do, and has dates
  bool has_roi = false;
};

/// What pass 3 gets from pass 2: one summary per assessment, in the order of the project.
struct Evaluation {
  std::vector<AssessmentSummary> assessments;
};

}  // namespace stagecraft
