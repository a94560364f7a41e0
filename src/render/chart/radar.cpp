#include "render/chart/radar.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "render/chart/label.h"

namespace stagecraft {
namespace {

constexpr Length text_size = units(13);
constexpr Length line_height = units(16);
constexpr Length key_height = units(34);
constexpr Length dot_radius = units(4);

/// A direction from the centre, in ten-thousandths; y grows downwards. Whole numbers, so that the
/// text of a chart is the same everywhere.
struct Direction {
  std::int64_t x = 0;
  std::int64_t y = 0;
};

/// Sine and cosine of the first axes, clockwise from the top; the others mirror them.
constexpr std::array<std::array<Direction, 5>, 4> directions{{
    {{{0, -10000}, {9511, -3090}, {5878, 8090}, {}, {}}},
    {{{0, -10000}, {8660, -5000}, {8660, 5000}, {0, 10000}, {}}},
    {{{0, -10000}, {7818, -6235}, {9749, 2225}, {4339, 9010}, {}}},
    {{{0, -10000}, {7071, -7071}, {10000, 0}, {7071, 7071}, {0, 10000}}},
}};

Direction direction_of(std::size_t axis, std::size_t axes) {
  const auto& half = directions[axes - least_radar_axes];
  if (axis * 2 <= axes) return half[axis];
  const Direction mirrored = half[axes - axis];
  return {-mirrored.x, mirrored.y};
}

class Drawing {
 public:
  Drawing(const Radar& radar, ChartWidth width) : radar_(radar) {
    const bool is_wide = width == ChartWidth::wide;
    width_ = is_wide ? units(560) : units(328);
    radius_ = is_wide ? units(150) : units(84);
    label_width_ = is_wide ? units(120) : units(76);
    centre_ = {width_ / 2, key_height + units(56) + radius_};
    height_ = centre_.y + radius_ + units(60);
  }

  std::string draw(std::string_view css_class, std::string_view id) const {
    SvgWriter svg(css_class, width_, height_, id, radar_.title, radar_.description);
    draw_key(svg);
    draw_ground(svg);
    if (has_targets()) {
      std::vector<Point> outline = outline_of([](const RadarAxis& axis) { return *axis.target; });
      svg.polygon("radar-target", outline);
    }
    const std::vector<Point> today = outline_of([](const RadarAxis& axis) { return axis.value; });
    svg.polygon("radar-today", today);
    for (const Point& corner : today) svg.circle("plot-dot", corner, dot_radius);
    for (std::size_t i = 0; i < radar_.axes.size(); ++i) draw_label(svg, i);
    return svg.finish();
  }

 private:
  bool has_targets() const {
    return std::all_of(radar_.axes.begin(), radar_.axes.end(),
                       [](const RadarAxis& axis) { return axis.target.has_value(); });
  }

  Point at(std::size_t axis, const Exact& value) const {
    const Direction direction = direction_of(axis, radar_.axes.size());
    const Exact share = std::clamp<Exact>(value / radar_.high, 0, 1);
    const auto offset = [&](std::int64_t part) {
      const Exact exact = share * Exact(radius_.hundredths) * Exact(part, 10000);
      return Length{whole_number(floor(exact + Exact(1, 2))).value()};
    };
    return {centre_.x + offset(direction.x), centre_.y + offset(direction.y)};
  }

  template <class Value>
  std::vector<Point> outline_of(const Value& value) const {
    std::vector<Point> corners;
    for (std::size_t i = 0; i < radar_.axes.size(); ++i)
      corners.push_back(at(i, value(radar_.axes[i])));
    return corners;
  }

  void draw_key(SvgWriter& svg) const {
    Length x = units(0);
    const auto word = [&](const char* line, const std::string& text) {
      svg.line(line, {x, units(12)}, {x + units(28), units(12)});
      svg.text("dot-key", {x + units(36), units(17)}, Anchor::start, text);
      x = x + units(36) + estimated_width(text, text_size) + units(24);
    };
    word("radar-today", radar_.value_label);
    if (has_targets()) word("radar-target", radar_.target_label);
  }

  void draw_ground(SvgWriter& svg) const {
    for (int ring = 1; ring <= radar_.high; ++ring)
      svg.polygon("radar-ring", outline_of([&](const RadarAxis&) { return Exact(ring); }));
    for (std::size_t i = 0; i < radar_.axes.size(); ++i)
      svg.line("grid", centre_, at(i, radar_.high));
    for (int ring = 1; ring <= radar_.high; ++ring)
      svg.text("tick", {centre_.x + units(5), at(0, ring).y + units(13)}, Anchor::start,
               std::to_string(ring));
  }

  void draw_label(SvgWriter& svg, std::size_t axis) const {
    const Direction direction = direction_of(axis, radar_.axes.size());
    const std::vector<std::string> lines =
        wrap_label(radar_.axes[axis].label, text_size, label_width_);
    const Anchor anchor = direction.x > 1000    ? Anchor::start
                          : direction.x < -1000 ? Anchor::end
                                                : Anchor::middle;
    const auto count = static_cast<std::int64_t>(lines.size());
    Point point = at(axis, radar_.high);
    point.x = point.x + units(12) * direction.x / 10000;
    point.y = direction.y < -9000  ? point.y - units(12) - line_height * (count - 1)
              : direction.y > 9000 ? point.y + units(22)
                                   : point.y + units(5) - line_height * (count - 1) / 2;
    for (const std::string& line : lines) {
      svg.text("dot-label", point, anchor, line);
      point.y = point.y + line_height;
    }
  }

  const Radar& radar_;
  Length width_;
  Length height_;
  Length radius_;
  Length label_width_;
  Point centre_;
};

}  // namespace

std::string draw_radar(const Radar& radar, ChartWidth width, std::string_view id) {
  assert(radar.axes.size() >= least_radar_axes && radar.axes.size() <= most_radar_axes);
  return Drawing(radar, width)
      .draw(width == ChartWidth::wide ? "radar radar-wide" : "radar radar-narrow", id);
}

}  // namespace stagecraft
