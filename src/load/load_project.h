#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "load/read_file.h"
#include "model/project.h"

namespace stagecraft {

/// What the command line says over the settings.
struct ProjectOverrides {
  std::optional<Url> base_url;
};

/// Pass 1: everything the site is made from, read and proven consistent. Every mistake of every
/// file is reported at its place; nothing is returned when there was one. The only pass that reads.
///
/// `project` is the folder with site.yaml (or site.json); `built_in` holds templates/, themes/ and
/// content/. A file of the project hides the built-in file of the same path.
std::optional<Project> load_project(const FileTree& project, const FileTree& built_in,
                                    const ProjectOverrides& overrides, Diagnostics& diagnostics);

}  // namespace stagecraft
