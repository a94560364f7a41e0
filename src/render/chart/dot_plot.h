#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/exact.h"
#include "render/chart/svg_writer.h"

namespace stagecraft {

/// One line of a dot plot. Numbers outside the scale are drawn at its nearer end.
struct DotRow {
  std::string label;
  std::string value_text;       ///< after the line: "2, target 3", or why there is no value
  std::optional<Exact> value;   ///< a full dot; nothing: none is drawn, which is not zero
  std::optional<Exact> lowest;  ///< these two, both or none: what the value could turn out to be
  std::optional<Exact> highest;
  std::optional<Exact> target;  ///< a ring
  bool is_strong = false;       ///< the whole, above its parts
};

/// Values and targets side by side on one scale.
struct DotPlot {
  std::vector<DotRow> rows;  ///< at least one
  Exact low;                 ///< the scale, low < high: the same from client to client
  Exact high;
  std::vector<std::pair<Exact, std::string>> ticks;  ///< ascending, within the scale
  std::string value_label;                           ///< what the marks mean, above the plot
  std::string target_label;                          ///< empty: no row has a target
  std::string range_label;                           ///< empty: no row has a range
  std::string title;
  std::string description;  ///< may be empty
};

/// The plot as an SVG image. `id` is unique on its page: the two widths have two ids. In the narrow
/// layout a label stands above its line. Requires: as DotPlot says.
std::string draw_dot_plot(const DotPlot& plot, ChartWidth width, std::string_view id);

}  // namespace stagecraft
