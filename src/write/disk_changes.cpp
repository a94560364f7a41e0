#include "write/disk_changes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <vector>

namespace stagecraft {
namespace {

int result_of(int returned) {
  return returned == 0 ? 0 : errno;
}

int write_all(const FileDescriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

FileDescriptor make_file_in(const FileDescriptor& folder, const std::string& name, mode_t mode) {
  return open_beneath(folder, name, O_WRONLY | O_CREAT | O_EXCL, mode);
}

/// The target of the symbolic link `name`; nothing when it cannot be read or is absurdly long.
std::optional<std::string> link_target(const FileDescriptor& folder, const std::string& name) {
  std::array<char, 4097> target;
  const ssize_t length =
      ::readlinkat(folder.number(), name.c_str(), target.data(), target.size() - 1);
  if (length < 0) return std::nullopt;
  return std::string(target.data(), static_cast<std::size_t>(length));
}

}  // namespace

int DiskChanges::make_folder(const FileDescriptor& folder, const std::string& name,
                             mode_t mode) const {
  if (const int error = refusal("mkdir")) return error;
  return result_of(::mkdirat(folder.number(), name.c_str(), mode));
}

int DiskChanges::make_file(const FileDescriptor& folder, const std::string& name,
                           std::string_view bytes) const {
  if (const int error = refusal("open")) return error;
  const FileDescriptor file = make_file_in(folder, name, 0666);
  if (!file.is_open()) return errno;
  if (const int error = refusal("write")) return error;
  return write_all(file, bytes);
}

int DiskChanges::link(const FileDescriptor& from, const FileDescriptor& to,
                      const std::string& name) const {
  if (const int error = refusal("link")) return error;
  return result_of(::linkat(from.number(), name.c_str(), to.number(), name.c_str(), 0));
}

int DiskChanges::copy(const FileDescriptor& from, const FileDescriptor& to,
                      const std::string& name) const {
  if (const int error = refusal("copy")) return error;
  struct stat status {};
  if (::fstatat(from.number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return errno;
  if (S_ISREG(status.st_mode)) return copy_regular_file(from, to, name);
  if (!S_ISLNK(status.st_mode)) return EPERM;
  const std::optional<std::string> target = link_target(from, name);
  if (!target) return errno;
  return result_of(::symlinkat(target->c_str(), to.number(), name.c_str()));
}

int DiskChanges::copy_regular_file(const FileDescriptor& from, const FileDescriptor& to,
                                   const std::string& name) const {
  const FileDescriptor source = open_beneath(from, name, O_RDONLY | O_NONBLOCK);
  struct stat status {};
  if (!source.is_open() || ::fstat(source.number(), &status) != 0) return errno;
  const FileDescriptor target = make_file_in(to, name, 0600);
  if (!target.is_open()) return errno;

  std::vector<char> buffer(std::size_t{1} << 18);
  for (;;) {
    const ssize_t count = ::read(source.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (count == 0) break;
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(count));
    if (const int error = write_all(target, bytes)) return error;
  }
  const std::array<timespec, 2> times{status.st_atim, status.st_mtim};
  if (::fchmod(target.number(), status.st_mode & 07777) != 0) return errno;
  return result_of(::futimens(target.number(), times.data()));
}

int DiskChanges::set_mode(const FileDescriptor& folder, mode_t mode) const {
  if (const int error = refusal("chmod")) return error;
  return result_of(::fchmod(folder.number(), mode));
}

int DiskChanges::rename(const FileDescriptor& from, const std::string& name,
                        const FileDescriptor& to, const std::string& new_name) const {
  if (const int error = refusal("rename")) return error;
  return result_of(::renameat(from.number(), name.c_str(), to.number(), new_name.c_str()));
}

int DiskChanges::exchange(const FileDescriptor& from, const std::string& name,
                          const FileDescriptor& to, const std::string& other_name) const {
  if (const int error = refusal("exchange")) return error;
  return result_of(
      ::renameat2(from.number(), name.c_str(), to.number(), other_name.c_str(), RENAME_EXCHANGE));
}

int DiskChanges::remove_file(const FileDescriptor& folder, const std::string& name) const {
  if (const int error = refusal("unlink")) return error;
  return result_of(::unlinkat(folder.number(), name.c_str(), 0));
}

int DiskChanges::remove_folder(const FileDescriptor& folder, const std::string& name) const {
  if (const int error = refusal("rmdir")) return error;
  return result_of(::unlinkat(folder.number(), name.c_str(), AT_REMOVEDIR));
}

int DiskChanges::remove_tree(const FileDescriptor& folder, const std::string& name) const {
  const FileDescriptor tree = open_beneath(folder, name, O_RDONLY | O_DIRECTORY);
  if (!tree.is_open()) return errno == ENOENT ? 0 : errno;
  struct stat inside {
  }, outside{};
  if (::fstat(tree.number(), &inside) != 0 || ::fstat(folder.number(), &outside) != 0) return errno;
  if (inside.st_dev != outside.st_dev) return EXDEV;
  const bool closed = (inside.st_mode & S_IRWXU) != S_IRWXU;
  if (closed && ::fchmod(tree.number(), S_IRWXU) != 0) return errno;
  if (const int error = empty_folder(tree)) return error;
  return remove_folder(folder, name);
}

int DiskChanges::empty_folder(const FileDescriptor& folder) const {
  const std::optional<std::vector<DirectoryEntry>> entries = entries_of(folder);
  if (!entries) return errno;
  for (const DirectoryEntry& entry : *entries) {
    const bool is_folder = entry.kind == FileKind::directory;
    const int error = is_folder ? remove_tree(folder, entry.name) : remove_file(folder, entry.name);
    if (error != 0) return error;
  }
  return 0;
}

}  // namespace stagecraft
