#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "load/layers.h"
#include "model/history.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// What changed on the site and in its `models`, the newest first; content/docs/history.md
/// describes the files.
std::vector<HistoryEntry> load_history(const Layers& layers,
                                       const std::vector<MaturityModel>& models,
                                       Diagnostics& diagnostics);

}  // namespace stagecraft
