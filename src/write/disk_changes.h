#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/file_descriptor.h"

namespace stagecraft {

/// Why the disk could not be changed or read.
struct DiskFailure {
  std::string path;     ///< as a message shows it
  std::string message;  ///< what was tried and the system's words: "cannot link: permission denied"
};

/// Every call with which the write pass changes the disk. Names are single names in open folders,
/// so that no symbolic link is followed on the way; new files and folders get their modes from the
/// umask. Each call gives 0 when it is done, otherwise the errno value.
class DiskChanges {
 public:
  /// Asked with a call's name before each call; an answer other than 0 is taken for the call's
  /// errno and the call is not made. Tests count, break and kill builds here.
  using Seam = std::function<int(std::string_view call)>;

  DiskChanges() = default;
  explicit DiskChanges(Seam seam) : seam_(std::move(seam)) {}

  int make_folder(const FileDescriptor& folder, const std::string& name, mode_t mode) const;

  /// Makes the file, which must not exist, and fills it.
  int make_file(const FileDescriptor& folder, const std::string& name,
                std::string_view bytes) const;

  /// A second name for a file of any kind that is no folder; a symbolic link itself is linked.
  int link(const FileDescriptor& from, const FileDescriptor& to, const std::string& name) const;

  /// A copy of a regular file (bytes, mode and time of change) or of a symbolic link, for file
  /// systems without links. EPERM for other kinds.
  int copy(const FileDescriptor& from, const FileDescriptor& to, const std::string& name) const;

  int set_mode(const FileDescriptor& folder, mode_t mode) const;

  /// A file at the new name is replaced; a folder only when it is empty.
  int rename(const FileDescriptor& from, const std::string& name, const FileDescriptor& to,
             const std::string& new_name) const;

  /// Lets two things change places in one step. EINVAL or ENOSYS where the system cannot do that.
  int exchange(const FileDescriptor& from, const std::string& name, const FileDescriptor& to,
               const std::string& other_name) const;

  int remove_file(const FileDescriptor& folder, const std::string& name) const;
  int remove_folder(const FileDescriptor& folder, const std::string& name) const;

  /// Removes a folder with everything in it, without following links and without entering another
  /// file system. ENOENT is no failure.
  int remove_tree(const FileDescriptor& folder, const std::string& name) const;

 private:
  int refusal(std::string_view call) const { return seam_ ? seam_(call) : 0; }
  int copy_regular_file(const FileDescriptor& from, const FileDescriptor& to,
                        const std::string& name) const;
  int empty_folder(const FileDescriptor& folder) const;

  Seam seam_;
};

}  // namespace stagecraft
