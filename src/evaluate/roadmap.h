#pragma once

#include <vector>

#include "evaluate/evaluation.h"

namespace stagecraft {

/// The way from stage `current` to stage `target`, one step per stage, none skipped; empty when the
/// target is not above the current stage.
///
/// A step holds the model's actions for it. Those that the assessment calls done, or whose
/// questions all have their highest value in `scores`, are satisfied; those that it skips are
/// left out; the others stand in the order to take them: an action after everything that it
/// depends on, and among those that are free the one with the higher impact, then the lower effort,
/// then the smaller id. Rule: content/docs/evaluation.md, "Roadmap".
std::vector<RoadmapStep> plan_roadmap(const MaturityModel& model, const Assessment& assessment,
                                      const Scores& scores, StageIndex current, StageIndex target);

}  // namespace stagecraft
