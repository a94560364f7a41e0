#pragma once

#include "evaluate/comparisons.h"
#include "evaluate/position.h"
#include "render/record_fields.h"

namespace stagecraft {

// The parts of evaluation_record(), each in the file of its name; content/docs/records.md describes
// them. Empty where there is nothing to say.

/// Decimals of shares and percentages, which no method's digits apply to.
inline constexpr int share_digits = 2;

/// Profile, nodes and questions ahead.
void put_position(Record& record, const AssessmentEvaluation& evaluation);
Record capabilities_record(const AssessmentEvaluation& evaluation);
Record respondents_record(const AssessmentEvaluation& evaluation);
Record teams_record(const AssessmentEvaluation& evaluation);
Record changes_record(const AssessmentEvaluation& evaluation, std::size_t lists);
Record benchmark_record(const Benchmark& benchmark, const AssessmentEvaluation& evaluation);
Record trend_record(const AssessmentEvaluation& earlier, const AssessmentEvaluation& later);

/// Floor, mean and ceiling.
void put_figures(Record& record, const Figures& figures, int digits);

}  // namespace stagecraft
