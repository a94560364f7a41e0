#pragma once

#include <string>

#include "model/project.h"
#include "plan/site_plan.h"
#include "render/site_notes.h"

namespace stagecraft {

/// What the search looks words up in: the listed pages and the terms of the glossaries, as
/// content/docs/data.md, "Search", describes it. `notes` hold every page.
std::string search_index(const Project& project, const SitePlan& plan, const SiteNotes& notes);

}  // namespace stagecraft
