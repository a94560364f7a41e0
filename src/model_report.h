#pragma once

#include <string>

#include "base/diagnostic.h"
#include "load/lint_model.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// What `stagecraft check` prints about a model: the parts that are there and those that are not,
/// its methods, which stages answers reach with an example for each, and what it accepts. Lines end
/// with "\n" and have at most 100 columns as far as words allow; content/docs/linter.md.
std::string model_report(const MaturityModel& model, const ModelLint& lint);

/// The report of the model in the file `model`, if it ends like a model's file or is one, else of
/// the model with that id in the folder `project` or built in. Reads it, lints it in full, and
/// reports its mistakes and findings; empty when it cannot be read.
std::string check_model(const std::string& project, const std::string& model,
                        Diagnostics& diagnostics);

}  // namespace stagecraft
