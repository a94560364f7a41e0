#pragma once

#include "model/project.h"
#include "plan/site_plan.h"

namespace stagecraft {

/// Gives every page of `plan` the date of the data that it shows: that of its model, its
/// assessment or its text, and to pages that list others the latest of theirs. Never the date of
/// the build.
void date_pages(const Project& project, SitePlan& plan);

}  // namespace stagecraft
