#include "render/chart/timeline.h"

#include <algorithm>
#include <cassert>

#include "render/chart/label.h"
#include "render/chart/plot_scale.h"

namespace stagecraft {
namespace {

constexpr Length text_size = units(13);
constexpr Length line_height = units(16);
constexpr Length label_width = units(230);
constexpr Length plot_width = units(490);
constexpr Length head_height = units(26);
constexpr Length bar_height = units(12);
constexpr Length number_width = units(28);
constexpr Length least_period = units(56);

/// Names every period, or of many every second, third, …, so that names have room.
std::size_t named_every(std::size_t periods) {
  const auto room = static_cast<std::size_t>(plot_width.hundredths / least_period.hundredths);
  return (periods + room - 1) / room;
}

}  // namespace

std::string draw_timeline(const Timeline& timeline, std::string_view id) {
  assert(!timeline.periods.empty() && !timeline.bars.empty());
  const PlotScale scale{timeline.periods.front().first, timeline.periods.back().end,
                        number_width + label_width, number_width + label_width + plot_width};
  std::vector<std::vector<std::string>> labels;
  Length height = head_height;
  for (const TimeBar& bar : timeline.bars) {
    labels.push_back(wrap_label(bar.label, text_size, label_width - units(16)));
    height = height + line_height * static_cast<std::int64_t>(labels.back().size()) + units(10);
  }
  SvgWriter svg("timeline", scale.right, height + units(4), id, timeline.title,
                timeline.description);
  const std::size_t every = named_every(timeline.periods.size());
  for (std::size_t i = 0; i < timeline.periods.size(); ++i) {
    const TimePeriod& period = timeline.periods[i];
    svg.line("grid", {scale.at(period.first), units(0)}, {scale.at(period.first), height});
    if (i % every == 0)
      svg.text("tick", {scale.at(period.first) + units(5), units(14)}, Anchor::start, period.label);
  }
  Length y = head_height;
  for (std::size_t i = 0; i < timeline.bars.size(); ++i) {
    const TimeBar& bar = timeline.bars[i];
    const auto lines = static_cast<std::int64_t>(labels[i].size());
    const Length row = line_height * lines + units(10);
    svg.line("row-line", {units(0), y}, {scale.right, y});
    svg.text("bar-number", {units(0), y + units(17)}, Anchor::start, bar.number);
    for (std::int64_t line = 0; line < lines; ++line)
      svg.text("bar-label", {number_width, y + units(17) + line_height * line}, Anchor::start,
               labels[i][static_cast<std::size_t>(line)]);
    const Length from = scale.at(bar.first);
    const Length width = std::max(scale.at(bar.end) - from, units(3));
    svg.rectangle(bar.is_marked ? "time-bar time-bar-marked" : "time-bar",
                  {from, y + (row - bar_height) / 2}, width, bar_height);
    y = y + row;
  }
  return svg.finish();
}

}  // namespace stagecraft
