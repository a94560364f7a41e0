#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/file_descriptor.h"

namespace stagecraft {

/// What stands in the output folder now. Only reads, and follows no symbolic link.
class PublishedSite {
 public:
  /// Nothing stands there.
  PublishedSite() = default;

  explicit PublishedSite(FileDescriptor folder) : folder_(std::move(folder)) {}

  bool exists() const { return folder_.is_open(); }
  const FileDescriptor& folder() const { return folder_; }

  /// Whether `path` is a regular file with exactly these bytes.
  bool holds(std::string_view path, std::string_view bytes) const;

  /// The content_hash() of the regular file at `path`; nothing when there is none to be read.
  std::optional<std::string> hash_of(std::string_view path) const;

  /// Whether its home page says that this program made it.
  bool names_stagecraft() const;

 private:
  /// The regular file at `path`; nothing is open when there is none.
  FileDescriptor open_file(std::string_view path) const;

  FileDescriptor folder_;
};

/// Whether `name` in `parent` is the open `folder`, and not another one of that name.
bool is_still_at(const FileDescriptor& folder, const FileDescriptor& parent,
                 const std::string& name);

/// Whether another file system, or another part of this one, is mounted at the open `folder`.
bool is_mount_point(const FileDescriptor& folder);

}  // namespace stagecraft
