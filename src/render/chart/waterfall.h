#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/exact.h"
#include "render/chart/svg_writer.h"

namespace stagecraft {

/// One amount of a sum.
struct WaterfallBar {
  std::string label;
  std::string amount_text;  ///< "+4,200" or "−900": the sign is said, not only drawn
  Exact amount;             ///< added to what came before
};

/// How a sum comes about: every bar begins where the one before ends; the last one is the sum.
struct Waterfall {
  std::vector<WaterfallBar> bars;  ///< at least one
  std::string total_label;
  std::string total_text;
  std::string title;
  std::string description;  ///< may be empty
};

/// The chart as an SVG image, a line for each amount. `id` is unique on its page: the two widths
/// have two ids. Requires: as Waterfall says.
std::string draw_waterfall(const Waterfall& chart, ChartWidth width, std::string_view id);

}  // namespace stagecraft
