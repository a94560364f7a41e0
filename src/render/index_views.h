#pragma once

#include "model/project.h"
#include "plan/site_plan.h"
#include "render/template/value.h"

namespace stagecraft {

/// What the templates of sitemap.xml and robots.txt see: `site.base_url`, `site.sitemap` and
/// `pages`, the listed pages with `url` and `updated` (an ISO date, or null when none is known).
Value index_view(const Project& project, const SitePlan& plan);

}  // namespace stagecraft
