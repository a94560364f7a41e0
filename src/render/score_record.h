#pragma once

#include <string_view>

#include "render/record_fields.h"
#include "scoring/score.h"

namespace stagecraft {

/// What `assessment` comes to and why ("stagecraft/score/1"): content/docs/scoring.md, section "The
/// record".
Record score_record(const MaturityModel& model, const Assessment& assessment, const Scores& scores);

/// The members `methods` and `disagreements` of it.
Record method_scores_record(const MaturityModel& model, const Scores& scores);
Record disagreements_record(const MaturityModel& model, const Scores& scores);

/// How a question stands, as records spell it: "not-applicable".
std::string_view state_word(QuestionState state);

}  // namespace stagecraft
