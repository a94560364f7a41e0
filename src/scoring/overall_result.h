#pragma once

#include "scoring/score.h"

namespace stagecraft {

/// What score_by() says of the whole, and nothing else of what it says: for those who ask about
/// many assessments.
Reading overall_result(const MaturityModel& model, const ScoringMethod& method,
                       const Assessment& assessment);

}  // namespace stagecraft
