#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/project.h"
#include "plan/site_plan.h"

namespace stagecraft {

/// Decides where the links and figures of every content page of `plan` lead, and adds the files
/// that they name to the plan. A link to a page, heading or file that does not exist is an error at
/// its place; content/docs/pages.md says what may be written. Pure.
void resolve_links(const Project& project, SitePlan& plan, Diagnostics& diagnostics);

}  // namespace stagecraft
