#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "load/read_file.h"

namespace stagecraft {

/// `theme`, then the theme that its theme.yaml says it extends, and so on; empty when `theme` is.
/// An error where a theme.yaml names a theme that does not exist, or one that stands in the line
/// already; the line ends before it.
std::vector<std::string> theme_line(const FileTree& project, const FileTree& built_in,
                                    const std::string& theme, Diagnostics& diagnostics);

/// The file in which a theme names what it extends, by its path in the theme's folder.
constexpr std::string_view theme_file = "theme.yaml";

}  // namespace stagecraft
