#pragma once

#include <optional>
#include <vector>

#include "evaluate/evaluation.h"

namespace stagecraft {

/// Where `value` stands against `typical`; both ends of a range belong to it.
RangePosition position_in(const TypicalValue& typical, const Exact& value);

/// How one KPI stands: against the typical values of the current and the target stage (where
/// known), the stages whose range holds the value, and what is missing to the target's range.
/// `measured` is null when the assessment has no value. Rule: content/docs/evaluation.md, "KPIs".
KpiResult place_kpi(const Kpi& kpi, const KpiValue* measured, std::optional<StageIndex> current,
                    std::optional<StageIndex> target);

}  // namespace stagecraft
