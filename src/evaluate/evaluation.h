#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/assessment.h"
#include "model/maturity_model.h"
#include "scoring/score.h"

namespace stagecraft {

/// Where a measured value stands against a typical value. Range ends belong to the range.
enum class RangePosition {
  below,
  within,
  above,
  no_range,  ///< the stage has words or nothing for this KPI
};

/// One KPI of the model, measured or not.
struct KpiResult {
  const Kpi* kpi = nullptr;
  const KpiValue* measured = nullptr;  ///< null: no data, which is not zero
  RangePosition at_current = RangePosition::no_range;
  RangePosition at_target = RangePosition::no_range;
  std::vector<StageIndex> fits;  ///< the stages whose range holds the value; may be none or several
  /// What is missing to the nearer end of the target stage's range, positive, in the KPI's unit;
  /// nothing when unmeasured, without such a range, inside it, or already past its good end.
  std::optional<Exact> gap;
};

/// A question of a stage on the way that has less than its highest value, or none yet.
struct AnswerGap {
  const Question* question = nullptr;
  QuestionState state = QuestionState::unanswered;  ///< answered, or open
};

/// An action that is still to be taken.
struct PlannedAction {
  const Action* action = nullptr;
  int impact = 0;  ///< the assessment's judgement, else the model's
  int effort = 0;
  bool quick_win = false;   ///< impact 4 or 5 and effort 1 or 2
  bool foundation = false;  ///< another open action of the roadmap depends on it
  std::string owner;        ///< from the assessment, else the model's role; may be empty
};

/// One step of the ladder that lies between the current and the target stage.
struct RoadmapStep {
  StageIndex from = 0;                     ///< to from + 1
  const Transition* transition = nullptr;  ///< null: the model says nothing about this step
  std::vector<PlannedAction> open;         ///< in the order to take them
  std::vector<const Action*> satisfied;    ///< in place, by answers or by decision; in model order
  std::vector<const Action*> skipped;      ///< left out for good by decision; in model order
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
  std::vector<AnswerGap> gaps;       ///< of all stages up to the target, by stage, then model order
  std::vector<RoadmapStep> roadmap;  ///< ascending; empty when the target is reached or unknown
};

/// What the plan needs to know of an assessment; small, because all of them are held at once.
struct AssessmentSummary {
  std::size_t assessment = 0;  ///< index into Project::assessments
  std::optional<StageIndex> current;
  std::optional<StageIndex> target;
};

/// What pass 3 gets from pass 2: one summary per assessment, in the order of the project.
struct Evaluation {
  std::vector<AssessmentSummary> assessments;
};

}  // namespace stagecraft
