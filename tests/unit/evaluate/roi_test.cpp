#include "evaluate/roi.h"

#include "support/catch.h"
#include "unit/evaluate/dated_fixture.h"

namespace stagecraft::testing {
namespace {

/// The example of content/docs/roi.md.
const std::string example = R"(
roi:
  title: What the assistant is worth
  inputs:
    - {id: orders, title: Orders a month, expected: 1000}
    - {id: lift, title: Lift, unit: percent, low: 1, expected: 4, high: 6}
    - {id: margin, title: Margin of an order, unit: money, expected: 30}
    - {id: licence, title: Licence a month, unit: money, low: 100, expected: 150, high: 200}
    - {id: setup, title: Set-up, unit: money, expected: 1200}
  lines:
    - {id: extra, title: Extra, kind: benefit, amount: orders * lift / 100 * margin, lift: yes}
    - {id: running, title: Licence, kind: cost, amount: licence}
    - {id: setup, title: Set-up, kind: cost, amount: setup, every: once}
  ramp: {months: 4}
  horizon: 12
)";

const std::string given =
    "date: 2026-09-15\n"
    "roi: {currency: EUR, inputs: {lift: {low: 1, expected: 4, high: 6, method: before-after}}}\n";

RoiResult result_of(const EvaluatedOn& whole) { return whole.evaluation.roi.value(); }

TEST_CASE("the manual's calculation comes out as it was worked by hand") {
  const auto whole = evaluated_on(example, given);
  const RoiResult roi = result_of(*whole);
  CHECK(roi.cases.expected.benefits == 6300);
  CHECK(roi.cases.expected.costs == 3000);
  CHECK(roi.cases.expected.net == 3300);
  CHECK(roi.cases.expected.return_percent == Exact(110));
  CHECK(roi.cases.expected.payback_month == 5);
  CHECK(roi.cases.expected.cost_of_delay == 450);
  CHECK(roi.cases.low.net == -2025);
  CHECK_FALSE(roi.cases.low.payback_month);
  CHECK(roi.cases.low.cost_of_delay == -50);
  CHECK(roi.cases.high.net == 7050);
  CHECK(roi.cases.high.payback_month == 4);
  CHECK_FALSE(roi.cases.expected.present_value);
}

TEST_CASE("a small lift and a dear licence are the cautious ends, and the rest does not matter") {
  const auto whole = evaluated_on(example, given);
  const RoiResult roi = result_of(*whole);
  CHECK(roi.inputs[0].in_low == InputEnd::expected);
  CHECK(roi.inputs[1].in_low == InputEnd::low);
  CHECK(roi.inputs[3].in_low == InputEnd::high);
  CHECK(roi.inputs[3].in_high == InputEnd::low);
}

TEST_CASE("the input that moves the result most is on top") {
  const auto whole = evaluated_on(example, given);
  const RoiResult roi = result_of(*whole);
  REQUIRE(roi.sensitivity.size() == 2);
  CHECK(roi.sensitivity[0].input == 1);
  CHECK(roi.sensitivity[0].net_at_low == -1425);
  CHECK(roi.sensitivity[0].net_at_high == 6450);
  CHECK(roi.sensitivity[0].swing == 7875);
  CHECK(roi.sensitivity[1].swing == 1200);
}

TEST_CASE("a lift counts by its method of proof, and without one as an estimate") {
  const auto benefits = [](const std::string& lift) {
    const auto whole = evaluated_on(
        example, "date: 2026-09-15\nroi: {currency: EUR, inputs: {lift: " + lift + "}}\n");
    return result_of(*whole).cases.expected.benefits;
  };
  CHECK(benefits("{expected: 4, method: holdout}") == 12600);
  CHECK(benefits("{expected: 4, method: ab-test}") == 10080);
  CHECK(benefits("{expected: 4, method: estimate}") == 3150);
  CHECK(benefits("4") == 3150);
}

TEST_CASE("a model's own shares take the place of the usual ones") {
  const auto whole = evaluated_on(example + "  proof: {before-after: 40, estimate: 0}\n", given);
  CHECK(result_of(*whole).lines[0].trust == Exact(2, 5));
}

TEST_CASE("a present value divides what falls into the nth year n times") {
  const auto whole = evaluated_on(example + "  rate: 10\n", given);
  CHECK(result_of(*whole).cases.expected.present_value ==
        Exact(Exact(45000) / 11 - 1200));
}

TEST_CASE("values of the model that the subject does not give are examples") {
  const auto whole = evaluated_on(example, given);
  const RoiResult roi = result_of(*whole);
  CHECK(roi.inputs[0].given == nullptr);
  CHECK(roi.inputs[1].given != nullptr);
}

TEST_CASE("without values of the subject there is no result") {
  const auto whole = evaluated_on(example, "date: 2026-09-15\n");
  CHECK_FALSE(whole->evaluation.roi);
}

TEST_CASE("the worked example of a model needs no assessment") {
  const MaturityModel model = model_with(example);
  CHECK(calculate_roi(*model.roi, nullptr)->cases.expected.benefits == 3150);
}

TEST_CASE("what is never below zero is paid back from the start") {
  const auto whole = evaluated_on(R"(
roi:
  title: Found money
  inputs: [{id: gift, title: Gift, expected: 5}]
  lines: [{id: gift, title: Gift, kind: saving, amount: gift, every: once}]
)",
                               "date: 2026-09-15\nroi: {currency: EUR, inputs: {gift: 5}}\n");
  const RoiCase found = result_of(*whole).cases.expected;
  CHECK(found.payback_month == 0);
  CHECK_FALSE(found.return_percent);
  CHECK(found.cost_of_delay == 0);
}

TEST_CASE("what turns negative for good is not paid back before it does") {
  const auto whole = evaluated_on(R"(
roi:
  title: A gift that eats
  inputs: [{id: gift, title: Gift, expected: 100}]
  lines:
    - {id: gift, title: Gift, kind: benefit, amount: gift, every: once}
    - {id: food, title: Food, kind: cost, amount: 2}
)",
                               "date: 2026-09-15\nroi: {currency: EUR, inputs: {gift: 100}}\n");
  CHECK_FALSE(result_of(*whole).cases.expected.payback_month);
}

TEST_CASE("a divisor that can be zero gives no result") {
  RoiModel model = *model_with(example).roi;
  Formula divided;
  divided.kind = Formula::Kind::divide;
  divided.parts.resize(2);
  divided.parts[0].number = 1;
  divided.parts[1].kind = Formula::Kind::input;
  divided.parts[1].input = 0;
  model.lines[1].formula = divided;
  CHECK(calculate_roi(model, nullptr));
  model.inputs[0].low = -1;
  CHECK_FALSE(calculate_roi(model, nullptr));
}

}  // namespace
}  // namespace stagecraft::testing
