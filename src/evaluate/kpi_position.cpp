#include "evaluate/kpi_position.h"

#include "model/calendar.h"

namespace stagecraft {
namespace {

constexpr int fresh_months = 12;

/// How far `value` is from the near end of `typical`, in the direction that counts as better.
std::optional<Exact> missing_to(const Kpi& kpi, const TypicalValue& typical, const Exact& value) {
  const RangePosition position = position_in(typical, value);
  if (kpi.direction == Direction::higher_is_better && position == RangePosition::below)
    return Exact(*typical.low - value);
  if (kpi.direction == Direction::lower_is_better && position == RangePosition::above)
    return Exact(value - *typical.high);
  return std::nullopt;
}

/// The highest stage whose range `value` has passed, and the lowest that it is short of.
struct Neighbours {
  std::optional<StageIndex> past;
  std::optional<StageIndex> short_of;
};

Neighbours neighbours_of(const Kpi& kpi, const Exact& value) {
  const RangePosition good_side = kpi.direction == Direction::higher_is_better
                                      ? RangePosition::above
                                      : RangePosition::below;
  Neighbours result;
  for (StageIndex stage = 0; stage < kpi.typical.size(); ++stage) {
    const RangePosition position = position_in(kpi.typical[stage], value);
    if (position == RangePosition::no_range) continue;
    if (position == good_side)
      result.past = stage;
    else if (!result.short_of)
      result.short_of = stage;
  }
  return result;
}

std::vector<StageIndex> fitting_stages(const Kpi& kpi, const Exact& value) {
  std::vector<StageIndex> stages;
  for (StageIndex stage = 0; stage < kpi.typical.size(); ++stage)
    if (position_in(kpi.typical[stage], value) == RangePosition::within) stages.push_back(stage);
  return stages;
}

}  // namespace

RangePosition position_in(const TypicalValue& typical, const Exact& value) {
  if (typical.kind != TypicalKind::range) return RangePosition::no_range;
  if (typical.low && value < *typical.low) return RangePosition::below;
  if (typical.high && value > *typical.high) return RangePosition::above;
  return RangePosition::within;
}

std::vector<LadderPlace> places_of(const Kpi& kpi, const Exact& value) {
  std::vector<LadderPlace> places;
  for (const StageIndex stage : fitting_stages(kpi, value)) places.push_back({stage, false});
  if (!places.empty()) return places;

  const auto [past, short_of] = neighbours_of(kpi, value);
  if (!past && !short_of) return {};
  if (past && short_of && *past >= *short_of) return {};
  const StageIndex last = kpi.typical.size() - 1;
  if (past == last || short_of == StageIndex{0}) return {{short_of ? 0 : last, false}};
  if (past) places.push_back({*past, true});
  const StageIndex end = short_of.value_or(last + 1);
  for (StageIndex stage = past ? *past + 1 : 0; stage < end; ++stage) {
    places.push_back({stage, false});
    if (stage < last) places.push_back({stage, true});
  }
  return places;
}

bool is_stale(const std::optional<Date>& measured, const Date& assessed) {
  return measured && assessed.is_given() &&
         last_day(*measured) < months_after(first_day(assessed), -fresh_months);
}

KpiResult place_kpi(const Kpi& kpi, const KpiValue* measured, std::optional<StageIndex> current,
                    std::optional<StageIndex> target) {
  KpiResult result;
  result.kpi = &kpi;
  result.measured = measured;
  result.current = current;
  result.target = target;
  if (!measured) return result;
  if (current) result.at_current = position_in(kpi.typical[*current], measured->value);
  if (target) {
    result.at_target = position_in(kpi.typical[*target], measured->value);
    result.gap = missing_to(kpi, kpi.typical[*target], measured->value);
  }
  result.fits = fitting_stages(kpi, measured->value);
  result.places = places_of(kpi, measured->value);
  return result;
}

}  // namespace stagecraft
