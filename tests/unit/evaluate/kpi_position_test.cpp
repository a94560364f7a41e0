#include "evaluate/kpi_position.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

TypicalValue range(std::optional<int> low, std::optional<int> high) {
  TypicalValue typical;
  typical.kind = TypicalKind::range;
  if (low) typical.low = *low;
  if (high) typical.high = *high;
  return typical;
}

TypicalValue words(std::string text) {
  TypicalValue typical;
  typical.kind = TypicalKind::words;
  typical.words = std::move(text);
  return typical;
}

/// Ticket deflection: words, 40 to 60, 70 to 80, 80 to 86, nothing.
Kpi deflection() {
  Kpi kpi;
  kpi.typical = {words("not measurable"), range(40, 60), range(70, 80), range(80, 86), {}};
  return kpi;
}

KpiResult placed(const Kpi& kpi, const Exact& value, std::optional<StageIndex> current = {},
                 std::optional<StageIndex> target = {}) {
  static KpiValue measured;
  measured.value = value;
  return place_kpi(kpi, &measured, current, target);
}

using Stages = std::vector<StageIndex>;

TEST_CASE("both ends of a range belong to it") {
  CHECK(position_in(range(40, 60), 39) == RangePosition::below);
  CHECK(position_in(range(40, 60), 40) == RangePosition::within);
  CHECK(position_in(range(40, 60), 60) == RangePosition::within);
  CHECK(position_in(range(40, 60), Exact(6001) / 100) == RangePosition::above);
}

TEST_CASE("ten percent or more starts at ten and has no end") {
  CHECK(position_in(range(10, {}), Exact(999) / 100) == RangePosition::below);
  CHECK(position_in(range(10, {}), 10) == RangePosition::within);
  CHECK(position_in(range(10, {}), 1000) == RangePosition::within);
}

TEST_CASE("words and missing values are no range, least of all zero") {
  CHECK(position_in(words("zero"), 0) == RangePosition::no_range);
  CHECK(position_in({}, 0) == RangePosition::no_range);
}

TEST_CASE("a deflection of 65 % lies between stages two and three") {
  CHECK(placed(deflection(), 65).fits.empty());
}

TEST_CASE("a value that two stages share fits both") {
  CHECK(placed(deflection(), 80).fits == Stages{2, 3});
}

TEST_CASE("the gap leads to the near end of the target's range") {
  CHECK(placed(deflection(), 65, 1, 2).gap == Exact(5));
  CHECK_FALSE(placed(deflection(), 75, 1, 2).gap.has_value());
  CHECK_FALSE(placed(deflection(), 95, 1, 2).gap.has_value());
  CHECK_FALSE(placed(deflection(), 65, 1, 4).gap.has_value());
}

TEST_CASE("where lower is better the gap is what is too much") {
  Kpi response_time;
  response_time.direction = Direction::lower_is_better;
  response_time.typical = {{}, range(1, 5)};
  CHECK(placed(response_time, 8, 0, 1).gap == Exact(3));
  CHECK_FALSE(placed(response_time, Exact(1) / 2, 0, 1).gap.has_value());
}

TEST_CASE("a KPI without a value has no position and no gap") {
  const Kpi kpi = deflection();
  const KpiResult result = place_kpi(kpi, nullptr, 1, 2);
  CHECK(result.at_current == RangePosition::no_range);
  CHECK(result.fits.empty());
  CHECK_FALSE(result.gap.has_value());
}

}  // namespace
}  // namespace stagecraft
