#pragma once

#include <optional>
#include <string>

#include "evaluate/evaluation.h"
#include "render/page_scope.h"

namespace stagecraft {

/// Where the client stands, in one sentence. `current` empty: no stage can be stated.
std::string verdict_text(const PageScope& scope, const MaturityModel& model,
                         const Assessment& assessment, std::optional<StageIndex> current);

}  // namespace stagecraft
