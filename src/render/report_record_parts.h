#pragma once

#include "evaluate/evaluation.h"
#include "render/record_fields.h"

namespace stagecraft {

// The parts of the records of reports and scores; content/docs/records.md describes them.

/// One answer as a word, an id, ids, a number or a text. Requires: it is not by teams or by date.
Record said_record(const Question& question, const Answer& answer);

/// What was said: one entry for each question of the model, in its order.
Record answers_record(const AssessmentEvaluation& evaluation);

/// What stands in the assessment beside the answers.
Record target_record(const AssessmentEvaluation& evaluation);
Record declared_capabilities_record(const AssessmentEvaluation& evaluation);
Record decisions_record(const AssessmentEvaluation& evaluation);
Record deferred_record(const Assessment& assessment);
Record roi_values_record(const AssessmentEvaluation& evaluation);

/// What was computed.
Record gaps_record(const AssessmentEvaluation& evaluation);
Record kpis_record(const AssessmentEvaluation& evaluation);
Record kpi_stages_record(const AssessmentEvaluation& evaluation);
Record ways_record(const AssessmentEvaluation& evaluation);
Record roadmap_record(const AssessmentEvaluation& evaluation);
/// Null when nothing is scheduled.
Record schedule_record(const AssessmentEvaluation& evaluation);
/// In the currency with the code `currency`; empty: with two decimals.
Record roi_result_record(const RoiResult& result, const std::string& currency);

}  // namespace stagecraft
