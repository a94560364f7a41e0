#include "render/chart/range_chart.h"

#include <algorithm>
#include <cassert>

#include "render/chart/label.h"

namespace stagecraft {
namespace {

constexpr Length text_size = units(13);
constexpr Length value_size = units(14);
constexpr Length lane_height = units(24);
constexpr Length bar_height = units(10);
constexpr Length value_height = units(24);  ///< the line that holds the value's text
constexpr Length axis_height = units(26);
constexpr Length arrow = units(7);
constexpr Length column_gap = units(12);

std::int64_t floor_of(const Exact& number) {
  return whole_number(floor(number)).value();
}

std::int64_t ceiling_of(const Exact& number) {
  return -floor_of(-number);
}

/// The smallest of 1, 2, 5, 10, 20, … (and their tenths) that divides `span` into at most five.
Exact round_step(const Exact& span) {
  Exact decade = 1;
  while (decade * 5 < span) decade *= 10;
  while (decade > span) decade /= 10;
  decade /= 10;
  while (true) {
    for (const int factor : {1, 2, 5}) {
      if (decade * factor * 5 >= span) return decade * factor;
    }
    decade *= 10;
  }
}

struct Layout {
  Length width;
  Length left;  ///< of the plot
  Length right;
  Length top;     ///< of the first lane
  Length bottom;  ///< of the last lane
  Scale scale;

  Length x(const Exact& number) const {
    const Exact share = (number - scale.low) / (scale.high - scale.low);
    const Exact offset = share * (right - left).hundredths;
    return left + Length{floor_of(offset + Exact(1, 2))};
  }
};

Layout lay_out(const RangeChart& chart, ChartWidth width) {
  Length labels = units(0);
  Length texts = units(0);
  for (const TypicalRange& range : chart.ranges) {
    labels = std::max(labels, estimated_width(range.label, text_size));
    texts = std::max(texts, estimated_width(range.range_text, text_size));
  }
  Layout layout;
  layout.width = width == ChartWidth::wide ? units(480) : units(328);
  // However long the words are, the plot keeps at least a third of the width.
  const Length most = layout.width / 3;
  layout.left = std::min(labels, most) + column_gap;
  layout.right = layout.width - std::min(texts, most) - column_gap;
  layout.top = value_height;
  layout.bottom = layout.top + lane_height * static_cast<std::int64_t>(chart.ranges.size());
  layout.scale = scale_of(chart.ranges, chart.limit);
  return layout;
}

void draw_axis(SvgWriter& svg, const Layout& layout) {
  for (Exact tick = layout.scale.low; tick <= layout.scale.high; tick += layout.scale.step) {
    const Length x = layout.x(tick);
    svg.line(tick == 0 ? "zero" : "grid", {x, layout.top}, {x, layout.bottom + units(4)});
    svg.text("tick", {x, layout.bottom + units(18)}, Anchor::middle, decimal_text(tick, 3));
  }
}

std::string bar_class(RangeRole role) {
  switch (role) {
    case RangeRole::today:
      return "range range-today";
    case RangeRole::target:
      return "range range-target";
    case RangeRole::other:
      break;
  }
  return "range";
}

/// An open end is drawn as an arrow that runs to the edge of the plot.
void draw_range(SvgWriter& svg, const Layout& layout, const TypicalRange& range, Length lane) {
  const Length middle = lane + lane_height / 2;
  const Length top = middle - bar_height / 2;
  const Length bottom = top + bar_height;
  const Length from = range.low ? layout.x(*range.low) : layout.left;
  const Length to = range.high ? layout.x(*range.high) : layout.right;

  std::vector<Point> corners;
  if (range.low) {
    // A range of a single number still needs to be seen.
    const Length seen = std::min(from, to - units(2));
    corners = {{seen, bottom}, {seen, top}};
  } else {
    corners = {{from + arrow, bottom}, {from, middle}, {from + arrow, top}};
  }
  if (range.high) {
    corners.insert(corners.end(), {{to, top}, {to, bottom}});
  } else {
    corners.insert(corners.end(), {{to - arrow, top}, {to, middle}, {to - arrow, bottom}});
  }
  svg.polygon(bar_class(range.role), corners);
  const Length baseline = middle + units(5);
  const bool marked = range.role != RangeRole::other;
  svg.text(marked ? "range-label range-label-marked" : "range-label", {units(0), baseline},
           Anchor::start, range.label);
  svg.text("range-text", {layout.width, baseline}, Anchor::end, range.range_text);
}

/// Where the text of the value stands so that it stays inside the image.
Anchor anchor_at(const Layout& layout, Length x, std::string_view text) {
  const Length half = estimated_width(text, value_size) / 2;
  if (x - half < units(0)) return Anchor::start;
  if (x + half > layout.width) return Anchor::end;
  return Anchor::middle;
}

void draw_value(SvgWriter& svg, const RangeChart& chart, const Layout& layout) {
  const Length baseline = layout.top - units(9);
  if (!chart.value) {
    svg.text("no-value", {layout.left, baseline}, Anchor::start, chart.value_text);
    return;
  }
  const bool is_below = *chart.value < layout.scale.low;
  const bool is_above = *chart.value > layout.scale.high;
  if (is_below || is_above) {
    const Length edge = is_below ? layout.left : layout.right;
    const Length base = is_below ? edge + units(9) : edge - units(9);
    const Length middle = baseline - units(5);
    svg.polygon("value-arrow",
                {{edge, middle}, {base, middle - units(6)}, {base, middle + units(6)}});
    svg.text("value-text", {is_below ? base + units(5) : base - units(5), baseline},
             is_below ? Anchor::start : Anchor::end, chart.value_text);
    return;
  }
  const Length x = layout.x(*chart.value);
  const Point top{x, layout.top - units(4)};
  const Point bottom{x, layout.bottom + units(4)};
  svg.line("value-halo", top, bottom);
  svg.line("value-line", top, bottom);
  svg.text("value-text", {x, baseline}, anchor_at(layout, x, chart.value_text), chart.value_text);
}

}  // namespace

Scale scale_of(const std::vector<TypicalRange>& ranges, const std::optional<Exact>& limit) {
  Exact low = 0;
  Exact high = 0;
  bool is_open = false;
  for (const TypicalRange& range : ranges) {
    for (const std::optional<Exact>& end : {range.low, range.high}) {
      if (!end) continue;
      low = std::min(low, *end);
      high = std::max(high, *end);
    }
    is_open = is_open || !range.high;
  }
  if (high == low) high = low + 1;
  // An open range needs room to be seen beyond its one end.
  if (is_open) {
    const Exact roomy = high + (high - low) / 4;
    high = limit && roomy > *limit ? std::max(high, *limit) : roomy;
  }
  const Exact step = round_step(high - low);
  return {step * floor_of(low / step), step * ceiling_of(high / step), step};
}

std::string draw_range_chart(const RangeChart& chart, ChartWidth width, std::string_view id) {
  assert(!chart.ranges.empty());
  const Layout layout = lay_out(chart, width);
  SvgWriter svg(width == ChartWidth::wide ? "ranges ranges-wide" : "ranges ranges-narrow",
                layout.width, layout.bottom + axis_height, id, chart.title, chart.description);
  draw_axis(svg, layout);
  Length lane = layout.top;
  for (const TypicalRange& range : chart.ranges) {
    assert(range.low || range.high);
    draw_range(svg, layout, range, lane);
    lane = lane + lane_height;
  }
  draw_value(svg, chart, layout);
  return svg.finish();
}

}  // namespace stagecraft
