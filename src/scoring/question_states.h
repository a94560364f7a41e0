#pragma once

#include <vector>

#include "scoring/score.h"

namespace stagecraft {

/// How each question of `method` stands, in its order. Rule: content/docs/scoring.md, section 2.
std::vector<QuestionScore> question_scores(const MaturityModel& model, const ScoringMethod& method,
                                           const Assessment& assessment);

}  // namespace stagecraft
