#pragma once

#include <string>

#include "model/project.h"
#include "plan/site_plan.h"
#include "render/template/value.h"

namespace stagecraft {

// What changed, as feeds; content/docs/history.md says what they hold.
// Requires: there is a history.

/// The anchor of `entry` on the page of changes.
std::string anchor_of(const Project& project, const HistoryEntry& entry);

/// What the template of the Atom feed at `index` sees below "feed".
ValueMap feed_view(const Project& project, const PlannedIndex& index);

/// The JSON Feed (version 1.1) at `index`.
std::string json_feed(const Project& project, const PlannedIndex& index);

}  // namespace stagecraft
