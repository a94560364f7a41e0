#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "evaluate/roadmap.h"

namespace stagecraft {

// Rule: content/docs/roadmap.md, "Dates". Open actions are named by their place in the whole
// roadmap, counted from 0.

/// Why an action could not start earlier.
enum class WaitedFor {
  nothing,     ///< it started with the roadmap, or on a date that the assessment sets
  dependency,  ///< it depends on the one before it
  owner,       ///< the one before it has the same owner
  lower_step   ///< the one before it belongs to a lower step
};

struct CriticalAction {
  std::size_t action = 0;
  WaitedFor waited_for = WaitedFor::nothing;
};

struct QuarterPlan {
  Quarter quarter;
  std::vector<std::size_t> actions;  ///< those that start in it, in the order of the roadmap
};

/// When the roadmap as a whole is taken.
struct Schedule {
  Day first;
  Day last;                                   ///< of the action that ends last
  std::vector<QuarterPlan> quarters;          ///< without holes
  std::vector<CriticalAction> critical_path;  ///< first to last, at least one
};

/// Gives the open actions of `steps` their dates. Nothing, and no dates, when the assessment has no
/// date or no action is open.
std::optional<Schedule> schedule_roadmap(const Assessment& assessment, const RoadmapWays& ways,
                                         std::vector<RoadmapStep>& steps);

}  // namespace stagecraft
