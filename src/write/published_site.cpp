#include "write/published_site.h"

#include <fcntl.h>
#include <linux/stat.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/hash.h"

namespace stagecraft {
namespace {

constexpr std::string_view generator_mark = "<meta name=\"generator\" content=\"Stagecraft";

/// Whether `file` holds exactly `bytes` from where it stands.
bool is_equal(const FileDescriptor& file, std::string_view bytes) {
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t count = ::read(file.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return count == 0 && bytes.empty();
    const std::string_view read(buffer.data(), static_cast<std::size_t>(count));
    if (!bytes.starts_with(read)) return false;
    bytes.remove_prefix(read.size());
  }
}

}  // namespace

FileDescriptor PublishedSite::open_file(std::string_view path) const {
  if (!exists()) return {};
  FileDescriptor file = open_beneath(folder_, path, O_RDONLY | O_NONBLOCK);
  struct stat status {};
  const bool is_regular =
      file.is_open() && ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode);
  return is_regular ? std::move(file) : FileDescriptor();
}

bool PublishedSite::holds(std::string_view path, std::string_view bytes) const {
  const FileDescriptor file = open_file(path);
  struct stat status {};
  return file.is_open() && ::fstat(file.number(), &status) == 0 &&
         static_cast<std::size_t>(status.st_size) == bytes.size() && is_equal(file, bytes);
}

std::optional<std::string> PublishedSite::hash_of(std::string_view path) const {
  const FileDescriptor file = open_file(path);
  if (!file.is_open()) return std::nullopt;
  const std::optional<std::string> bytes = read_to_end(file);
  return bytes ? std::optional(content_hash(*bytes)) : std::nullopt;
}

bool PublishedSite::names_stagecraft() const {
  const FileDescriptor file = open_file("index.html");
  return file.is_open() && read_to_end(file).value_or("").find(generator_mark) != std::string::npos;
}

bool is_still_at(const FileDescriptor& folder, const FileDescriptor& parent,
                 const std::string& name) {
  struct stat opened {
  }, named{};
  return ::fstat(folder.number(), &opened) == 0 &&
         ::fstatat(parent.number(), name.c_str(), &named, AT_SYMLINK_NOFOLLOW) == 0 &&
         opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

bool is_mount_point(const FileDescriptor& folder) {
  struct statx status {};
  return ::statx(folder.number(), "", AT_EMPTY_PATH, STATX_BASIC_STATS, &status) == 0 &&
         (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

}  // namespace stagecraft
