#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "feed/feed_run.h"
#include "feed/visibility.h"

namespace stagecraft {

/// `stagecraft feed`.
struct FeedCommand {
  std::string catalog;
  std::string output;
  std::vector<feed::FeedTarget> targets;
  std::optional<std::string> settings;  ///< a file
  std::optional<feed::CatalogFormat> format;
  bool is_strict = false;
};

/// `stagecraft visibility`.
struct VisibilityCommand {
  feed::VisibilityRequest request;
};

/// What `words` ("openai", "google:tsv.gz"), separated by commas, ask for; otherwise what is wrong
/// with them, in one line.
std::variant<std::vector<feed::FeedTarget>, std::string> parse_targets(const std::string& words);

/// What a run of the command came to.
struct FeedOutcome {
  bool complete = false;
  bool disk_failed = false;
  bool is_refused = false;  ///< by a channel; with --strict, when an item is
  std::string text;         ///< for standard output
};

/// Reads the settings and makes the feeds. Mistakes go to `diagnostics`, progress to `terminal`
/// when it is not null.
FeedOutcome run_feed_command(const FeedCommand& command, std::ostream* terminal,
                             Diagnostics& diagnostics);

}  // namespace stagecraft
