// The charts of reports: dot plot, timeline, waterfall, and any chart as a file of its own.
#include "render/chart/dot_plot.h"
#include "render/chart/plot_scale.h"
#include "render/chart/standalone.h"
#include "render/chart/timeline.h"
#include "render/chart/waterfall.h"
#include "support/catch.h"
#include "unit/render/chart/svg_reading.h"

namespace stagecraft {
namespace {

using Words = std::vector<std::string>;

DotPlot plot_of(std::vector<DotRow> rows) {
  DotPlot plot;
  plot.rows = std::move(rows);
  plot.low = 1;
  plot.high = 5;
  for (int stage = 1; stage <= 5; ++stage) plot.ticks.emplace_back(stage, std::to_string(stage));
  plot.value_label = "Today";
  plot.target_label = "Target";
  plot.title = "Where each pillar stands";
  return plot;
}

DotRow row_of(std::optional<Exact> value, std::optional<Exact> target) {
  return {"Data", "2, target 4", std::move(value), std::nullopt, std::nullopt, std::move(target),
          false};
}

TEST_CASE("a number outside a scale stands at its nearer end") {
  const PlotScale scale{1, 5, units(100), units(500)};
  CHECK(scale.at(1) == units(100));
  CHECK(scale.at(3) == units(300));
  CHECK(scale.at(Exact(3, 2)) == units(150));
  CHECK(scale.at(0) == units(100));
  CHECK(scale.at(9) == units(500));
}

TEST_CASE("a higher value stands further right, on the same scale as its target") {
  for (const ChartWidth width : {ChartWidth::wide, ChartWidth::narrow}) {
    const std::string svg = draw_dot_plot(plot_of({row_of(2, 4), row_of(4, 4)}), width, "p");
    const auto dots = with_class(svg, "plot-dot");  // the first one explains the mark
    const auto rings = with_class(svg, "plot-ring");
    REQUIRE(dots.size() == 3);
    REQUIRE(rings.size() == 3);
    CHECK(dots[1].number("cx") < dots[2].number("cx"));
    CHECK(dots[2].number("cx") == rings[2].number("cx"));
    CHECK(dots[1].number("cy") < dots[2].number("cy"));
  }
}

TEST_CASE("a row without a value has no dot, which is not one at zero") {
  DotRow row = row_of(std::nullopt, std::nullopt);
  row.value_text = "Not assessed";
  const std::string svg = draw_dot_plot(plot_of({row}), ChartWidth::wide, "p");
  CHECK(with_class(svg, "plot-dot").size() == 1);
  CHECK(words_with_class(svg, "dot-text") == Words{"Not assessed"});
}

TEST_CASE("what a value could turn out to be is a bar behind it") {
  DotRow row = row_of(2, std::nullopt);
  row.lowest = 1;
  row.highest = 3;
  DotPlot plot = plot_of({row});
  plot.range_label = "Possible";
  const auto bars = with_class(draw_dot_plot(plot, ChartWidth::wide, "p"), "plot-range");
  REQUIRE(bars.size() == 2);
  CHECK(bars[1].number("width") > 0);
}

TEST_CASE("long labels of a dot plot are broken, and the rows make room for them") {
  DotRow long_row = row_of(2, 4);
  long_row.label = "Customer experience and marketing across all channels and countries";
  const std::string svg = draw_dot_plot(plot_of({long_row, row_of(3, 4)}), ChartWidth::narrow, "p");
  CHECK(words_with_class(svg, "dot-label").size() > 2);
}

Timeline two_bars() {
  Timeline timeline;
  timeline.periods = {{"Q1 2027", 0, 90}, {"Q2 2027", 90, 181}};
  timeline.bars = {{"1", "Clean data", 0, 30, true}, {"2", "Answer questions", 95, 100, false}};
  timeline.title = "Two actions";
  return timeline;
}

TEST_CASE("bars of a timeline begin where their time begins and are as long as it") {
  const std::string svg = draw_timeline(two_bars(), "t");
  const auto bars = with_class(svg, "time-bar");
  REQUIRE(bars.size() == 2);
  CHECK(bars[0].number("x") + bars[0].number("width") < bars[1].number("x"));
  CHECK(bars[0].number("width") > bars[1].number("width"));
  CHECK(with_class(svg, "time-bar-marked").size() == 1);
  CHECK(words_with_class(svg, "tick") == Words{"Q1 2027", "Q2 2027"});
}

TEST_CASE("of very many periods only as many are named as have room") {
  Timeline timeline = two_bars();
  timeline.periods.clear();
  for (int i = 0; i < 40; ++i)
    timeline.periods.push_back({"Q" + std::to_string(i % 4 + 1), i * 90, (i + 1) * 90});
  CHECK(words_with_class(draw_timeline(timeline, "t"), "tick").size() <= 8);
}

TEST_CASE("each bar of a waterfall begins where the one before ends, and the last is the sum") {
  Waterfall chart;
  chart.bars = {{"Margin", "£300", 300}, {"Cost", "−£100", -100}};
  chart.total_label = "Net";
  chart.total_text = "£200";
  for (const ChartWidth width : {ChartWidth::wide, ChartWidth::narrow}) {
    const auto bars = with_class(draw_waterfall(chart, width, "w"), "fall-bar");
    REQUIRE(bars.size() == 3);
    CHECK(bars[0].number("x") == bars[2].number("x"));
    CHECK(bars[1].number("x") + bars[1].number("width") ==
          Approx(bars[0].number("x") + bars[0].number("width")));
    CHECK(bars[2].number("x") + bars[2].number("width") == Approx(bars[1].number("x")));
  }
}

TEST_CASE("a sum below zero stands on the other side of the line") {
  Waterfall chart;
  chart.bars = {{"Margin", "£100", 100}, {"Cost", "−£300", -300}};
  chart.total_label = "Net";
  chart.total_text = "−£200";
  const std::string svg = draw_waterfall(chart, ChartWidth::wide, "w");
  const auto bars = with_class(svg, "fall-bar");
  const double zero = with_class(svg, "zero").front().number("x1");
  CHECK(bars[2].number("x") + bars[2].number("width") == Approx(zero));
  CHECK(bars[2].number("x") < zero);
}

TEST_CASE("a chart as a file names its language and carries its colours") {
  const std::string svg = draw_timeline(two_bars(), "t");
  const std::string file = standalone_svg(svg, {{252, 251, 248}, {29, 27, 24}, {11, 90, 80}});
  CHECK(file.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"timeline\""));
  CHECK(file.find("#0b5a50") != std::string::npos);
  CHECK(file.find("ACCENT") == std::string::npos);
  CHECK(file.find("var(") == std::string::npos);
}

}  // namespace
}  // namespace stagecraft
