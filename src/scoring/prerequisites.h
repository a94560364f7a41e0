#pragma once

#include <vector>

#include "scoring/score.h"

namespace stagecraft {

/// What the prerequisites of a node look at: one contribution that names a stage.
struct StageShare {
  StageIndex stage = 0;
  Exact weight = 1;
  std::optional<Exact> share;  ///< how far the question is fulfilled, 0 to 1; nothing: left out
  bool is_open = false;        ///< of one that is left out: only because it is open
};

/// (value - lowest) / (highest - lowest) of a question that can be worth `whole`, 1 when it has
/// only one value.
Exact share_of(const Range& whole, const Exact& value);

/// How far each stage that `shares` name is fulfilled, ascending.
std::vector<Fulfilment> fulfilment_of(const std::vector<StageShare>& shares,
                                      UnansweredPolicy unanswered);

/// Climbs from below; the result has a stage or is below the first. Rule: content/docs/scoring.md,
/// section 5.
Reading climb(const Prerequisites& prerequisites, std::size_t stages,
              const std::vector<StageShare>& shares);

}  // namespace stagecraft
