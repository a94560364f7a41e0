#pragma once

#include <string_view>

#include "evaluate/comparisons.h"
#include "render/record_fields.h"

namespace stagecraft {

/// What an assessment comes to and why ("stagecraft/score/1"): content/docs/scoring.md, section
/// "The record".
Record score_record(const AssessmentEvaluation& evaluation, const Comparisons& comparisons);

/// Value and stage of a node; an empty object where it has neither.
Record reading_record(const MaturityModel& model, const Reading& reading, int digits);

/// The members `methods` and `disagreements` of it.
Record method_scores_record(const MaturityModel& model, const Scores& scores);
Record disagreements_record(const MaturityModel& model, const Scores& scores);

/// How a question stands, as records spell it: "not-applicable".
std::string_view state_word(QuestionState state);

}  // namespace stagecraft
