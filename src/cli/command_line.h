#pragma once

#include <optional>
#include <string>
#include <variant>

#include "build_site.h"
#include "cli/feed_command.h"
#include "export_reports.h"
#include "score_file.h"
#include "serve/serve_project.h"

namespace stagecraft {

/// `stagecraft build`.
struct BuildCommand {
  BuildOptions options;
  bool timings = false;
  ExportOptions exports;
};

/// `stagecraft serve`.
struct ServeCommand {
  ServeOptions options;
};

/// `stagecraft check`.
struct CheckCommand {
  BuildOptions options;
  std::optional<std::string> model;  ///< a file or an id: only this model is checked
};

/// `stagecraft score`.
struct ScoreCommand {
  ScoreOptions options;
};

/// Something to print and be done: a help text, the version, a schema.
struct PrintCommand {
  std::string text;
};

/// The command line makes no sense; `message` says why, in one line.
struct UsageError {
  std::string message;
};

using Command =
    std::variant<BuildCommand, ServeCommand, CheckCommand, ScoreCommand, FeedCommand,
                 VisibilityCommand, PrintCommand, UsageError>;

/// What the arguments ask for. `home` is the user's home folder, `processors` the number of threads
/// that a build uses unless told otherwise. Reads nothing but its arguments and what is
/// built in.
Command parse_command_line(int count, const char* const* arguments, const std::string& home,
                           std::size_t processors);

}  // namespace stagecraft
