// The examples of content/docs/trend.md and benchmarks.md.
#include "evaluate/benchmark_position.h"
#include "evaluate/portfolio.h"
#include "evaluate/trend.h"
#include "support/catch.h"
#include "unit/evaluate/evaluation_fixture.h"

namespace stagecraft {
namespace {

using testing::counted_questions;
using testing::evaluated;
using testing::placed_pillars;

/// The same model, half a year before.
AssessmentEvaluation evaluation_of(const MaturityModel& model, const Assessment& assessment) {
  return evaluate_assessment(model, assessment);
}

TEST_CASE("only questions that are answered at both dates are compared") {
  const auto now = evaluated(counted_questions, "answers: {a: yes, b: yes, c: unknown}\n");
  const auto then = evaluated(counted_questions, "answers: {a: no, c: yes}\n");
  const AssessmentEvaluation earlier =
      evaluation_of(now->input->model, then->input->assessment);
  const Trend trend = trend_between(earlier, now->evaluation);
  CHECK(trend.comparable == 1);
  CHECK(trend.risen == std::vector<QuestionIndex>{0});
  CHECK(trend.only_now == std::vector<QuestionIndex>{1});
  CHECK(trend.only_then == std::vector<QuestionId>{QuestionId("c")});
  CHECK(trend.nodes.front().then == Exact(0));
  CHECK(trend.nodes.front().now == Exact(1));
  CHECK(trend.is_assumed);
}

TEST_CASE("progress is negative where ground was lost") {
  const auto now = evaluated(placed_pillars({"one"}),
                             "target: {stage: fourth}\nanswers: {of-one: first}\n");
  const auto then = evaluated(placed_pillars({"one"}), "answers: {of-one: second}\n");
  const AssessmentEvaluation earlier =
      evaluation_of(now->input->model, then->input->assessment);
  CHECK(trend_between(earlier, now->evaluation).nodes.front().progress == Exact(-50));
}

TEST_CASE("what a new version rewords or rescales is told and not compared") {
  const std::string scoring = "scoring: {id: m, title: M, rule: R., overall: {by: sum}}\n";
  const auto now = evaluated(
      "questions: [{id: a, text: A., formerly: [old-a]}, {id: b, text: Bee.}, "
      "{id: s, text: S., type: scale, to: 5}]\n" + scoring,
      "answers: {a: yes, b: yes, s: 3}\n");
  const auto then = evaluated(
      "questions: [{id: old-a, text: A.}, {id: b, text: B.}, "
      "{id: s, text: S., type: scale, to: 4}, {id: gone, text: G.}]\n" + scoring,
      "answers: {old-a: no, b: yes, s: 3, gone: yes}\n");
  const Trend trend = trend_between(then->evaluation, now->evaluation);
  CHECK(trend.comparable == 1);
  CHECK(trend.risen == std::vector<QuestionIndex>{0});
  CHECK_FALSE(trend.is_assumed);
  REQUIRE(trend.model_changes.size() == 4);
  CHECK(trend.model_changes[0].change == QuestionChange::renamed);
  CHECK(trend.model_changes[0].before == "old-a");
  CHECK(trend.model_changes[1].change == QuestionChange::reworded);
  CHECK(trend.model_changes[2].change == QuestionChange::rescaled);
  CHECK(trend.model_changes[3].change == QuestionChange::removed);
}

Benchmark others(std::vector<std::size_t> by_stage) {
  return {ModelId("tea"), "Others", Date{2026, 3, 0}, "Asked.", "",
          {{std::nullopt, std::move(by_stage), 0}}};
}

TEST_CASE("a benchmark counts who is below, at and above the stage") {
  const auto shop = evaluated(placed_pillars({"one"}), "answers: {of-one: third}\n");
  const auto position = compare_with(others({9, 17, 6, 3}), shop->evaluation).front();
  CHECK(position.n == 35);
  CHECK(position.others->below == 26);
  CHECK(position.others->same == 6);
  CHECK(position.others->above == 3);
}

TEST_CASE("a benchmark of fewer than twenty is refused") {
  const auto shop = evaluated(placed_pillars({"one"}), "answers: {of-one: second}\n");
  CHECK(compare_with(others({4, 8, 7, 0}), shop->evaluation).front().is_refused);
  CHECK_FALSE(compare_with(others({4, 8, 8, 0}), shop->evaluation).front().is_refused);
}

/// Subjects at these stages.
PortfolioSummary portfolio_of(const std::vector<std::string>& stages) {
  const auto first = evaluated(placed_pillars({"one"}), "");
  Portfolio portfolio(first->input->model);
  for (std::size_t i = 0; i < stages.size(); ++i) {
    Assessment assessment =
        evaluated(placed_pillars({"one"}), "answers: {of-one: " + stages[i] + "}\n")
            ->input->assessment;
    assessment.subject.id = SubjectId("subject-" + std::to_string(i));
    portfolio.add(assessment);
  }
  return portfolio.summary();
}

TEST_CASE("there are no averages of fewer than five subjects") {
  const PortfolioSummary four = portfolio_of({"first", "second", "second", "fourth"});
  CHECK(four.nodes.front().by_stage == std::vector<std::size_t>{1, 2, 0, 1});
  CHECK_FALSE(four.nodes.front().figures.has_value());
  const PortfolioSummary five = portfolio_of({"first", "second", "second", "fourth", "fourth"});
  CHECK(five.nodes.front().figures->mean == Exact(13, 5));
  CHECK(five.nodes.front().median == Exact(2));
}

}  // namespace
}  // namespace stagecraft
