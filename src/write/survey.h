#pragma once

#include <sys/types.h>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "write/disk_changes.h"
#include "write/manifest.h"
#include "write/published_site.h"

namespace stagecraft {

/// How a file of the new site compares with what is published at its path.
enum class FileState { unchanged, changed };

struct PlannedFile {
  std::string hash;
  FileState state = FileState::changed;
};

/// The files of the new site by path.
using PlannedFiles = std::map<std::string, PlannedFile, std::less<>>;

/// The published files that the manifest lists and the new site no longer has.
struct Leftovers {
  std::set<std::string, std::less<>> ours;    ///< still as we wrote them: they go
  std::set<std::string, std::less<>> edited;  ///< somebody changed them: they stay
};

Leftovers find_leftovers(const PublishedSite& published, const PlannedFiles& planned,
                         const Manifest& manifest);

/// Something in the output folder that stands in the new site's way.
struct Conflict {
  std::string path;
  std::string message;
};

struct PublishedFolder {
  std::string path;
  mode_t mode = 0;
  bool is_ours = false;  ///< it held files of ours; otherwise it stays, even when it is empty
};

/// What the new site takes over from the published one besides its own unchanged files.
struct Survey {
  std::vector<std::string> foreign;      ///< files, links and the like that are not ours
  std::vector<PublishedFolder> folders;  ///< a folder comes before what is in it; "" is the first
  std::vector<Conflict> conflicts;
};

/// Looks at everything that is published.
/// - A file at a planned path may be replaced when the manifest lists the path or, without any
///   manifest, when the published home page names Stagecraft. Otherwise it is a conflict.
/// - A link or special file where the new site has a file or a folder, a foreign folder where it
/// has
///   a file, a foreign file where it has a folder, and a mount point are conflicts.
/// Requires: `published` exists.
std::variant<Survey, DiskFailure> survey_published(const PublishedSite& published,
                                                   const PlannedFiles& planned,
                                                   const Leftovers& leftovers,
                                                   const std::optional<Manifest>& manifest);

}  // namespace stagecraft
