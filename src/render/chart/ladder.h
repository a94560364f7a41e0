#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/chart/svg_writer.h"

namespace stagecraft {

struct LadderStep {
  std::string number;  ///< "1"
  std::string
      title;  ///< empty: only the number is drawn, the caller says the rest beside the chart
};

/// Steps `lowest` to `highest`, both included, counted from 0.
struct LadderSpan {
  std::size_t lowest = 0;
  std::size_t highest = 0;
};

/// Rising steps with a position and a target on them. Every index is below steps.size().
struct Ladder {
  std::vector<LadderStep> steps;       ///< at least one, the lowest first
  std::optional<std::size_t> today;    ///< nothing: no position is stated
  std::optional<LadderSpan> possible;  ///< what today's position could turn out to be
  std::optional<std::size_t> target;
  std::string today_label;
  std::string possible_label;
  std::string target_label;
  std::string title;        ///< what the chart says
  std::string description;  ///< for those who do not see it; may be empty
};

/// The ladder at full size, as an SVG image. `id` is unique on its page: the two widths of one
/// ladder have two ids. In the narrow layout the steps stand in rows, the highest on top.
/// Requires: as Ladder says.
std::string draw_ladder(const Ladder& ladder, ChartWidth width, std::string_view id);

/// The ladder at the head of a page, and tiny beside a name: steps only, one of them marked. Both
/// are decorative and hidden from assistive technology, because words beside them say the same.
/// Requires: 0 < steps; marked, if any, < steps.
std::string draw_small_ladder(std::size_t steps, std::optional<std::size_t> marked);
std::string draw_ladder_glyph(std::size_t steps, std::optional<std::size_t> marked);

}  // namespace stagecraft
