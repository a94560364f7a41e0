#include "evaluate/kpi_stages.h"

#include "support/catch.h"
#include "unit/evaluate/dated_fixture.h"

namespace stagecraft::testing {
namespace {

/// The examples of content/docs/kpis.md, five stages.
const std::string example = R"(
stages:
  - {id: one, title: One}
  - {id: two, title: Two}
  - {id: three, title: Three}
  - {id: four, title: Four}
  - {id: five, title: Five}
questions: [{id: stage-now, text: "Where are you?", type: stage}]
scoring: {id: m, title: M, rule: R., overall: {by: min, stage: chosen}}
kpis:
  - id: deflection
    title: Deflection
    definition: D.
    typical: {two: {from: 40, to: 60}, three: {from: 70, to: 80}, four: {from: 80}}
  - id: revenue-share
    title: Revenue share
    definition: R.
    typical: {two: {words: none}, three: {from: 5, to: 11}, four: {from: 10}}
  - id: response-time
    title: Response time
    definition: R.
    unit: minutes
    better: lower
    typical: {two: {from: 60, to: 240}, three: {from: 5, to: 30}, four: {to: 5}}
  - id: multiple
    title: Multiple
    definition: M.
    unit: times
    typical: {three: {from: 2, to: 3}, five: {from: 4}}
)";

/// "3", or "2-3" for what lies between.
std::string text_of(const std::vector<LadderPlace>& places) {
  std::string text;
  for (const LadderPlace& place : places) {
    if (!text.empty()) text += " ";
    text += std::to_string(place.stage + 1);
    if (place.is_between) text += "-" + std::to_string(place.stage + 2);
  }
  return text;
}

std::string places_at(const std::string& kpi, const char* value) {
  const MaturityModel model = model_with(example);
  return text_of(places_of(*model.find(KpiId(kpi)), *parse_decimal(value)));
}

KpiStages implied_by(const std::string& kpis, const std::string& stage = "three") {
  const auto whole = evaluated_on(
      example, "date: 2026-09-15\nanswers: {stage-now: " + stage + "}\nkpis: {" + kpis + "}\n");
  return whole->evaluation.kpi_stages.at(0);
}

TEST_CASE("a value speaks for the stages that hold it, or for what lies between") {
  CHECK(places_at("deflection", "65") == "2-3");
  CHECK(places_at("deflection", "80") == "3 4");
  CHECK(places_at("deflection", "30") == "1 1-2");
  CHECK(places_at("revenue-share", "10") == "3 4");
  CHECK(places_at("revenue-share", "9.99") == "3");
  CHECK(places_at("response-time", "45") == "2-3");
  CHECK(places_at("response-time", "5") == "3 4");
  CHECK(places_at("multiple", "3.5") == "3-4 4 4-5");
}

TEST_CASE("ranges that contradict each other speak for nothing") {
  Kpi kpi = *model_with(example).find(KpiId("deflection"));
  std::swap(kpi.typical[1], kpi.typical[2]);
  CHECK(places_of(kpi, 65).empty());
}

TEST_CASE("the manual's three values imply three places") {
  const KpiStages implied =
      implied_by("deflection: {value: 65, method: before-after}, "
                 "revenue-share: {value: 10, method: holdout}, response-time: {value: 45}");
  CHECK(text_of(implied.implied) == "2-3 3 4");
  CHECK(implied.weight == 4);
  CHECK(implied.whole_weight == 8);
  CHECK(implied.agreement == KpiAgreement::agrees);
}

TEST_CASE("a better proof outweighs a worse one") {
  CHECK(text_of(implied_by("deflection: {value: 50, method: estimate}, "
                           "revenue-share: {value: 20, method: holdout}").implied) == "4");
  CHECK(text_of(implied_by("deflection: {value: 50, method: holdout}, "
                           "revenue-share: {value: 20, method: estimate}").implied) == "2");
}

TEST_CASE("the stage of the answers agrees, is near, or is contradicted") {
  const std::string between = "deflection: {value: 65}";
  CHECK(implied_by(between, "three").agreement == KpiAgreement::near);
  CHECK(implied_by(between, "two").agreement == KpiAgreement::near);
  CHECK(implied_by(between, "one").agreement == KpiAgreement::below);
  CHECK(implied_by(between, "four").agreement == KpiAgreement::above);
  CHECK(compare(2, {{0, false}, {4, false}}) == KpiAgreement::split);
}

TEST_CASE("stale values are shown and speak for nothing") {
  const auto whole = evaluated_on(
      example, "date: 2026-09-15\nanswers: {stage-now: three}\n"
               "kpis: {deflection: {value: 65, date: 2025-08}, "
               "revenue-share: {value: 20, date: 2025-09}}\n");
  CHECK(whole->evaluation.kpis[0].is_stale);
  CHECK_FALSE(whole->evaluation.kpis[1].is_stale);
  CHECK(text_of(whole->evaluation.kpi_stages.at(0).implied) == "4");
}

TEST_CASE("a year is counted by the calendar") {
  CHECK(is_stale(Date{2025, 9, 14}, {2026, 9, 15}));
  CHECK_FALSE(is_stale(Date{2025, 9, 15}, {2026, 9, 15}));
  CHECK_FALSE(is_stale(Date{2023, 2, 28}, {2024, 2, 29}));
  CHECK(is_stale(Date{2023, 2, 27}, {2024, 2, 29}));
  CHECK_FALSE(is_stale(std::nullopt, {2026, 9, 15}));
  CHECK_FALSE(is_stale(Date{1999, 1, 1}, {}));
}

}  // namespace
}  // namespace stagecraft::testing
