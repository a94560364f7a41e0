#include "support/catch.h"
#include "unit/load/model_fixture.h"

namespace stagecraft {
namespace {

using testing::model_with;
using testing::three_stages;

/// A model of three stages, the pillars build (of tests and review) and run, and four questions.
MaturityModel scored(const std::string& scoring) {
  return model_with(three_stages + R"(
sources: [{id: book, document: The Book, publisher: Press}]
pillars:
  - id: build
    title: Build
    weight: 3
    pillars: [{id: tests, title: Tests}, {id: review, title: Review}]
  - {id: run, title: Run}
questions:
  - {id: a, text: A., pillar: tests}
  - {id: b, type: text, text: B.}
  - {id: c, text: C., pillar: review}
  - {id: d, text: D., pillar: run}
scoring:
)" + scoring);
}

ScoringMethod method_with(const std::string& keys) {
  return scored("  - {id: m, title: M, rule: R., " + keys + "}\n").methods.at(0);
}

TEST_CASE("a method is read with all its keys") {
  const MaturityModel model = scored(R"(
  - id: m
    title: M
    rule: R.
    own_note: Ours.
    source: book
    questions: [d, a]
    unanswered: void
    not_applicable: forbid
    enough: 62.5
    teams: min
    respondents: majority
    digits: 0
    overall: {by: count, at_least: 0.5, over: questions}
  - {id: n, title: N, rule: R., overall: {}}
)");
  REQUIRE(model.methods.size() == 2);
  const ScoringMethod& method = model.methods[0];
  CHECK(method.id == MethodId("m"));
  CHECK(method.title == "M");
  CHECK(method.rule == "R.");
  CHECK(method.own_note == "Ours.");
  CHECK(method.source == SourceId("book"));
  CHECK(method.questions == std::vector<QuestionIndex>{0, 3});
  CHECK(method.unanswered == UnansweredPolicy::voids);
  CHECK(method.not_applicable == NotApplicablePolicy::forbid);
  CHECK(method.enough == Exact(5, 8));
  CHECK(method.teams == Combination::min);
  CHECK(method.respondents == Combination::majority);
  CHECK(method.digits == 0);
  CHECK(method.overall.by == Aggregate::count);
  CHECK(method.overall.at_least == Exact(1, 2));
  CHECK(method.overall.over == Over::questions);
  CHECK_FALSE(method.overall.gives_stage());
}

TEST_CASE("a method that says nothing is the mean of all that can be scored") {
  const ScoringMethod method = method_with("overall: {}");
  CHECK(method.questions == std::vector<QuestionIndex>{0, 2, 3});
  CHECK(method.unanswered == UnansweredPolicy::lowest);
  CHECK(method.not_applicable == NotApplicablePolicy::exclude);
  CHECK(method.enough == 0);
  CHECK(method.teams == Combination::mean);
  CHECK(method.respondents == Combination::mean);
  CHECK(method.digits == 2);
  CHECK(method.overall.by == Aggregate::mean);
  CHECK(method.overall.at_least == 1);
  CHECK(method.overall.over == Over::children);
  REQUIRE(method.pillars.size() == 4);
  for (const NodeRule& rule : method.pillars) CHECK(rule.by == Aggregate::mean);
  CHECK(method.pillar_weights == std::vector<Exact>{3, 1, 1, 1});
}

TEST_CASE("a single method may stand without the list") {
  const MaturityModel model = scored("  {id: m, title: M, rule: R., overall: {by: sum}}\n");
  REQUIRE(model.methods.size() == 1);
  CHECK(model.methods[0].overall.by == Aggregate::sum);
}

TEST_CASE("bands are read with what they say") {
  const ScoringMethod method = method_with(
      "overall: {by: count, bands: [{from: 0, stage: bag, meaning: M., priority: P.}, "
      "{from: 0.575, stage: field}]}");
  const Bands* bands = std::get_if<Bands>(&method.overall.stage);
  REQUIRE(bands);
  REQUIRE(bands->size() == 2);
  CHECK((*bands)[0].from == 0);
  CHECK((*bands)[0].stage == 0);
  CHECK((*bands)[0].meaning == "M.");
  CHECK((*bands)[0].priority == "P.");
  CHECK((*bands)[1].from == Exact(575, 1000));
  CHECK((*bands)[1].stage == 2);
}

TEST_CASE("prerequisites ask for everything, a share, or a share of each stage") {
  const ScoringMethod method = method_with(
      "overall: {prerequisites: [{stage: bag, needs: all, meaning: M., priority: P.}, "
      "{stage: pot, needs: 60}, {stage: field, needs: {field: 33.5, bag: 100}}]}");
  CHECK(method.overall.by == Aggregate::none);
  const Prerequisites* climb = std::get_if<Prerequisites>(&method.overall.stage);
  REQUIRE(climb);
  REQUIRE(climb->size() == 3);
  CHECK(std::holds_alternative<NeedsAll>((*climb)[0].needs));
  CHECK((*climb)[0].meaning == "M.");
  CHECK((*climb)[0].priority == "P.");
  CHECK((*climb)[1].stage == 1);
  CHECK(std::get<NeedsShare>((*climb)[1].needs).percent == 60);
  const NeedsEach& each = std::get<NeedsEach>((*climb)[2].needs);
  REQUIRE(each.thresholds.size() == 2);
  CHECK(each.thresholds[0].stage == 0);
  CHECK(each.thresholds[0].percent == 100);
  CHECK(each.thresholds[1].stage == 2);
  CHECK(each.thresholds[1].percent == Exact(67, 2));
}

TEST_CASE("prerequisites may stand beside a value") {
  const ScoringMethod method =
      method_with("overall: {by: mean, prerequisites: [{stage: pot, needs: all}]}");
  CHECK(method.overall.by == Aggregate::mean);
}

TEST_CASE("pillars with and without pillars below them have rules of their own") {
  const ScoringMethod method = method_with(
      "overall: {over: stages}, pillars: {by: min, stage: fractional}, "
      "leaf_pillars: {by: max, stage: chosen}");
  CHECK(method.pillars[0].by == Aggregate::min);
  CHECK(std::get<StageNumber>(method.pillars[0].stage) == StageNumber::fractional);
  for (const PillarIndex leaf : {1, 2, 3}) {
    CHECK(method.pillars[leaf].by == Aggregate::max);
    CHECK(std::get<StageNumber>(method.pillars[leaf].stage) == StageNumber::chosen);
  }
}

TEST_CASE("the rule of pillars holds for leaves as well when they have none") {
  const ScoringMethod method = method_with("overall: {}, pillars: {by: median}");
  CHECK(method.pillars[0].by == Aggregate::median);
  CHECK(method.pillars[3].by == Aggregate::median);
}

TEST_CASE("what a node leaves out is taken from the rule that would hold without it") {
  const ScoringMethod method = method_with(
      "overall: {}, pillars: {by: weighted-mean, over: questions, bands: [{from: 0, stage: bag}]}, "
      "nodes: {tests: {over: children}, review: {stage: chosen, weight: 4}, "
      "run: {prerequisites: [{stage: pot, needs: all}]}}");
  const NodeRule& tests = method.pillars[1];
  CHECK(tests.by == Aggregate::weighted_mean);
  CHECK(tests.over == Over::children);
  CHECK(std::holds_alternative<Bands>(tests.stage));
  const NodeRule& review = method.pillars[2];
  CHECK(review.by == Aggregate::weighted_mean);
  CHECK(review.over == Over::questions);
  CHECK(std::holds_alternative<StageNumber>(review.stage));
  CHECK(method.pillars[3].by == Aggregate::weighted_mean);
  CHECK(std::holds_alternative<Prerequisites>(method.pillars[3].stage));
  CHECK(method.pillar_weights == std::vector<Exact>{3, 1, 4, 1});
}

TEST_CASE("the default of a node's value follows what gives its stage in the end") {
  const ScoringMethod method = method_with(
      "overall: {by: none}, pillars: {prerequisites: [{stage: pot, needs: all}]}, "
      "nodes: {run: {stage: fractional}}");
  CHECK(method.pillars[0].by == Aggregate::none);
  CHECK(method.pillars[3].by == Aggregate::mean);
}

TEST_CASE("pillars without contributions of the method may have nothing to give") {
  const ScoringMethod method =
      method_with("questions: [d], overall: {}, nodes: {build: {by: none}}");
  CHECK(method.pillars[0].by == Aggregate::none);
}

}  // namespace
}  // namespace stagecraft
