#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "feed/feed_run.h"

namespace stagecraft::feed {

/// Rules with findings, in the order in which to mend them: those that keep most items out of a
/// channel first, then by severity and by items.
std::vector<const RuleTally*> rules_by_effect(const FeedResult& result);

/// The audit as JSON: counts, every rule with its findings, what was normalised.
std::string audit_json(const FeedRequest& request, const FeedResult& result);

/// The kept findings as SARIF 2.1.0, for editors and code hosts.
std::string audit_sarif(const FeedRequest& request, const FeedResult& result);

/// The audit as a page of a site: Markdown with front matter.
std::string audit_markdown(const FeedRequest& request, const FeedResult& result);

/// The audit for a terminal: counts by channel, rules by items affected, what to fix first.
std::string audit_text(const FeedRequest& request, const FeedResult& result);

/// Writes the reports that are files into `folder`, and the list of all files of the run. Returns
/// the names of the files that earlier runs made in the output folder.
std::vector<std::string> write_reports(const FeedRequest& request, const FeedResult& result,
                                       const std::string& folder);

/// How many items each channel published in the last run into `folder`, by the channel's name;
/// empty when there was none.
std::vector<std::pair<std::string, std::uint64_t>> published_last_time(const std::string& folder);

}  // namespace stagecraft::feed
