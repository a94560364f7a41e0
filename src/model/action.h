#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/part.h"

namespace stagecraft {

/// One thing to do on the way from a stage to the next.
struct Action : Part<ActionId> {
  std::string text;
  std::optional<StageIndex> from;  ///< leads to from + 1; nothing only in a model without stages
  std::optional<PillarIndex> pillar;
  std::string area;  ///< the heading that the source gives it, where that is no pillar
  int impact = 0;    ///< 1 (small) to 5 (large)
  int effort = 0;    ///< 1 (small) to 5 (large)
  Duration duration;
  std::string owner;                 ///< a role
  std::vector<std::string> checks;   ///< how to know that it is done
  std::vector<ActionId> depends_on;  ///< of the same or an earlier transition; acyclic
  /// Done when all of these have their highest value; empty: never inferred.
  std::vector<QuestionId> satisfied_by;
  std::vector<KpiId> moves;
  std::vector<CapabilityId> brings;  ///< what it makes possible
  std::vector<UseCaseId> use_cases;
  PhaseId phase;     ///< empty: none
  std::string risk;  ///< what can go wrong, and what to do then
};

}  // namespace stagecraft
