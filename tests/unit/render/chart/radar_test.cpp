// The radar of a report: where sine and cosine put its corners.
#include "render/chart/radar.h"

#include <cmath>
#include <numbers>
#include <sstream>

#include "support/catch.h"
#include "unit/render/chart/svg_reading.h"

namespace stagecraft {
namespace {

Radar radar_of(std::size_t axes) {
  Radar radar;
  radar.high = 5;
  radar.value_label = "Today";
  radar.target_label = "Target";
  radar.title = "The pillars as a radar";
  for (std::size_t i = 0; i < axes; ++i)
    radar.axes.push_back({"Pillar " + std::to_string(i + 1),
                          Exact(static_cast<std::int64_t>(i % 5) + 1), Exact(4)});
  return radar;
}

struct Corner {
  double x = 0;
  double y = 0;
};

std::vector<Corner> corners_of(const SvgElement& polygon) {
  std::string points = polygon.attributes.at("points");
  for (char& letter : points)
    if (letter == ',') letter = ' ';
  std::istringstream numbers(points);
  std::vector<Corner> corners;
  for (Corner corner; numbers >> corner.x >> corner.y;) corners.push_back(corner);
  return corners;
}

TEST_CASE("a radar has its corners at equal angles from the top, as far out as their values") {
  for (std::size_t axes = least_radar_axes; axes <= most_radar_axes; ++axes) {
    for (const ChartWidth width : {ChartWidth::wide, ChartWidth::narrow}) {
      const std::string svg = draw_radar(radar_of(axes), width, "r");
      const SvgElement spoke = with_class(svg, "grid").at(0);  // the first axis, straight up
      const Corner centre{spoke.number("x1"), spoke.number("y1")};
      const double radius = centre.y - spoke.number("y2");
      const std::vector<SvgElement> dots = with_class(svg, "plot-dot");
      REQUIRE(dots.size() == axes);
      for (std::size_t i = 0; i < axes; ++i) {
        const double angle =
            2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(axes);
        const double distance = radius * static_cast<double>(i % 5 + 1) / 5;
        CHECK(std::abs(dots[i].number("cx") - (centre.x + distance * std::sin(angle))) < 0.05);
        CHECK(std::abs(dots[i].number("cy") - (centre.y - distance * std::cos(angle))) < 0.05);
      }
    }
  }
}

TEST_CASE("a radar has a ring for each stage, and its key names the lines") {
  const std::string svg = draw_radar(radar_of(6), ChartWidth::wide, "r");
  CHECK(with_class(svg, "radar-ring").size() == 5);
  CHECK(words_with_class(svg, "tick") == std::vector<std::string>{"1", "2", "3", "4", "5"});
  CHECK(words_with_class(svg, "dot-key") == std::vector<std::string>{"Today", "Target"});
}

TEST_CASE("a radar where one target is missing has no outline of targets") {
  Radar radar = radar_of(5);
  radar.axes[3].target.reset();
  const std::string svg = draw_radar(radar, ChartWidth::wide, "r");
  CHECK(with_class(svg, "radar-target").empty());
  CHECK(words_with_class(svg, "dot-key") == std::vector<std::string>{"Today"});
}

TEST_CASE("a value of a radar beyond its rings stands on the last one, one below at the centre") {
  Radar radar = radar_of(5);
  for (RadarAxis& axis : radar.axes) axis.value = 9;
  radar.axes[0].value = -1;
  const std::string svg = draw_radar(radar, ChartWidth::narrow, "r");
  const std::vector<Corner> last = corners_of(with_class(svg, "radar-ring").back());
  const std::vector<Corner> today = corners_of(with_class(svg, "radar-today").back());
  REQUIRE(today.size() == 5);
  CHECK(today[1].x == last[1].x);
  CHECK(today[1].y == last[1].y);
  CHECK(today[0].y == with_class(svg, "grid").at(0).number("y1"));
}

TEST_CASE("labels of a radar stay within the picture") {
  for (std::size_t axes = least_radar_axes; axes <= most_radar_axes; ++axes) {
    Radar radar = radar_of(axes);
    for (RadarAxis& axis : radar.axes) axis.label = "Customer experience and marketing";
    const std::string svg = draw_radar(radar, ChartWidth::narrow, "r");
    for (const SvgElement& label : with_class(svg, "dot-label")) {
      CHECK(label.number("x") > 0);
      CHECK(label.number("x") < 328);
      CHECK(label.number("y") > 0);
    }
  }
}

}  // namespace
}  // namespace stagecraft
