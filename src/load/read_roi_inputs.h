#pragma once

#include "load/map_reader.h"
#include "model/assessment.h"

namespace stagecraft {

/// Reads `roi` of the assessment that `root` reads: the subject's values for the calculation of
/// `model`. The values are proven to keep every divisor of the calculation away from 0.
void read_roi_inputs(MapReader& root, const MaturityModel& model, Assessment& assessment);

}  // namespace stagecraft
