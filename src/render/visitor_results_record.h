#pragma once

#include "evaluate/visitor_results.h"
#include "render/record_fields.h"

namespace stagecraft {

/// What others answered, in counts alone ("stagecraft/visitor-results/1"):
/// content/docs/self-assessment.md, "What others answered".
Record visitor_results_record(const MaturityModel& model, const VisitorResults& results);

}  // namespace stagecraft
