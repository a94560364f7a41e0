#pragma once

#include <vector>

#include "model/maturity_model.h"
#include "plan/site_plan.h"

namespace stagecraft {

/// The pages of the parts that `model` holds, below its overview at `overview`. Kind, part, item,
/// route and title are set; the title is that of the thing, else the word of the part.
std::vector<PlannedPage> plan_parts(const MaturityModel& model, const Route& overview);

}  // namespace stagecraft
