#include "render/chart/impact_effort.h"

#include <algorithm>
#include <cmath>

#include "support/catch.h"
#include "unit/render/chart/svg_reading.h"

namespace stagecraft {
namespace {

using Words = std::vector<std::string>;

ImpactEffortChart chart_of(std::vector<EffortPoint> points) {
  return {std::move(points), "Impact", "Effort", "Quick wins", "What to do", ""};
}

std::string wide(const ImpactEffortChart& chart) {
  return draw_impact_effort(chart, ChartWidth::wide, "m");
}

/// `count` points of the same impact and effort, numbered from 1.
std::vector<EffortPoint> crowd(int count) {
  std::vector<EffortPoint> points;
  for (int number = 1; number <= count; ++number) points.push_back({std::to_string(number), 4, 2});
  return points;
}

double distance(const SvgElement& a, const SvgElement& b) {
  return std::hypot(a.number("cx") - b.number("cx"), a.number("cy") - b.number("cy"));
}

TEST_CASE("more impact is higher and more effort further right") {
  const auto dots = with_class(wide(chart_of({{"1", 5, 1}, {"2", 1, 5}})), "dot");
  REQUIRE(dots.size() == 2);
  CHECK(dots[0].number("cy") < dots[1].number("cy"));
  CHECK(dots[0].number("cx") < dots[1].number("cx"));
}

TEST_CASE("every dot carries its number") {
  const std::string svg = wide(chart_of({{"1", 5, 3}, {"2", 4, 1}, {"12", 4, 2}}));
  Words numbers = words_with_class(svg, "dot-number");
  std::sort(numbers.begin(), numbers.end());
  CHECK(numbers == Words{"1", "12", "2"});
}

TEST_CASE("dots of one cell stand side by side in their order, none upon another") {
  for (const ChartWidth width : {ChartWidth::wide, ChartWidth::narrow}) {
    const std::string svg = draw_impact_effort(chart_of(crowd(11)), width, "m");
    const auto dots = with_class(svg, "dot");
    REQUIRE(dots.size() == 11);
    CHECK(words_with_class(svg, "dot-number").front() == "1");
    CHECK(words_with_class(svg, "dot-number").back() == "11");
    for (std::size_t a = 0; a < dots.size(); ++a) {
      for (std::size_t b = a + 1; b < dots.size(); ++b) {
        CHECK(distance(dots[a], dots[b]) >= 2 * dots[a].number("r"));
      }
    }
  }
}

TEST_CASE("a crowded cell makes its row higher and its dots stay inside it") {
  const std::string svg = wide(chart_of(crowd(11)));
  const auto box = with_class(svg, "quick-wins").at(0);
  for (const SvgElement& dot : with_class(svg, "dot")) {
    CHECK(dot.number("cx") - dot.number("r") >= box.number("x"));
    CHECK(dot.number("cx") + dot.number("r") <= box.number("x") + box.number("width"));
    CHECK(dot.number("cy") - dot.number("r") >= box.number("y"));
    CHECK(dot.number("cy") + dot.number("r") <= box.number("y") + box.number("height"));
  }
}

TEST_CASE("the corner of quick wins holds impact 4 and 5 at effort 1 and 2, and nothing else") {
  const std::string svg = wide(chart_of({{"in", 4, 2}, {"low", 3, 2}, {"dear", 4, 3}}));
  const auto box = with_class(svg, "quick-wins").at(0);
  const auto is_inside = [&box](const SvgElement& dot) {
    return dot.number("cx") < box.number("x") + box.number("width") &&
           dot.number("cy") < box.number("y") + box.number("height");
  };
  const auto dots =
      with_class(svg, "dot");  // from high impact to low, then from low effort to high
  REQUIRE(dots.size() == 3);
  CHECK(words_with_class(svg, "dot-number") == Words{"in", "dear", "low"});
  CHECK(is_inside(dots[0]));
  CHECK_FALSE(is_inside(dots[1]));
  CHECK_FALSE(is_inside(dots[2]));
}

}  // namespace
}  // namespace stagecraft
