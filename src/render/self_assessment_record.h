#pragma once

#include "model/maturity_model.h"
#include "render/record_fields.h"

namespace stagecraft {

/// What the page on which visitors assess themselves scores with; content/docs/self-assessment.md
/// describes it.
Record self_assessment_record(const MaturityModel& model);

}  // namespace stagecraft
