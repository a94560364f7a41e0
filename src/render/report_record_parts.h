#pragma once

#include "evaluate/evaluation.h"
#include "render/record_fields.h"

namespace stagecraft {

// The parts of a report's record; content/docs/records.md describes them.

/// One answer as a word, an id, ids, a number or a text. Requires: it is not by teams or by date.
Record said_record(const Question& question, const Answer& answer);

/// What was said: one entry for each question of the model, in its order.
Record answers_record(const AssessmentEvaluation& evaluation);

/// What stands in the assessment beside the answers.
Record target_record(const AssessmentEvaluation& evaluation);
Record declared_capabilities_record(const AssessmentEvaluation& evaluation);
Record decisions_record(const AssessmentEvaluation& evaluation);
Record deferred_record(const Assessment& assessment);
Record roi_inputs_record(const AssessmentEvaluation& evaluation);

/// What was computed.
Record kpis_record(const AssessmentEvaluation& evaluation);
Record gaps_record(const AssessmentEvaluation& evaluation);
Record roadmap_record(const AssessmentEvaluation& evaluation);

}  // namespace stagecraft
