#pragma once

#include <vector>

#include "load/map_reader.h"
#include "load/read_file.h"
#include "model/maturity_model.h"
#include "model/self_assessment.h"

namespace stagecraft {

/// Reads the result files that visitors sent into `self_assessments`, which stand in the settings
/// in this order. A folder that is not there, and a file by another model, are errors. Rule:
/// content/docs/self-assessment.md, "What others answered".
void load_visitor_results(const ReadContext& settings, const FileTree& project,
                          const std::vector<MaturityModel>& models,
                          std::vector<SelfAssessment>& self_assessments);

}  // namespace stagecraft
