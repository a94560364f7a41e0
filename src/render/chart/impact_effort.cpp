#include "render/chart/impact_effort.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace stagecraft {
namespace {

constexpr int cells = 5;
constexpr Length radius = units(12);
constexpr Length pitch = units(27);  ///< from dot to dot
constexpr Length lowest_row = units(40);
constexpr Length axis_left = units(26);
constexpr Length top_margin = units(22);

/// Rows from impact 5 at the top to 1 at the bottom, each as high as its fullest cell needs.
struct Layout {
  Length width;
  Length cell_width;
  std::int64_t dots_in_line = 1;
  std::array<Length, cells + 1> row_top;

  Length left(int effort) const { return axis_left + cell_width * (effort - 1); }
  Length top(int impact) const { return row_top[cells - impact]; }
  Length bottom(int impact) const { return row_top[cells - impact + 1]; }
};

std::vector<EffortPoint> points_at(const ImpactEffortChart& chart, int impact, int effort) {
  std::vector<EffortPoint> points;
  for (const EffortPoint& point : chart.points) {
    if (point.impact == impact && point.effort == effort) points.push_back(point);
  }
  return points;
}

Layout lay_out(const ImpactEffortChart& chart, ChartWidth width) {
  Layout layout;
  layout.width = width == ChartWidth::wide ? units(480) : units(328);
  layout.cell_width = (layout.width - axis_left) / cells;
  layout.dots_in_line = layout.cell_width.hundredths / pitch.hundredths;
  layout.row_top[0] = top_margin;
  for (int impact = cells; impact >= 1; --impact) {
    std::int64_t lines = 1;
    for (int effort = 1; effort <= cells; ++effort) {
      const auto dots = static_cast<std::int64_t>(points_at(chart, impact, effort).size());
      lines = std::max(lines, (dots + layout.dots_in_line - 1) / layout.dots_in_line);
    }
    layout.row_top[cells - impact + 1] =
        layout.top(impact) + std::max(lowest_row, pitch * lines + units(8));
  }
  return layout;
}

void draw_grid(SvgWriter& svg, const ImpactEffortChart& chart, const Layout& layout) {
  const Length right = layout.left(cells + 1);
  const Length bottom = layout.bottom(1);
  for (int impact = cells; impact >= 1; --impact) {
    svg.line("grid", {axis_left, layout.top(impact)}, {right, layout.top(impact)});
  }
  for (int effort = 2; effort <= cells + 1; ++effort) {
    svg.line("grid", {layout.left(effort), layout.top(cells)}, {layout.left(effort), bottom});
  }
  svg.line("axis", {axis_left, bottom}, {right, bottom});
  svg.line("axis", {axis_left, layout.top(cells)}, {axis_left, bottom});

  for (int value = 1; value <= cells; ++value) {
    svg.text("tick",
             {axis_left - units(8), (layout.top(value) + layout.bottom(value)) / 2 + units(5)},
             Anchor::end, std::to_string(value));
    svg.text("tick", {layout.left(value) + layout.cell_width / 2, bottom + units(18)},
             Anchor::middle, std::to_string(value));
  }
  svg.rectangle("quick-wins", {axis_left, layout.top(5)}, layout.cell_width * 2,
                layout.bottom(4) - layout.top(5));
  svg.text("axis-label", {units(0), top_margin - units(8)}, Anchor::start, chart.impact_label);
  svg.text("axis-label", {right, bottom + units(36)}, Anchor::end, chart.effort_label);
  svg.text("quick-wins-label", {axis_left + layout.cell_width * 2, top_margin - units(8)},
           Anchor::end, chart.quick_win_label);
}

void draw_cell(SvgWriter& svg, const std::vector<EffortPoint>& points, const Layout& layout,
               int impact, int effort) {
  const auto count = static_cast<std::int64_t>(points.size());
  const std::int64_t lines = (count + layout.dots_in_line - 1) / layout.dots_in_line;
  const Length centre_y = (layout.top(impact) + layout.bottom(impact)) / 2;
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t line = i / layout.dots_in_line;
    const std::int64_t in_line = std::min(layout.dots_in_line, count - line * layout.dots_in_line);
    const Length x = layout.left(effort) + layout.cell_width / 2 +
                     pitch * (2 * (i % layout.dots_in_line) - (in_line - 1)) / 2;
    const Length y = centre_y + pitch * (2 * line - (lines - 1)) / 2;
    svg.circle("dot", {x, y}, radius);
    svg.text("dot-number", {x, y + units(5)}, Anchor::middle,
             points[static_cast<std::size_t>(i)].number);
  }
}

}  // namespace

std::string draw_impact_effort(const ImpactEffortChart& chart, ChartWidth width,
                               std::string_view id) {
  assert(!chart.points.empty());
  const Layout layout = lay_out(chart, width);
  SvgWriter svg(width == ChartWidth::wide ? "matrix matrix-wide" : "matrix matrix-narrow",
                layout.width, layout.bottom(1) + units(42), id, chart.title, chart.description);
  draw_grid(svg, chart, layout);
  for (int impact = cells; impact >= 1; --impact) {
    for (int effort = 1; effort <= cells; ++effort) {
      draw_cell(svg, points_at(chart, impact, effort), layout, impact, effort);
    }
  }
  return svg.finish();
}

}  // namespace stagecraft
