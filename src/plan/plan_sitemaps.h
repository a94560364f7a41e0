#pragma once

#include <cstddef>
#include <vector>

#include "plan/site_plan.h"

namespace stagecraft {

/// What one sitemap may hold (sitemaps.org).
struct SitemapLimits {
  std::size_t pages = 50'000;
  std::size_t bytes = 50'000'000;
};

/// The sitemaps of the listed ones among `pages`: one "sitemap.xml", or an index of that name and
/// "sitemap-1.xml", "sitemap-2.xml" and so on behind it. `base_url` is that of the site.
std::vector<PlannedIndex> plan_sitemaps(const std::vector<PlannedPage>& pages, const Url& base_url,
                                        const SitemapLimits& limits = {});

}  // namespace stagecraft
