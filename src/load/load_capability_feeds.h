#pragma once

#include <vector>

#include "load/map_reader.h"
#include "model/project.h"

namespace stagecraft {

/// The assessments that `capability_feeds` of the settings asks for, by their place in `project`,
/// which has them all; content/docs/capability-feed.md tells which these are.
std::vector<std::size_t> load_capability_feeds(const ReadContext& settings, const Project& project);

}  // namespace stagecraft
