#pragma once

#include <string>

#include "model/maturity_model.h"
#include "plan/model_tables.h"

namespace stagecraft {

/// `table` of `model` as a CSV file; content/docs/data.md, "Tables", names its columns.
std::string model_csv(const MaturityModel& model, const ModelTable& table);

}  // namespace stagecraft
