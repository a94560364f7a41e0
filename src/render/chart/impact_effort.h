#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/chart/svg_writer.h"

namespace stagecraft {

/// A numbered dot. Impact and effort are 1 to 5.
struct EffortPoint {
  std::string number;
  int impact = 1;
  int effort = 1;
};

struct ImpactEffortChart {
  std::vector<EffortPoint>
      points;                ///< at least one; dots of one cell stand side by side in this order
  std::string impact_label;  ///< the upright axis
  std::string effort_label;
  std::string quick_win_label;  ///< in the corner of impact 4 and 5, effort 1 and 2
  std::string title;
  std::string description;  ///< may be empty
};

/// The chart as an SVG image: impact upwards, effort to the right, no dot upon another. `id` is
/// unique on its page: the two widths have two ids. Requires: as ImpactEffortChart says.
std::string draw_impact_effort(const ImpactEffortChart& chart, ChartWidth width,
                               std::string_view id);

}  // namespace stagecraft
