#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "format/node.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// The model that `document` describes; content/docs/model-format.md is the format. Every mistake
/// is reported: unknown keys and ids, wrong types, ids used twice, bands that do not ascend or
/// cannot be reached, ranges the wrong way round, actions that depend on each other in a circle.
/// Nothing is returned when there was one.
std::optional<MaturityModel> load_model(const Document& document, Diagnostics& diagnostics);

}  // namespace stagecraft
