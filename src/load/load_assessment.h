#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "format/node.h"
#include "model/assessment.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// The assessment that `document` describes, made with one of `models`;
/// content/docs/assessment-format.md is the format. Every mistake is reported, with the choices.
/// Nothing is returned when there was one.
std::optional<Assessment> load_assessment(const Document& document,
                                          const std::vector<MaturityModel>& models,
                                          Diagnostics& diagnostics);

}  // namespace stagecraft
