#pragma once

#include <optional>
#include <vector>

#include "model/assessment.h"
#include "model/kpi.h"

namespace stagecraft {

// Rule: content/docs/kpis.md, "Position" and "Places on the ladder".

/// Where a measured value stands against a typical value. Range ends belong to the range.
enum class RangePosition {
  below,
  within,
  above,
  no_range,  ///< the stage has words or nothing for this KPI
};

/// A stage, or what lies between it and the next one.
struct LadderPlace {
  StageIndex stage = 0;
  bool is_between = false;

  auto operator<=>(const LadderPlace&) const = default;
};

/// One KPI of the model, measured or not.
struct KpiResult {
  const Kpi* kpi = nullptr;
  const KpiValue* measured = nullptr;  ///< null: no data, which is not zero
  /// What the value is compared with: stage and target of the whole, else of the KPI's pillar.
  std::optional<StageIndex> current;
  std::optional<StageIndex> target;
  RangePosition at_current = RangePosition::no_range;
  RangePosition at_target = RangePosition::no_range;
  std::vector<StageIndex> fits;     ///< the stages whose range holds the value; may be none
  std::vector<LadderPlace> places;  ///< what the value speaks for, ascending; may be none
  bool is_stale = false;            ///< measured more than twelve months before the assessment
  /// What is missing to the nearer end of the target stage's range, positive, in the KPI's unit;
  /// nothing when unmeasured, without such a range, inside it, or already past its good end.
  std::optional<Exact> gap;
};

/// Where `value` stands against `typical`; both ends of a range belong to it.
RangePosition position_in(const TypicalValue& typical, const Exact& value);

/// The places that `value` speaks for, ascending; none when no stage has a range, or the ranges
/// contradict each other.
std::vector<LadderPlace> places_of(const Kpi& kpi, const Exact& value);

/// Whether what was measured on `measured` is stale at `assessed`. Either may not be given: no.
bool is_stale(const std::optional<Date>& measured, const Date& assessed);

/// How one KPI stands: against the typical values of the current and the target stage (where
/// known), the stages whose range holds the value, and what is missing to the target's range.
/// `measured` is null when the assessment has no value.
KpiResult place_kpi(const Kpi& kpi, const KpiValue* measured, std::optional<StageIndex> current,
                    std::optional<StageIndex> target);

}  // namespace stagecraft
