#pragma once

#include <optional>
#include <vector>

#include "model/assessment.h"
#include "model/maturity_model.h"
#include "scoring/score.h"

namespace stagecraft {

// Rule: content/docs/roadmap.md, "The ways".

/// The way from one stage to a higher one, of the whole or of a pillar.
struct RoadmapWay {
  std::optional<PillarIndex> pillar;  ///< nothing: the whole
  StageIndex from = 0;
  StageIndex to = 0;  ///< above `from`
  std::optional<Date> by;

  bool takes(StageIndex step) const { return from <= step && step < to; }
};

/// The way of the whole first, then those of pillars in the model's order.
struct RoadmapWays {
  std::vector<RoadmapWay> ways;
  std::vector<PillarIndex> reached;  ///< pillars whose target is reached, ascending

  /// The way of the whole; null when there is none.
  const RoadmapWay* whole() const;
  bool is_reached(PillarIndex pillar) const;
};

RoadmapWays ways_of(const MaturityModel& model, const Assessment& assessment,
                    const Scores& scores);

/// The ways that `action` belongs to and that take its step, as places in `ways`; none: it is not
/// on the roadmap. Requires: the model has stages.
std::vector<std::size_t> ways_of_action(const MaturityModel& model, const RoadmapWays& ways,
                                        const Action& action);

}  // namespace stagecraft
