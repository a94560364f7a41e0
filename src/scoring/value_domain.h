#pragma once

#include <optional>

#include "scoring/score.h"

namespace stagecraft {

/// The least and the greatest value that any answers can give to `pillar`, or to the whole, with
/// any questions left out that may be left out. An outer bound; nothing when the node has no value
/// or nothing is asked in it. Rule: content/docs/linter.md, "Errors".
std::optional<Range> value_domain(const MaturityModel& model, const ScoringMethod& method,
                                  std::optional<PillarIndex> pillar);

}  // namespace stagecraft
