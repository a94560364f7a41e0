#include "base/file_descriptor.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

namespace stagecraft {
namespace {

constexpr int always = O_CLOEXEC | O_NOFOLLOW;

FileDescriptor failed_with(int error) {
  errno = error;
  return {};
}

FileDescriptor open_at(int folder, const std::string& name, int flags, mode_t mode) {
  int number = -1;
  do {
    number = ::openat(folder, name.c_str(), flags | always, mode);
  } while (number < 0 && errno == EINTR);
  return FileDescriptor(number);
}

/// The kind of `entry` of the open `folder`; some file systems tell it only to stat.
FileKind kind_of_entry(int folder, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) return kind_from_mode(DTTOIF(entry.d_type));
  struct stat status {};
  const int result = ::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW);
  return result == 0 ? kind_from_mode(status.st_mode) : FileKind::missing;
}

/// Whether openat2 is missing or kept from us (older container filters answer EPERM), or lost a
/// race against a rename: then the slower way gives the true answer.
bool needs_the_slower_way(int error) {
  return error == ENOSYS || error == EPERM || error == EAGAIN || error == E2BIG;
}

}  // namespace

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

FileDescriptor::~FileDescriptor() {
  if (number_ < 0) return;
  const int error = errno;  // a caller may still want to read why something else failed
  ::close(number_);
  errno = error;
}

FileDescriptor open_folder(const std::string& path) {
  return FileDescriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

FileDescriptor open_beneath(const FileDescriptor& folder, std::string_view path, int flags,
                            mode_t mode) {
  if (path.find('\0') != std::string_view::npos) return failed_with(EINVAL);
  open_how how{};
  how.flags = static_cast<std::uint64_t>(flags | always);
  how.mode = (flags & O_CREAT) != 0 ? mode : 0;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
  const std::string name = path.empty() ? "." : std::string(path);
  long number = -1;
  do {
    number = ::syscall(SYS_openat2, folder.number(), name.c_str(), &how, sizeof how);
  } while (number < 0 && errno == EINTR);
  if (number < 0 && needs_the_slower_way(errno))
    return open_name_by_name(folder, path, flags, mode);
  return FileDescriptor(static_cast<int>(number));
}

FileDescriptor open_name_by_name(const FileDescriptor& folder, std::string_view path, int flags,
                                 mode_t mode) {
  if (path.find('\0') != std::string_view::npos) return failed_with(EINVAL);
  if (path.empty()) return open_at(folder.number(), ".", flags, mode);
  FileDescriptor parent;
  int at = folder.number();
  for (;;) {
    const std::size_t slash = path.find('/');
    const std::string name(path.substr(0, slash));
    if (name.empty() || name == "..") return failed_with(EXDEV);
    if (slash == std::string_view::npos) return open_at(at, name, flags, mode);

    FileDescriptor next = open_at(at, name, O_PATH, 0);
    struct stat status {};
    if (!next.is_open() || ::fstat(next.number(), &status) != 0) return {};
    if (S_ISLNK(status.st_mode)) return failed_with(ELOOP);
    if (!S_ISDIR(status.st_mode)) return failed_with(ENOTDIR);
    parent = std::move(next);
    at = parent.number();
    path.remove_prefix(slash + 1);
  }
}

FileKind kind_from_mode(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::regular;
  if (S_ISDIR(mode)) return FileKind::directory;
  if (S_ISLNK(mode)) return FileKind::symlink;
  return FileKind::other;
}

std::optional<std::vector<DirectoryEntry>> entries_of(const FileDescriptor& folder) {
  const int number = ::openat(folder.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (number < 0) return std::nullopt;
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(number), &::closedir);
  if (!stream) {
    ::close(number);
    return std::nullopt;
  }

  std::vector<DirectoryEntry> entries;
  errno = 0;
  while (const dirent* entry = ::readdir(stream.get())) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") entries.push_back({name, kind_of_entry(number, *entry)});
    errno = 0;
  }
  if (errno != 0) return std::nullopt;
  std::sort(entries.begin(), entries.end(),
            [](const DirectoryEntry& a, const DirectoryEntry& b) { return a.name < b.name; });
  return entries;
}

std::optional<std::string> read_to_end(const FileDescriptor& file) {
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(std::max<off_t>(status.st_size, 0)) + 1, '\0');
  std::size_t length = 0;
  for (;;) {
    const ssize_t count = ::read(file.number(), bytes.data() + length, bytes.size() - length);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) break;
    length += static_cast<std::size_t>(count);
    if (length == bytes.size()) bytes.resize(2 * bytes.size());
  }
  bytes.resize(length);
  return bytes;
}

std::string system_words(int error) {
  const char* words = ::strerrordesc_np(error);  // unlike strerror, the same in every locale
  std::string text = words == nullptr ? "error " + std::to_string(error) : words;
  if ('A' <= text[0] && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

}  // namespace stagecraft
