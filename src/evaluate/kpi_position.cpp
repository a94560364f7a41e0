#include "evaluate/kpi_position.h"

namespace stagecraft {
namespace {

/// How far `value` is from the near end of `typical`, in the direction that counts as better.
std::optional<Exact> missing_to(const Kpi& kpi, const TypicalValue& typical, const Exact& value) {
  const RangePosition position = position_in(typical, value);
  if (kpi.direction == Direction::higher_is_better && position == RangePosition::below)
    return Exact(*typical.low - value);
  if (kpi.direction == Direction::lower_is_better && position == RangePosition::above)
    return Exact(value - *typical.high);
  return std::nullopt;
}

}  // namespace

RangePosition position_in(const TypicalValue& typical, const Exact& value) {
  if (typical.kind != TypicalKind::range) return RangePosition::no_range;
  if (typical.low && value < *typical.low) return RangePosition::below;
  if (typical.high && value > *typical.high) return RangePosition::above;
  return RangePosition::within;
}

KpiResult place_kpi(const Kpi& kpi, const KpiValue* measured, std::optional<StageIndex> current,
                    std::optional<StageIndex> target) {
  KpiResult result;
  result.kpi = &kpi;
  result.measured = measured;
  if (!measured) return result;
  if (current) result.at_current = position_in(kpi.typical[*current], measured->value);
  if (target) {
    result.at_target = position_in(kpi.typical[*target], measured->value);
    result.gap = missing_to(kpi, kpi.typical[*target], measured->value);
  }
  for (StageIndex stage = 0; stage < kpi.typical.size(); ++stage)
    if (position_in(kpi.typical[stage], measured->value) == RangePosition::within)
      result.fits.push_back(stage);
  return result;
}

}  // namespace stagecraft
