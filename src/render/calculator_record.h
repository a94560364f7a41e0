#pragma once

#include "model/maturity_model.h"
#include "render/record_parts.h"

namespace stagecraft {

/// What the calculator of a model computes with: "stagecraft/roi/1". content/docs/roi.md describes
/// it. Requires: the model has a calculation.
Record calculator_record(const MaturityModel& model);

}  // namespace stagecraft
