#include "base/file_system.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "base/file_descriptor.h"

namespace stagecraft {
namespace {

std::string below(std::string_view folder, std::string_view name) {
  return folder.empty() ? std::string(name) : std::string(folder) + "/" + std::string(name);
}

FileDescriptor open_root(const std::string& root) {
  return open_folder(root.empty() ? "." : root);
}

/// What stat(2) says of `path` itself below `root`; nothing when it cannot be reached.
std::optional<struct stat> status_of(const std::string& root, std::string_view path) {
  const FileDescriptor folder = open_root(root);
  if (!folder.is_open()) return std::nullopt;
  const FileDescriptor file = open_beneath(folder, path, O_PATH);
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0) return std::nullopt;
  return status;
}

ReadFailure read_failure(int error) {
  if (error == ELOOP) return {"symbolic links are not followed"};
  return {system_words(error)};
}

}  // namespace

MemoryFiles::MemoryFiles(std::map<std::string, std::string, std::less<>> files)
    : files_(std::move(files)) {}

void MemoryFiles::add(std::string path, std::string content) {
  files_.insert_or_assign(std::move(path), std::move(content));
}

void MemoryFiles::add_symlink(std::string path) {
  symlinks_.insert(std::upper_bound(symlinks_.begin(), symlinks_.end(), path), std::move(path));
}

FileKind MemoryFiles::kind_of(std::string_view path) const {
  const auto is_symlink = [this](std::string_view name) {
    return std::binary_search(symlinks_.begin(), symlinks_.end(), name, std::less<>());
  };
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/', slash + 1)) {
    const std::string_view parent = path.substr(0, slash);
    if (is_symlink(parent) || files_.contains(parent)) return FileKind::missing;
  }
  if (is_symlink(path)) return FileKind::symlink;
  if (files_.contains(path)) return FileKind::regular;
  if (path.empty()) return FileKind::directory;

  const std::string prefix = std::string(path) + "/";
  const auto file = files_.lower_bound(prefix);
  const auto symlink = std::lower_bound(symlinks_.begin(), symlinks_.end(), prefix);
  const bool has_files = file != files_.end() && file->first.starts_with(prefix);
  const bool has_symlinks = symlink != symlinks_.end() && symlink->starts_with(prefix);
  return has_files || has_symlinks ? FileKind::directory : FileKind::missing;
}

std::uint64_t MemoryFiles::size_of(std::string_view path) const {
  return kind_of(path) == FileKind::regular ? files_.find(path)->second.size() : 0;
}

std::variant<std::string, ReadFailure> MemoryFiles::read(std::string_view path) const {
  switch (kind_of(path)) {
    case FileKind::regular:
      return files_.find(path)->second;
    case FileKind::missing:
      return read_failure(ENOENT);
    case FileKind::directory:
      return read_failure(EISDIR);
    default:
      return read_failure(ELOOP);
  }
}

std::vector<DirectoryEntry> MemoryFiles::list(std::string_view path) const {
  if (kind_of(path) != FileKind::directory) return {};
  const std::string prefix = path.empty() ? "" : std::string(path) + "/";
  std::vector<std::string> names;
  const auto add_name = [&](std::string_view entry) {
    if (entry.starts_with(prefix))
      names.emplace_back(
          entry.substr(prefix.size(), entry.find('/', prefix.size()) - prefix.size()));
  };
  for (auto file = files_.lower_bound(prefix);
       file != files_.end() && file->first.starts_with(prefix); ++file)
    add_name(file->first);
  for (const std::string& symlink : symlinks_) add_name(symlink);

  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::vector<DirectoryEntry> entries;
  for (std::string& name : names) {
    const FileKind kind = kind_of(below(path, name));
    entries.push_back({std::move(name), kind});
  }
  return entries;
}

FileKind DiskFiles::kind_of(std::string_view path) const {
  const std::optional<struct stat> status = status_of(root_, path);
  return status ? kind_from_mode(status->st_mode) : FileKind::missing;
}

std::uint64_t DiskFiles::size_of(std::string_view path) const {
  const std::optional<struct stat> status = status_of(root_, path);
  return status && S_ISREG(status->st_mode) ? static_cast<std::uint64_t>(status->st_size) : 0;
}

std::variant<std::string, ReadFailure> DiskFiles::read(std::string_view path) const {
  const FileDescriptor folder = open_root(root_);
  if (!folder.is_open()) return read_failure(errno);
  // Without O_NONBLOCK, opening a named pipe would wait for somebody to write to it.
  const FileDescriptor file = open_beneath(folder, path, O_RDONLY | O_NONBLOCK);
  if (!file.is_open()) return read_failure(errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return read_failure(errno);
  if (S_ISDIR(status.st_mode)) return read_failure(EISDIR);
  if (!S_ISREG(status.st_mode)) return ReadFailure{"not a regular file"};
  std::optional<std::string> bytes = read_to_end(file);
  if (!bytes) return read_failure(errno);
  return std::move(*bytes);
}

std::vector<DirectoryEntry> DiskFiles::list(std::string_view path) const {
  const FileDescriptor root = open_root(root_);
  if (!root.is_open()) return {};
  const FileDescriptor folder = open_beneath(root, path, O_RDONLY | O_DIRECTORY);
  if (!folder.is_open()) return {};
  return entries_of(folder).value_or(std::vector<DirectoryEntry>{});
}

}  // namespace stagecraft
