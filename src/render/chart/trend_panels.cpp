#include "render/chart/trend_panels.h"

#include <algorithm>
#include <cassert>

#include "render/chart/label.h"
#include "render/chart/plot_scale.h"

namespace stagecraft {
namespace {

constexpr Length text_size = units(13);
constexpr Length line_height = units(16);
constexpr Length panel_gap = units(32);
constexpr Length tick_width = units(22);
constexpr Length plot_height = units(104);
constexpr Length dot_radius = units(5);
constexpr Length inset = units(22);  // of the first and last date, so that their texts have room
constexpr Length date_height = units(40);  // two lines: two months have no room side by side

/// Where one panel stands.
struct Frame {
  Point top_left;
  Length width;
  Length head;  ///< height of the title
  PlotScale across;
  PlotScale up;  ///< from the bottom to the top

  Length plot_top() const { return top_left.y + head; }
  Length plot_bottom() const { return plot_top() + plot_height; }
  Length left() const { return top_left.x + tick_width; }
  Length right() const { return top_left.x + width; }
};

/// A text beside the ends of a panel stays inside of it.
Anchor anchor_of(std::size_t date, std::size_t dates) {
  if (date == 0) return Anchor::start;
  return date + 1 == dates ? Anchor::end : Anchor::middle;
}

class Panels {
 public:
  Panels(const TrendPanels& chart, ChartWidth width) : chart_(chart) {
    const std::size_t columns =
        width == ChartWidth::wide ? std::min<std::size_t>(3, chart.panels.size()) : 1;
    const auto count = static_cast<std::int64_t>(columns);
    width_ = width == ChartWidth::wide ? units(720) : units(328);
    const Length panel = columns == 1 && width == ChartWidth::wide
                             ? units(400)
                             : (width_ - panel_gap * (count - 1)) / count;
    Length y = units(0);
    for (std::size_t first = 0; first < chart.panels.size(); first += columns) {
      const std::size_t end = std::min(first + columns, chart.panels.size());
      Length head = units(0);
      for (std::size_t i = first; i < end; ++i) {
        titles_.push_back(wrap_label(chart.panels[i].title, text_size, panel));
        const auto lines = static_cast<std::int64_t>(titles_.back().size());
        head = std::max(head, line_height * lines + units(26));
      }
      for (std::size_t i = first; i < end; ++i) {
        const auto column = static_cast<std::int64_t>(i - first);
        frames_.push_back(frame_at({(panel + panel_gap) * column, y}, panel, head));
      }
      y = y + head + plot_height + date_height + units(12);
    }
    height_ = y;
  }

  std::string draw(ChartWidth width, std::string_view id) const {
    SvgWriter svg(width == ChartWidth::wide ? "trend-panels trend-panels-wide"
                                            : "trend-panels trend-panels-narrow",
                  width_, height_, id, chart_.title, chart_.description);
    for (std::size_t i = 0; i < frames_.size(); ++i) draw_panel(svg, i);
    return svg.finish();
  }

 private:
  Frame frame_at(Point top_left, Length width, Length head) const {
    Frame frame{top_left, width, head, {}, {}};
    frame.across = {chart_.dates.front(), chart_.dates.back(), frame.left() + inset,
                    frame.right() - inset};
    frame.up = {chart_.low, chart_.high, units(0), plot_height};
    return frame;
  }

  Point place(const Frame& frame, std::size_t date, const Exact& value) const {
    return {frame.across.at(chart_.dates[date]), frame.plot_bottom() - frame.up.at(value)};
  }

  void draw_panel(SvgWriter& svg, std::size_t index) const {
    const TrendPanel& panel = chart_.panels[index];
    const Frame& frame = frames_[index];
    Length y = frame.top_left.y + units(14);
    for (const std::string& line : titles_[index]) {
      svg.text(panel.is_strong ? "dot-label dot-strong" : "dot-label", {frame.top_left.x, y},
               Anchor::start, line);
      y = y + line_height;
    }
    draw_ground(svg, frame);
    for (std::size_t i = 1; i < panel.points.size(); ++i) draw_line(svg, panel, frame, i);
    for (std::size_t i = 0; i < panel.points.size(); ++i) draw_point(svg, panel, frame, i);
  }

  void draw_ground(SvgWriter& svg, const Frame& frame) const {
    for (const auto& [number, text] : chart_.ticks) {
      const Length y = frame.plot_bottom() - frame.up.at(number);
      svg.line("grid", {frame.left(), y}, {frame.right(), y});
      svg.text("tick", {frame.left() - units(8), y + units(5)}, Anchor::end, text);
    }
    for (const std::size_t date : chart_.breaks) {
      const Length x =
          (frame.across.at(chart_.dates[date - 1]) + frame.across.at(chart_.dates[date])) / 2;
      svg.line("trend-break", {x, frame.plot_top() - units(8)}, {x, frame.plot_bottom()});
    }
    for (const std::size_t date : {std::size_t{0}, chart_.dates.size() - 1})
      draw_date(svg, frame, date);
  }

  void draw_date(SvgWriter& svg, const Frame& frame, std::size_t date) const {
    Point at{date == 0 ? frame.left() : frame.right(), frame.plot_bottom() + units(20)};
    const Length room = (frame.right() - frame.left()) / 2;
    for (const std::string& line : wrap_label(chart_.names[date], text_size, room)) {
      svg.text("tick", at, anchor_of(date, chart_.dates.size()), line);
      at.y = at.y + line_height;
    }
  }

  void draw_line(SvgWriter& svg, const TrendPanel& panel, const Frame& frame,
                 std::size_t date) const {
    const TrendPoint& from = panel.points[date - 1];
    const TrendPoint& to = panel.points[date];
    if (to.line == TrendLine::none || !from.value || !to.value) return;
    svg.line(to.line == TrendLine::whole ? "trend-line" : "trend-line trend-assumed",
             place(frame, date - 1, *from.value), place(frame, date, *to.value));
  }

  void draw_point(SvgWriter& svg, const TrendPanel& panel, const Frame& frame,
                  std::size_t date) const {
    const TrendPoint& point = panel.points[date];
    if (!point.value) {
      svg.text("no-value", {frame.across.at(chart_.dates[date]), frame.plot_bottom() - units(6)},
               anchor_of(date, chart_.dates.size()), point.text);
      return;
    }
    const Point at = place(frame, date, *point.value);
    svg.circle("plot-dot", at, dot_radius);
    svg.text("value-text", {at.x, at.y - units(10)}, Anchor::middle, point.text);
  }

  const TrendPanels& chart_;
  Length width_;
  Length height_;
  std::vector<std::vector<std::string>> titles_;
  std::vector<Frame> frames_;
};

}  // namespace

std::string draw_trend_panels(const TrendPanels& chart, ChartWidth width, std::string_view id) {
  assert(!chart.panels.empty() && chart.dates.size() >= 2 && chart.low < chart.high);
  return Panels(chart, width).draw(width, id);
}

}  // namespace stagecraft
