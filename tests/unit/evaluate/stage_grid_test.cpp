// The grid of content/docs/reports.md: what is there of what each stage asks.
#include "evaluate/stage_grid.h"

#include "support/catch.h"
#include "unit/evaluate/evaluation_fixture.h"

namespace stagecraft {
namespace {

using testing::counted_questions;
using testing::evaluated;
using testing::placed_pillars;

const std::string two_pillars =
    "stages: [{id: first, title: 1}, {id: second, title: 2}]\n"
    "pillars:\n"
    "  - {id: one, title: One, pillars: [{id: part, title: Part}]}\n"
    "  - {id: two, title: Two}\n"
    "questions:\n"
    "  - {id: a, text: A., stage: first, pillar: part}\n"
    "  - {id: b, text: B., stage: second, pillar: part, type: percent}\n"
    "  - {id: c, text: C., stage: second, pillar: part}\n"
    "  - {id: d, text: D., stage: second, pillar: two}\n"
    "scoring: {id: m, title: M, rule: R., leaf_pillars: {by: mean}, overall: {by: mean}}\n";

TEST_CASE("a question holds from three quarters of the way to its best answer on") {
  const auto held = [](const std::string& answer) {
    const auto shop = evaluated(two_pillars, "answers: {b: " + answer + "}\n");
    return is_held(*shop->evaluation.scores.find(1));
  };
  CHECK(held("75"));
  CHECK_FALSE(held("74.99"));
  CHECK_FALSE(held("unknown"));
}

TEST_CASE("the grid counts what a stage asks of a pillar and of those below it") {
  const auto shop = evaluated(two_pillars, "answers: {a: yes, b: 80, c: unknown, d: no}\n");
  const std::vector<GridRow> grid = stage_grid(shop->evaluation);
  REQUIRE(grid.size() == 2);
  CHECK(grid[0].cells[0].asked == 1);
  CHECK(grid[0].cells[0].held == 1);
  CHECK(grid[0].cells[1].asked == 2);
  CHECK(grid[0].cells[1].held == 1);
  CHECK(grid[0].cells[1].open == 1);
  CHECK(grid[1].cells[0].asked == 0);
  CHECK(grid[1].cells[1].asked == 1);
  CHECK(grid[1].cells[1].held == 0);
}

TEST_CASE("what does not apply is neither asked nor held") {
  const auto shop =
      evaluated(two_pillars, "answers: {a: {answer: not-applicable, note: None.}, c: yes}\n");
  const GridRow row = stage_grid(shop->evaluation).front();
  CHECK(row.cells[0].asked == 0);
  CHECK(row.cells[1].asked == 2);
  CHECK(row.cells[1].held == 1);
}

TEST_CASE("a model without pillars has one row for the whole") {
  const auto shop = evaluated(counted_questions, "answers: {a: yes, b: no, c: no}\n");
  const std::vector<GridRow> grid = stage_grid(shop->evaluation);
  REQUIRE(grid.size() == 1);
  CHECK_FALSE(grid[0].pillar.has_value());
  CHECK(grid[0].cells[0].held == 1);
  CHECK(grid[0].cells[2].held == 0);
}

TEST_CASE("where no question names a stage there is no grid") {
  const auto shop = evaluated(placed_pillars({"one"}), "answers: {of-one: second}\n");
  CHECK(stage_grid(shop->evaluation).empty());
}

}  // namespace
}  // namespace stagecraft
