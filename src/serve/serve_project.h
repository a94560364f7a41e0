#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "build_site.h"

namespace stagecraft {

struct ServeOptions {
  std::string project = ".";    ///< the folder with site.yaml, as the user typed it
  std::optional<int> port;      ///< nothing: 4000, or the next that is free; 0: any that is free
  std::optional<Url> base_url;  ///< takes the place of the settings' own
};

/// What the preview came to after it has read the project, at first or again.
struct PreviewNews {
  std::vector<std::string> changed;  ///< paths within the project, sorted; empty at first
  std::chrono::microseconds time{};  ///< that reading took
  bool is_shown = false;             ///< the site is shown as it now is; otherwise as it was
  std::size_t pages = 0;             ///< of the site that is shown
  std::string address;               ///< of its first page: "http://127.0.0.1:4000/"
  std::vector<PrivateReport> private_reports;  ///< at their addresses in the preview
};

/// Told what happens, on the thread that called serve_project().
struct ServeListener {
  std::function<void(const PreviewNews&, const Diagnostics&)> news;
  std::function<void(const std::string& message)> warning;  ///< about the system; one line
};

enum class ServeOutcome {
  ended,       ///< by SIGINT or SIGTERM
  no_project,  ///< there is no folder of that name; news has said so
  no_port      ///< the port is taken, or no port is free
};

/// Shows the site of a project to browsers on this machine, follows its files, and ends when the
/// process is asked to. content/docs/preview.md is the contract. Takes SIGINT and SIGTERM over for
/// the rest of the process. Requires: no other thread runs.
ServeOutcome serve_project(const ServeOptions& options, const ServeListener& listener);

}  // namespace stagecraft
