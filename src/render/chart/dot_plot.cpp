#include "render/chart/dot_plot.h"

#include <algorithm>
#include <cassert>

#include "render/chart/label.h"
#include "render/chart/plot_scale.h"

namespace stagecraft {
namespace {

constexpr Length text_size = units(13);
constexpr Length line_height = units(16);
constexpr Length key_height = units(30);
constexpr Length tick_height = units(22);
constexpr Length dot_radius = units(6);
constexpr Length ring_radius = units(9);
constexpr Length range_height = units(6);
constexpr Length margin = units(12);

/// One row as it is laid out.
struct Lane {
  std::vector<std::string> label;
  Length top;
  Length line;  ///< where the dots stand
};

struct Layout {
  Length width;
  PlotScale scale;
  Length top;
  Length bottom;
  std::vector<Lane> lanes;
};

Length height_of(std::size_t lines) {
  return line_height * static_cast<std::int64_t>(lines);
}

/// Labels before the lines, texts behind them.
Layout wide_layout(const DotPlot& plot) {
  constexpr Length label_width = units(190);
  constexpr Length text_width = units(150);
  Layout layout;
  layout.width = units(720);
  layout.scale = {plot.low, plot.high, label_width + margin * 2,
                  layout.width - text_width - margin};
  layout.top = key_height + tick_height;
  Length y = layout.top;
  for (const DotRow& row : plot.rows) {
    Lane lane{wrap_label(row.label, text_size, label_width), y, {}};
    const Length height = std::max(units(34), height_of(lane.label.size()) + units(10));
    lane.line = y + height / 2;
    y = y + height;
    layout.lanes.push_back(std::move(lane));
  }
  layout.bottom = y;
  return layout;
}

/// Labels and texts above the lines.
Layout narrow_layout(const DotPlot& plot) {
  Layout layout;
  layout.width = units(328);
  layout.scale = {plot.low, plot.high, margin, layout.width - margin};
  layout.top = key_height * 2 + tick_height;
  Length y = layout.top;
  for (const DotRow& row : plot.rows) {
    Lane lane{wrap_label(row.label, text_size, layout.width), y, {}};
    lane.line = y + height_of(lane.label.size() + 1) + units(16);
    y = lane.line + units(20);
    layout.lanes.push_back(std::move(lane));
  }
  layout.bottom = y;
  return layout;
}

/// What the marks mean, side by side; in the narrow layout the range stands below.
void draw_key(SvgWriter& svg, const DotPlot& plot, bool is_wide) {
  Length x = dot_radius;
  Length y = units(14);
  const auto word = [&](Length mark, const std::string& text) {
    svg.text("dot-key", {x + mark, y + units(5)}, Anchor::start, text);
    x = x + mark + estimated_width(text, text_size) + units(24);
  };
  svg.circle("plot-dot", {x, y}, dot_radius);
  word(units(14), plot.value_label);
  if (!plot.target_label.empty()) {
    x = x + units(4);
    svg.circle("plot-ring", {x, y}, ring_radius);
    word(units(16), plot.target_label);
  }
  if (plot.range_label.empty()) return;
  if (!is_wide) {
    x = units(0);
    y = y + units(28);
  }
  svg.rectangle("plot-range", {x, y - range_height / 2}, units(30), range_height);
  word(units(38), plot.range_label);
}

void draw_scale(SvgWriter& svg, const DotPlot& plot, const Layout& layout) {
  for (const auto& [number, text] : plot.ticks) {
    const Length x = layout.scale.at(number);
    svg.line("grid", {x, layout.top - units(4)}, {x, layout.bottom});
    svg.text("tick", {x, layout.top - units(10)}, Anchor::middle, text);
  }
}

void draw_row(SvgWriter& svg, const DotRow& row, const Lane& lane, const Layout& layout,
              bool is_wide) {
  const std::string strong = row.is_strong ? " dot-strong" : "";
  const auto lines = static_cast<std::int64_t>(lane.label.size());
  Length y = is_wide ? lane.line - line_height * (lines - 1) / 2 + units(5) : lane.top + units(14);
  for (const std::string& line : lane.label) {
    svg.text("dot-label" + strong, {units(0), y}, Anchor::start, line);
    y = y + line_height;
  }
  const Point text =
      is_wide ? Point{layout.scale.right + margin * 2, lane.line + units(5)} : Point{units(0), y};
  svg.text("dot-text" + strong, text, Anchor::start, row.value_text);
  svg.line("plot-line", {layout.scale.left, lane.line}, {layout.scale.right, lane.line});
  if (row.lowest && row.highest) {
    const Length from = layout.scale.at(*row.lowest);
    const Length to = layout.scale.at(*row.highest);
    if (from < to)
      svg.rectangle("plot-range", {from, lane.line - range_height / 2}, to - from, range_height);
  }
  if (row.target) svg.circle("plot-ring", {layout.scale.at(*row.target), lane.line}, ring_radius);
  if (row.value) svg.circle("plot-dot", {layout.scale.at(*row.value), lane.line}, dot_radius);
}

}  // namespace

std::string draw_dot_plot(const DotPlot& plot, ChartWidth width, std::string_view id) {
  assert(!plot.rows.empty() && plot.low < plot.high);
  const bool is_wide = width == ChartWidth::wide;
  const Layout layout = is_wide ? wide_layout(plot) : narrow_layout(plot);
  SvgWriter svg(is_wide ? "dot-plot dot-plot-wide" : "dot-plot dot-plot-narrow", layout.width,
                layout.bottom + units(4), id, plot.title, plot.description);
  draw_key(svg, plot, is_wide);
  draw_scale(svg, plot, layout);
  for (std::size_t i = 0; i < plot.rows.size(); ++i)
    draw_row(svg, plot.rows[i], layout.lanes[i], layout, is_wide);
  return svg.finish();
}

}  // namespace stagecraft
