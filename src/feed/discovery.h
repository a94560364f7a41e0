// Files by which agents and search engines find what a shop offers. Only what the owner declares.
#pragma once

#include <string>
#include <vector>

#include "feed/feed_run.h"

namespace stagecraft::feed {

/// The business profile of UCP 2026-04-08 with the declared endpoints; empty when none is of UCP,
/// for a profile without endpoints tells nobody anything.
std::string ucp_profile(const CatalogSettings& settings);

/// Writes into `folder` what the settings declare: "well-known/ucp" with the headers that it needs,
/// the key file of IndexNow and batches of at most 10,000 addresses of pages that are new or have
/// changed. `addresses` is a file with one address on each line. Returns the paths.
std::vector<std::string> write_discovery(const FeedRequest& request, const std::string& folder,
                                         const std::string& addresses);

}  // namespace stagecraft::feed
