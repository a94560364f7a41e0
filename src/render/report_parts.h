#pragma once

#include "evaluate/evaluation.h"
#include "render/page_scope.h"

namespace stagecraft {

// The sections of a report; each sets its names in `report`, see content/docs/views.md.

/// The verdict, the findings and what comes next.
void add_summary(const PageScope& scope, const AssessmentEvaluation& evaluation, ValueMap& report);

/// Position and target on the ladder, the score and how sure it is.
void add_position(const PageScope& scope, const AssessmentEvaluation& evaluation, ValueMap& report);

/// Every KPI of the model beside its typical values.
void add_kpis(const PageScope& scope, const AssessmentEvaluation& evaluation, ValueMap& report);

/// The questions up to the target that are not answered yes.
void add_gaps(const PageScope& scope, const AssessmentEvaluation& evaluation, ValueMap& report);

/// What to do, step by step, with the matrix of impact and effort.
void add_roadmap(const PageScope& scope, const AssessmentEvaluation& evaluation, ValueMap& report);

/// All answers, how the score came about, limits and sources.
void add_appendix(const PageScope& scope, const AssessmentEvaluation& evaluation, ValueMap& report);

/// "2.5 points": how far a value is from a range, in the unit of the KPI.
std::string gap_text(const PageScope& scope, const Kpi& kpi, const Exact& gap);

}  // namespace stagecraft
