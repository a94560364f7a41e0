#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/read_file.h"

namespace stagecraft {

/// Folders that lie over each other: a file of an earlier one hides the file of the same path in a
/// later one. The order is project, for each theme the project's copy and then the built-in one,
/// built-in.
class Layers {
 public:
  /// `themes`: the theme of the site, then the one that it extends, and so on; see theme_line().
  /// Empty: only project and built-in.
  Layers(const FileTree& project, const FileTree& built_in,
         const std::vector<std::string>& themes = {});

  /// Where a file was found.
  struct Found {
    const FileTree* tree = nullptr;
    std::string path;  ///< within the tree
  };

  /// The uppermost file at `path` ("content/strings/en.yaml"); nothing when no layer has one.
  std::optional<Found> find(std::string_view path) const;

  /// The uppermost file at any of `paths`; within one layer the first of them.
  std::optional<Found> find_any(const std::vector<std::string>& paths) const;

  /// The files at `path` in every layer that has one, the lowest layer first.
  std::vector<Found> find_all(std::string_view path) const;

  /// All files below `folder`, by their path below it, each from the uppermost layer that has it.
  /// Names that begin with "." are left out; a symbolic link is listed, so that reading it reports
  /// it.
  std::map<std::string, Found> files_below(std::string_view folder) const;

  /// The names of the folders directly below `folder` in any layer, sorted.
  std::vector<std::string> folders_in(std::string_view folder) const;

 private:
  struct Layer {
    const FileTree* tree = nullptr;
    std::string root;  // "" or "themes/<name>/"
  };
  std::vector<Layer> layers_;  // the uppermost first
};

/// All files below `folder` of `tree`, sorted; see Layers::files_below.
std::vector<std::string> files_below(const FileTree& tree, const std::string& folder);

}  // namespace stagecraft
