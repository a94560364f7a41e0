#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/exact.h"
#include "render/chart/svg_writer.h"

namespace stagecraft {

/// How a point goes on from the one before it: not at all, by a broken line, by a whole one.
enum class TrendLine { none, broken, whole };

struct TrendPoint {
  std::optional<Exact> value;  ///< nothing: no dot, and no line to or from it
  std::string text;            ///< beside the dot; in place of it where there is none
  TrendLine line = TrendLine::none;
};

/// One thing over time.
struct TrendPanel {
  std::string title;
  std::vector<TrendPoint> points;  ///< one for each date
  bool is_strong = false;          ///< the whole, before its parts
};

/// Small multiples: a panel for each thing, all on one scale.
struct TrendPanels {
  std::vector<TrendPanel> panels;  ///< at least one
  std::vector<Exact> dates;        ///< at least two, ascending
  std::vector<std::string> names;  ///< of the dates
  std::vector<std::size_t> breaks;  ///< dates that another version of the model begins with: an
                                    ///< upright line before each
  Exact low;                        ///< the scale, low < high
  Exact high;
  std::vector<std::pair<Exact, std::string>> ticks;  ///< ascending, within the scale
  std::string title;
  std::string description;  ///< may be empty
};

/// The panels as an SVG image, side by side or, in the narrow layout, one below the other. `id` is
/// unique on its page: the two widths have two ids. Requires: as TrendPanels says.
std::string draw_trend_panels(const TrendPanels& chart, ChartWidth width, std::string_view id);

}  // namespace stagecraft
