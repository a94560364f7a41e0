#include "render/chart/trend_panels.h"

#include "support/catch.h"
#include "unit/render/chart/svg_reading.h"

namespace stagecraft {
namespace {

TrendPanels chart_of(std::vector<TrendPanel> panels) {
  TrendPanels chart;
  chart.panels = std::move(panels);
  chart.dates = {0, 100, 400};
  chart.names = {"January 2026", "April 2026", "February 2027"};
  chart.low = 1;
  chart.high = 5;
  for (int stage = 1; stage <= 5; ++stage) chart.ticks.emplace_back(stage, std::to_string(stage));
  chart.title = "No pillar stands higher";
  return chart;
}

const TrendPanel whole{"Data",
                       {{Exact(1), "1", TrendLine::none},
                        {Exact(3), "3", TrendLine::whole},
                        {Exact(2), "2", TrendLine::broken}},
                       false};
const TrendPanel gap{"Data",
                     {{Exact(1), "1", TrendLine::none},
                      {std::nullopt, "No data", TrendLine::none},
                      {Exact(2), "2", TrendLine::none}},
                     false};

TEST_CASE("a later date stands further right, and a higher value further up") {
  for (const ChartWidth width : {ChartWidth::wide, ChartWidth::narrow}) {
    const auto dots = with_class(draw_trend_panels(chart_of({whole}), width, "t"), "plot-dot");
    REQUIRE(dots.size() == 3);
    CHECK(dots[0].number("cx") < dots[1].number("cx"));
    CHECK(dots[1].number("cx") < dots[2].number("cx"));
    CHECK(dots[1].number("cy") < dots[2].number("cy"));
    CHECK(dots[2].number("cy") < dots[0].number("cy"));
  }
}

TEST_CASE("time runs evenly from date to date") {
  const auto dots =
      with_class(draw_trend_panels(chart_of({whole}), ChartWidth::wide, "t"), "plot-dot");
  const double first = dots[1].number("cx") - dots[0].number("cx");
  const double all = dots[2].number("cx") - dots[0].number("cx");
  CHECK(first / all == Approx(0.25).margin(0.001));
}

TEST_CASE("a date without a value has a word and no dot, and no line passes it") {
  const std::string svg = draw_trend_panels(chart_of({gap}), ChartWidth::wide, "t");
  CHECK(with_class(svg, "plot-dot").size() == 2);
  CHECK(words_with_class(svg, "no-value") == std::vector<std::string>{"No data"});
  CHECK(with_class(svg, "trend-line").empty());
}

TEST_CASE("an assumed line is broken, and an upright line stands before another version") {
  TrendPanels chart = chart_of({whole});
  chart.breaks = {2};
  const std::string svg = draw_trend_panels(chart, ChartWidth::narrow, "t");
  CHECK(with_class(svg, "trend-line").size() == 2);
  CHECK(with_class(svg, "trend-assumed").size() == 1);
  REQUIRE(with_class(svg, "trend-break").size() == 1);
  const auto dots = with_class(svg, "plot-dot");
  const double x = with_class(svg, "trend-break").front().number("x1");
  CHECK(dots[1].number("cx") < x);
  CHECK(x < dots[2].number("cx"));
}

TEST_CASE("panels stand side by side where there is room, and one below the other elsewhere") {
  const TrendPanels chart = chart_of({whole, whole, whole, whole});
  const auto wide = with_class(draw_trend_panels(chart, ChartWidth::wide, "t"), "plot-dot");
  const auto narrow = with_class(draw_trend_panels(chart, ChartWidth::narrow, "t"), "plot-dot");
  REQUIRE(wide.size() == 12);
  CHECK(wide[0].number("cy") == wide[3].number("cy"));
  CHECK(wide[0].number("cx") == wide[9].number("cx"));
  CHECK(wide[0].number("cy") < wide[9].number("cy"));
  CHECK(narrow[0].number("cx") == narrow[3].number("cx"));
  CHECK(narrow[0].number("cy") < narrow[3].number("cy"));
}

}  // namespace
}  // namespace stagecraft
