#include "render/chart/range_chart.h"

#include <algorithm>

#include "support/catch.h"
#include "unit/render/chart/svg_reading.h"

namespace stagecraft {
namespace {

using Words = std::vector<std::string>;

std::optional<Exact> decimal(std::string_view text) {
  return parse_decimal(text);
}

TypicalRange closed(std::string_view low, std::string_view high) {
  return {"Stage", "range", decimal(low), decimal(high), RangeRole::other};
}

TypicalRange at_least(std::string_view low) {
  return {"Stage", "range", decimal(low), std::nullopt, RangeRole::other};
}

TypicalRange at_most(std::string_view high) {
  return {"Stage", "range", std::nullopt, decimal(high), RangeRole::other};
}

RangeChart chart_of(std::vector<TypicalRange> ranges, std::optional<Exact> value = std::nullopt) {
  return {std::move(ranges), value, value ? "value" : "No data", std::nullopt, "KPI", ""};
}

std::string wide(const RangeChart& chart) {
  return draw_range_chart(chart, ChartWidth::wide, "k");
}

/// The ends of a scale and its step, as text.
Words scale(std::vector<TypicalRange> ranges, std::optional<Exact> limit = std::nullopt) {
  const Scale scale = scale_of(ranges, limit);
  return {decimal_text(scale.low, 4), decimal_text(scale.high, 4), decimal_text(scale.step, 4)};
}

/// The x of the marks on the axis.
std::vector<double> tick_places(const std::string& svg) {
  std::vector<double> places;
  for (const SvgElement& tick : with_class(svg, "tick")) places.push_back(tick.number("x"));
  return places;
}

TEST_CASE("a scale begins at zero and ends at a round number") {
  CHECK(scale({closed("40", "60"), closed("80", "86")}) == Words{"0", "100", "20"});
  CHECK(scale({closed("2", "4"), closed("4", "6")}) == Words{"0", "6", "2"});
  CHECK(scale({closed("0.1", "0.3")}) == Words{"0", "0.3", "0.1"});
  CHECK(scale({closed("1200", "48000")}) == Words{"0", "50000", "10000"});
}

TEST_CASE("a scale reaches below zero when a range does") {
  CHECK(scale({closed("-8", "15")}) == Words{"-10", "15", "5"});
  CHECK(scale({closed("-20", "-10")}) == Words{"-20", "0", "5"});
}

TEST_CASE("an open range gets room to be seen") {
  CHECK(scale({at_least("10"), closed("5", "11")}) == Words{"0", "15", "5"});
  CHECK(scale({at_least("0")}) == Words{"0", "1.5", "0.5"});
}

TEST_CASE("an open range needs no room beyond the limit, but a range end is never cut off") {
  CHECK(scale({at_least("90")}, Exact(100)) == Words{"0", "100", "20"});
  CHECK(scale({at_least("150")}, Exact(100)) == Words{"0", "150", "50"});
}

TEST_CASE("the value does not move the scale") {
  const RangeChart low = chart_of({closed("40", "60")}, Exact(1));
  const RangeChart high = chart_of({closed("40", "60")}, Exact(900));
  CHECK(words_with_class(wide(low), "tick") == words_with_class(wide(high), "tick"));
}

TEST_CASE("a range is as wide as its numbers say") {
  const std::string svg = wide(chart_of({closed("20", "40"), closed("0", "100")}));
  const std::vector<double> ticks = tick_places(svg);
  REQUIRE(ticks.size() == 6);  // 0, 20, …, 100
  const std::string corners = with_class(svg, "range").at(0).attributes.at("points");
  CHECK(std::stod(corners) == Approx(ticks[1]));
  CHECK(std::stod(corners.substr(corners.rfind(' ') + 1)) == Approx(ticks[2]));
}

TEST_CASE("an open end is an arrow that reaches the edge") {
  const auto corners = [](const TypicalRange& range) {
    const std::string points =
        with_class(wide(chart_of({range})), "range").at(0).attributes.at("points");
    return std::count(points.begin(), points.end(), ',');
  };
  CHECK(corners(closed("10", "20")) == 4);
  CHECK(corners(at_least("10")) == 5);
  CHECK(corners(at_most("10")) == 5);
}

TEST_CASE("a range of one number can still be seen") {
  const std::string svg = wide(chart_of({closed("50", "50")}));
  const std::string corners = with_class(svg, "range").at(0).attributes.at("points");
  CHECK(std::stod(corners) < std::stod(corners.substr(corners.rfind(' ') + 1)));
}

TEST_CASE("a value stands on the scale, with its words") {
  const std::string svg = wide(chart_of({closed("40", "60")}, Exact(40)));
  const auto line = with_class(svg, "value-line").at(0);
  const std::vector<double> ticks = tick_places(svg);
  const Words labels = words_with_class(svg, "tick");
  const auto forty = std::find(labels.begin(), labels.end(), "40");
  REQUIRE(forty != labels.end());
  CHECK(line.number("x1") == Approx(ticks[static_cast<std::size_t>(forty - labels.begin())]));
  CHECK(words_with_class(svg, "value-text") == Words{"value"});
}

TEST_CASE("a value outside the scale is an arrow with its number, never a line at the edge") {
  for (const Exact& value : {Exact(-5), Exact(500)}) {
    const std::string svg = wide(chart_of({closed("40", "60")}, value));
    CHECK(with_class(svg, "value-line").empty());
    CHECK(with_class(svg, "value-arrow").size() == 1);
    CHECK(words_with_class(svg, "value-text") == Words{"value"});
  }
}

TEST_CASE("values at both ends of the scale are still inside it") {
  for (const Exact& value : {Exact(0), Exact(60)}) {
    const std::string svg = wide(chart_of({closed("40", "60")}, value));
    CHECK(with_class(svg, "value-line").size() == 1);
  }
}

TEST_CASE("a missing value says so and is not drawn as zero") {
  const std::string svg = wide(chart_of({closed("40", "60")}));
  CHECK(with_class(svg, "value-line").empty());
  CHECK(with_class(svg, "value-arrow").empty());
  CHECK(words_with_class(svg, "no-value") == Words{"No data"});
}

TEST_CASE("today is solid and the target hollow") {
  TypicalRange today = closed("40", "60");
  today.role = RangeRole::today;
  TypicalRange target = closed("70", "80");
  target.role = RangeRole::target;
  const std::string svg = wide(chart_of({today, target, closed("80", "86")}));
  CHECK(with_class(svg, "range-today").size() == 1);
  CHECK(with_class(svg, "range-target").size() == 1);
  CHECK(with_class(svg, "range").size() == 3);
  CHECK(with_class(svg, "range-label-marked").size() == 2);
}

TEST_CASE("words of any length leave a third of the width to the plot") {
  RangeChart chart = chart_of({closed("1", "2")});
  chart.ranges[0].label = std::string(200, 'x');
  chart.ranges[0].range_text = std::string(200, 'y');
  const std::vector<double> ticks = tick_places(draw_range_chart(chart, ChartWidth::narrow, "k"));
  CHECK(ticks.back() - ticks.front() > 328 / 3.0 - 30);
}

TEST_CASE("both widths show the same marks and words") {
  const RangeChart chart = chart_of({closed("40", "60"), at_least("70")}, Exact(52));
  const std::string narrow = draw_range_chart(chart, ChartWidth::narrow, "k");
  CHECK(words_with_class(narrow, "tick") == words_with_class(wide(chart), "tick"));
  CHECK(elements_of(narrow).size() == elements_of(wide(chart)).size());
}

}  // namespace
}  // namespace stagecraft
