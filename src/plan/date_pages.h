#pragma once

#include "model/project.h"
#include "plan/site_plan.h"

namespace stagecraft {

/// Gives every page of `plan` the date of the data that it shows: that of its model, its
/// assessment or its text, and to pages that list others the latest of theirs. Never the date of
/// the build.
void date_pages(const Project& project, SitePlan& plan);

/// Whether `page` is listed and shows data of the latest date that any page of `plan` shows.
/// Requires dates.
bool is_of_latest_date(const SitePlan& plan, const PlannedPage& page);

}  // namespace stagecraft
