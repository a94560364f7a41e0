#pragma once

#include "load/map_reader.h"
#include "model/assessment.h"

namespace stagecraft {

/// Reads `actions` and `deferred` of the assessment that `root` reads: what is decided about
/// actions, and which gaps wait. Reports what contradicts itself or the date of the assessment.
/// Requires: the date of `assessment` is read, or its error is reported.
void read_decisions(MapReader& root, const MaturityModel& model, Assessment& assessment);

}  // namespace stagecraft
