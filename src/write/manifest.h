#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_descriptor.h"
#include "write/disk_changes.h"

namespace stagecraft {

/// Which files of an output folder are ours: their paths, with the hash of what we wrote there.
/// While a site is being swapped a path has two hashes, that of the old and that of the new
/// content, so that the list is right whenever the build is killed.
class Manifest {
 public:
  void add(std::string path, std::string hash);
  void add_all(const Manifest& other);

  bool lists(std::string_view path) const;

  /// Whether we wrote the content with that hash to `path`.
  bool lists(std::string_view path, std::string_view hash) const;

  /// Whether any listed path lies below the folder `path`.
  bool lists_below(std::string_view path) const;

  /// The listed paths, each once, sorted.
  std::vector<std::string> paths() const;

  /// The file's text: a heading, a line per file, and a line that proves the text whole.
  std::string text() const;

  /// The manifest with that text; nothing when it is damaged, of another kind, or names a path that
  /// no site has.
  static std::optional<Manifest> parse(std::string_view text);

  bool operator==(const Manifest&) const = default;

 private:
  std::set<std::pair<std::string, std::string>> files_;  // path, hash
};

/// Where the manifest of one output folder is kept: `.stagecraft/outputs/<hash>.manifest` in the
/// project. Symbolic links on that path are not followed.
class ManifestFile {
 public:
  /// Requires: `output_path` is absolute and the same for every build into that folder.
  ManifestFile(std::string project_root, std::string_view output_path);

  /// Nothing when there is none, or none that can be trusted.
  std::optional<Manifest> load() const;

  /// Replaces the file in one step.
  std::optional<DiskFailure> save(const Manifest& manifest, const DiskChanges& changes) const;

  /// Where it is kept, below the project.
  std::string path() const;

 private:
  std::string project_root_;
  std::string name_;
};

}  // namespace stagecraft
