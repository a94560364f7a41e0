#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/exact.h"
#include "render/chart/svg_writer.h"

namespace stagecraft {

/// A stretch of time at the head of a timeline; it begins where the one before ends.
struct TimePeriod {
  std::string label;  ///< "Q4 2026"
  Exact first;        ///< in days, from wherever the caller counts
  Exact end;          ///< the day after its last one, above `first`
};

/// One thing that takes its time.
struct TimeBar {
  std::string number;
  std::string label;
  Exact first;
  Exact end;               ///< the day after its last one, above `first`
  bool is_marked = false;  ///< decides when everything ends
};

struct Timeline {
  std::vector<TimePeriod> periods;  ///< at least one; bars begin and end within them
  std::vector<TimeBar> bars;        ///< at least one
  std::string title;
  std::string description;  ///< may be empty
};

/// The timeline as an SVG image for wide pages, a line for each bar. Narrow pages have no room for
/// it; a list by period says the same there. `id` is unique on its page.
/// Requires: as Timeline says.
std::string draw_timeline(const Timeline& timeline, std::string_view id);

}  // namespace stagecraft
