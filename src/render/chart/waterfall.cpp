#include "render/chart/waterfall.h"

#include <algorithm>
#include <cassert>

#include "render/chart/label.h"
#include "render/chart/plot_scale.h"

namespace stagecraft {
namespace {

constexpr Length text_size = units(13);
constexpr Length line_height = units(16);
constexpr Length bar_height = units(14);
constexpr Length margin = units(12);

/// One line of the chart.
struct Lane {
  const std::string& label;
  const std::string& text;
  Exact from;
  Exact to;
  std::string css_class;
};

std::vector<Lane> lanes_of(const Waterfall& chart) {
  std::vector<Lane> lanes;
  Exact sum;
  for (const WaterfallBar& bar : chart.bars) {
    const Exact next = sum + bar.amount;
    lanes.push_back({bar.label, bar.amount_text, sum, next,
                     bar.amount < 0 ? "fall-bar fall-bar-less" : "fall-bar"});
    sum = next;
  }
  lanes.push_back({chart.total_label, chart.total_text, 0, sum, "fall-bar fall-bar-total"});
  return lanes;
}

/// From the least to the greatest that any line reaches; both sides of 0 belong to it.
PlotScale scale_of(const std::vector<Lane>& lanes, Length left, Length right) {
  PlotScale scale{0, 0, left, right};
  for (const Lane& lane : lanes) {
    scale.low = std::min({scale.low, lane.from, lane.to});
    scale.high = std::max({scale.high, lane.from, lane.to});
  }
  if (scale.low == scale.high) scale.high = scale.low + Exact(1);
  return scale;
}

}  // namespace

std::string draw_waterfall(const Waterfall& chart, ChartWidth width, std::string_view id) {
  assert(!chart.bars.empty());
  const bool is_wide = width == ChartWidth::wide;
  const Length whole = is_wide ? units(720) : units(328);
  const Length label_width = is_wide ? units(220) : whole;
  const std::vector<Lane> lanes = lanes_of(chart);
  Length texts = units(0);
  for (const Lane& lane : lanes) texts = std::max(texts, estimated_width(lane.text, text_size));
  const Length text_width = std::min(texts, whole / 3);
  const PlotScale scale =
      scale_of(lanes, is_wide ? label_width + margin : units(0), whole - text_width - margin);

  std::vector<std::vector<std::string>> labels;
  Length height = units(4);
  const auto lane_height = [&](std::size_t lines) {
    const Length words = line_height * static_cast<std::int64_t>(lines);
    return is_wide ? std::max(words, bar_height) + units(12) : words + bar_height + units(16);
  };
  for (const Lane& lane : lanes) {
    labels.push_back(wrap_label(lane.label, text_size, label_width));
    height = height + lane_height(labels.back().size());
  }
  SvgWriter svg(is_wide ? "fall fall-wide" : "fall fall-narrow", whole, height + units(4), id,
                chart.title, chart.description);
  svg.line("zero", {scale.at(0), units(0)}, {scale.at(0), height});
  Length y = units(4);
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    const Lane& lane = lanes[i];
    const bool is_total = i + 1 == lanes.size();
    const auto lines = static_cast<std::int64_t>(labels[i].size());
    for (std::int64_t line = 0; line < lines; ++line)
      svg.text(is_total ? "fall-label dot-strong" : "fall-label",
               {units(0), y + units(15) + line_height * line}, Anchor::start,
               labels[i][static_cast<std::size_t>(line)]);
    const Length row = lane_height(labels[i].size());
    const Length top = is_wide ? y + (row - bar_height) / 2 : y + line_height * lines + units(6);
    const Length from = scale.at(std::min(lane.from, lane.to));
    const Length to = scale.at(std::max(lane.from, lane.to));
    svg.rectangle(lane.css_class, {from, top}, std::max(to - from, units(1)), bar_height);
    svg.text(is_total ? "fall-text dot-strong" : "fall-text", {whole, top + units(12)}, Anchor::end,
             lane.text);
    if (!is_total) {
      const Length x = scale.at(lane.to);
      svg.line("grid", {x, top + bar_height}, {x, top + row});
    }
    y = y + row;
  }
  return svg.finish();
}

}  // namespace stagecraft
