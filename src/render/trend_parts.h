#pragma once

#include <vector>

#include "evaluate/evaluation.h"
#include "render/page_scope.h"

namespace stagecraft {

// What the page of a trend and its JSON twin are made of.

/// The assessments of the page of `scope`, evaluated, by date. Requires: it is of kind trend.
std::vector<AssessmentEvaluation> evaluations_of(const PageScope& scope);

/// The report of `assessment`, which is one of the project; null when it has none.
const PlannedPage* report_page_of(const PageScope& scope, const Assessment& assessment);

/// The KPIs that were measured at one of `dates` at least, in the order of the model.
std::vector<const Kpi*> measured_kpis(const MaturityModel& model,
                                      const std::vector<AssessmentEvaluation>& dates);

}  // namespace stagecraft
