#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_system.h"

namespace stagecraft {

/// An open file or folder of the system; closes it at the end of its life.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;
  ~FileDescriptor();

  bool is_open() const { return number_ >= 0; }

  /// What system calls take; -1 when nothing is open.
  int number() const { return number_; }

 private:
  int number_ = -1;
};

/// Opens the folder at `path`, following symbolic links: for paths that the user typed.
/// Nothing is open when that fails, and errno says why.
FileDescriptor open_folder(const std::string& path);

/// Opens `path` below `folder` ("" is the folder itself) with the flags of open(2). Nothing is open
/// when that fails, and errno says why: no symbolic link is followed anywhere on the path (ELOOP;
/// the last name may be a link only with O_PATH, which then opens the link itself), ".." and
/// absolute paths never leave the folder (EXDEV), a path with a NUL byte is no path (EINVAL).
/// `mode` counts only with O_CREAT.
FileDescriptor open_beneath(const FileDescriptor& folder, std::string_view path, int flags,
                            mode_t mode = 0);

/// What open_beneath() does name by name where the system has no openat2.
FileDescriptor open_name_by_name(const FileDescriptor& folder, std::string_view path, int flags,
                                 mode_t mode = 0);

/// The kind of file that a `st_mode` of stat(2) describes.
FileKind kind_from_mode(mode_t mode);

/// The entries of the open `folder`, sorted by name (bytewise), without "." and "..".
/// Nothing when they cannot be read, and errno says why.
std::optional<std::vector<DirectoryEntry>> entries_of(const FileDescriptor& folder);

/// All bytes from the place where `file` stands to its end; nothing when they cannot be read, and
/// errno says why.
std::optional<std::string> read_to_end(const FileDescriptor& file);

/// The system's words for an errno value, in English and lower case: "permission denied".
std::string system_words(int error);

}  // namespace stagecraft
