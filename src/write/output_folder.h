#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace stagecraft {

/// Where to publish, as the caller knows it.
struct OutputRequest {
  std::string project_root;  ///< an existing folder
  std::string output;        ///< as the user typed it: absolute, or from the working folder
  std::string home;          ///< the user's home folder, empty when it is not known
};

/// A folder that a site may be published to. It need not exist yet, nor need its parents.
struct OutputFolder {
  std::string shown;   ///< as the user typed it, without a slash at the end; for messages
  std::string parent;  ///< absolute, free of symbolic links as far as it exists
  std::string name;    ///< the folder's name in `parent`

  /// Absolute, and the same for every build into this folder.
  std::string path() const { return parent == "/" ? parent + name : parent + "/" + name; }
};

/// The requested folder, unless publishing there could do harm: when it is a symbolic link or no
/// folder, the project itself or a folder above it, the project's cache or one of the folders that
/// a project is read from, the root of the file system, the home folder or a folder above it.
/// Then nothing, and an error is reported.
std::optional<OutputFolder> check_output_folder(const OutputRequest& request,
                                                Diagnostics& diagnostics);

/// Whether `path` may name a file of a site: relative, names with single "/" between them, none of
/// them "." or "..", no control characters.
bool is_site_path(std::string_view path);

}  // namespace stagecraft
