#include "scoring/reach.h"

#include "scoring/value_domain.h"
#include "support/catch.h"
#include "unit/scoring/scoring_fixture.h"

using namespace stagecraft;
using namespace stagecraft::testing;

namespace {

std::vector<Reach> reach_of_whole(const MaturityModel& model, std::size_t budget) {
  const std::vector<NodeReach> nodes = stage_reach(model, model.methods[0], budget);
  std::vector<Reach> found;
  for (const StageReach& stage : nodes.front().stages)
    found.push_back(stage.reach);
  return found;
}

/// Two yes-no questions of which each yes counts two: sums 0, 2 and 4.
MaturityModel even_sums(const std::string& bands) {
  return model_with(
      three_stages +
      "questions: [{id: a, text: Is it so, values: {yes: 2, no: 0}}, {id: b, text: Is it so, "
      "values: {yes: 2, no: 0}}]\n"
      "scoring: {id: m, title: M, rule: R., overall: {by: sum, bands: " + bands + "}}\n");
}

}  // namespace

TEST_CASE("an example proves that a stage is reached") {
  const MaturityModel model =
      even_sums("[{from: 0, stage: bag}, {from: 1, stage: pot}, {from: 4, stage: field}]");
  const std::vector<NodeReach> nodes = stage_reach(model, model.methods[0], 100);
  for (const StageReach& stage : nodes.front().stages) {
    CHECK(stage.reach == Reach::reached);
    CHECK(stage.example.size() == 2);
  }
}

TEST_CASE("a band that no sum falls into is proven unreachable") {
  const MaturityModel model =
      even_sums("[{from: 0, stage: bag}, {from: 3, stage: pot}, {from: 4, stage: field}]");
  CHECK(reach_of_whole(model, 100) ==
        std::vector{Reach::reached, Reach::unreachable, Reach::reached});
}

TEST_CASE("sums find answers that the search did not come to") {
  const MaturityModel model =
      even_sums("[{from: 0, stage: bag}, {from: 1, stage: pot}, {from: 4, stage: field}]");
  CHECK(reach_of_whole(model, 1) == std::vector{Reach::reached, Reach::reached, Reach::reached});
}

TEST_CASE("what a spent search leaves open is not called unreachable") {
  const MaturityModel model = model_with(
      three_stages +
      "questions: [{id: a, type: percent, text: How much}, {id: b, type: percent, text: How "
      "much}]\nscoring: {id: m, title: M, rule: R., overall: {by: mean, bands: [{from: 0, stage: "
      "bag}, {from: 50, stage: pot}, {from: 99, stage: field}]}}\n");
  CHECK(reach_of_whole(model, 1) ==
        std::vector{Reach::reached, Reach::not_proven, Reach::not_proven});
}

TEST_CASE("a stage above the most favourable answers is unreachable") {
  const MaturityModel model = model_with(
      three_stages +
      "questions: [{id: a, type: scale, text: How much, to: 2}]\n"
      "scoring: {id: m, title: M, rule: R., overall: {by: mean, stage: fractional}}\n");
  CHECK(reach_of_whole(model, 50) ==
        std::vector{Reach::reached, Reach::reached, Reach::unreachable});
}

TEST_CASE("the domain of a sum is that of any questions, but not of none") {
  const auto domain = [](const std::string& from) {
    const MaturityModel model = model_with(
        "questions: [{id: a, type: number, text: How much, from: " + from +
        ", to: 5}, {id: b, type: number, text: How much, from: 2, to: 7}]\n"
        "scoring: {id: m, title: M, rule: R., overall: {by: sum}}\n");
    return *value_domain(model, model.methods[0], std::nullopt);
  };
  CHECK(domain("1") == Range{1, 12});
  CHECK(domain("-3") == Range{-3, 12});
}
