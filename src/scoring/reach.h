#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "scoring/score.h"

namespace stagecraft {

enum class Reach { reached, unreachable, not_proven };

/// Whether some answers lead to a stage.
struct StageReach {
  Reach reach = Reach::not_proven;
  Answers example;  ///< answers to all questions that lead there, when it is reached
};

/// Of one node that can have a stage.
struct NodeReach {
  std::optional<PillarIndex> pillar;  ///< nothing: the whole
  std::vector<StageReach> stages;     ///< one per stage of the model
};

/// Which stages the nodes of `method` can have, the whole first. Looks at no more than `budget`
/// sets of answers, always the same ones. Rule: content/docs/linter.md, "How reach is proven".
std::vector<NodeReach> stage_reach(const MaturityModel& model, const ScoringMethod& method,
                                   std::size_t budget);

}  // namespace stagecraft
