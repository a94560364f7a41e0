#include "render/chart/ladder.h"

#include "support/catch.h"
#include "unit/render/chart/svg_reading.h"

namespace stagecraft {
namespace {

using Words = std::vector<std::string>;

/// A ladder of steps with these titles, without marks.
Ladder ladder_of(const Words& titles) {
  Ladder ladder;
  for (const std::string& title : titles) {
    ladder.steps.push_back({std::to_string(ladder.steps.size() + 1), title});
  }
  ladder.today_label = "Today";
  ladder.possible_label = "Possible";
  ladder.target_label = "Target";
  ladder.title = "The stages";
  return ladder;
}

Ladder five_steps() {
  return ladder_of({"Reactive", "Responsive", "Proactive", "Autonomous", "Orchestrated"});
}

std::string wide(const Ladder& ladder) {
  return draw_ladder(ladder, ChartWidth::wide, "l");
}
std::string narrow(const Ladder& ladder) {
  return draw_ladder(ladder, ChartWidth::narrow, "l");
}

TEST_CASE("a ladder has a tread for each step, and each stands higher than the one before") {
  for (const std::string& svg : {wide(five_steps()), narrow(five_steps())}) {
    const auto treads = with_class(svg, "tread");
    REQUIRE(treads.size() == 5);
    CHECK(with_class(svg, "riser").size() == 4);
    for (std::size_t step = 1; step < treads.size(); ++step) {
      CHECK(treads[step].number("y1") < treads[step - 1].number("y1"));
      CHECK(treads[step].number("x1") == treads[step - 1].number("x2"));
    }
  }
}

TEST_CASE("every step says its number and its title") {
  for (const std::string& svg : {wide(five_steps()), narrow(five_steps())}) {
    CHECK(words_with_class(svg, "step-number") == Words{"1", "2", "3", "4", "5"});
    CHECK(words_with_class(svg, "step-title") ==
          Words{"Reactive", "Responsive", "Proactive", "Autonomous", "Orchestrated"});
  }
}

TEST_CASE("today and the target are marked on their steps, in words as well") {
  Ladder ladder = five_steps();
  ladder.today = 1;
  ladder.target = 3;
  const std::string svg = wide(ladder);
  const auto treads = with_class(svg, "tread");
  const auto today = with_class(svg, "mark-today");
  const auto target = with_class(svg, "mark-target");
  REQUIRE(today.size() == 1);
  REQUIRE(target.size() == 1);
  CHECK(today[0].number("cy") == treads[1].number("y1"));
  CHECK(target[0].number("cy") == treads[3].number("y1"));
  CHECK(words_with_class(svg, "mark-today-label") == Words{"Today"});
  CHECK(words_with_class(svg, "mark-target-label") == Words{"Target"});
  CHECK(with_class(svg, "tread-reached").size() == 1);
  CHECK(with_class(svg, "tread-today").size() == 1);
  CHECK(with_class(svg, "tread-ahead").size() == 2);
  CHECK(with_class(svg, "tread-beyond").size() == 1);
}

TEST_CASE("a reached target is a ring around today's disc, with both words below each other") {
  Ladder ladder = five_steps();
  ladder.today = 2;
  ladder.target = 2;
  const std::string svg = wide(ladder);
  const auto disc = with_class(svg, "mark-today").at(0);
  const auto ring = with_class(svg, "mark-target").at(0);
  CHECK(disc.number("cx") == ring.number("cx"));
  CHECK(disc.number("r") < ring.number("r"));
  CHECK(with_class(svg, "mark-today-label").at(0).number("y") <
        with_class(svg, "mark-target-label").at(0).number("y"));
}

TEST_CASE("steps that today could turn out to be are marked apart from today") {
  Ladder ladder = five_steps();
  ladder.today = 1;
  ladder.possible = LadderSpan{1, 2};
  const std::string svg = wide(ladder);
  CHECK(with_class(svg, "tread-possible").size() == 1);
  CHECK(with_class(svg, "mark-possible").at(0).number("cx") >
        with_class(svg, "mark-today").at(0).number("cx"));
}

TEST_CASE("without a stated position only the possible steps are marked") {
  Ladder ladder = five_steps();
  ladder.possible = LadderSpan{0, 2};
  const std::string svg = narrow(ladder);
  CHECK(with_class(svg, "mark-today").empty());
  CHECK(with_class(svg, "mark-possible").size() == 3);
}

TEST_CASE("steps without titles show large numbers only") {
  const std::string svg = wide(ladder_of({"", "", ""}));
  CHECK(words_with_class(svg, "step-number-large") == Words{"1", "2", "3"});
  CHECK(with_class(svg, "step-title").empty());
}

TEST_CASE("a long title breaks into lines and the image grows to hold them") {
  const std::string svg =
      wide(ladder_of({"A", "Quantitatively managed and optimised", "C", "D", "E"}));
  CHECK(words_with_class(svg, "step-title").size() > 5);
  for (const SvgElement& text : with_class(svg, "step-title")) CHECK(text.number("y") > 0);
  CHECK(with_class(svg, "step-number").at(4).number("y") > 0);
}

TEST_CASE("a ladder of one step and one of many are drawn") {
  CHECK(with_class(wide(ladder_of({"Only"})), "riser").empty());
  CHECK(with_class(narrow(ladder_of(Words(40, "Step"))), "tread").size() == 40);
}

TEST_CASE("hostile titles come out as words") {
  const std::string svg = wide(ladder_of({"<script>alert(1)</script>"}));
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(svg.find("&lt;script&gt;") != std::string::npos);
}

TEST_CASE("small and tiny ladders mark one step and are hidden from assistive technology") {
  for (const std::string& svg : {draw_small_ladder(5, 2), draw_ladder_glyph(5, 2)}) {
    CHECK(svg.find("aria-hidden=\"true\"") != std::string::npos);
    CHECK(with_class(svg, "outline").size() == 1);
    CHECK(with_class(svg, "tread-today").size() == 1);
  }
  CHECK(with_class(draw_ladder_glyph(5, std::nullopt), "tread-today").empty());
}

}  // namespace
}  // namespace stagecraft
