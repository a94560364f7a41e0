#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stagecraft {

enum class FileKind { missing, regular, directory, symlink, other };

struct DirectoryEntry {
  std::string name;
  FileKind kind = FileKind::missing;

  bool operator==(const DirectoryEntry&) const = default;
};

/// Why a file could not be read; `message` is the system's words, lower case ("permission denied").
struct ReadFailure {
  std::string message;
};

/// What the load pass sees of a tree of files. Paths are relative to the reader's root, use "/",
/// have no "." or "..", and are never absolute; the root itself is "".
/// Symbolic links are reported as such and never followed: neither is anything reached through one.
/// Abstract so that tests, embedded files and the disk look alike.
class FileReader {
 public:
  virtual ~FileReader() = default;

  /// What stands at `path`, `missing` also when a parent is no directory.
  virtual FileKind kind_of(std::string_view path) const = 0;

  /// The size in bytes of the regular file at `path`, 0 for anything else.
  virtual std::uint64_t size_of(std::string_view path) const = 0;

  /// The bytes of the regular file at `path`.
  virtual std::variant<std::string, ReadFailure> read(std::string_view path) const = 0;

  /// The entries of the directory at `path`, sorted by name (bytewise); empty when it is none.
  virtual std::vector<DirectoryEntry> list(std::string_view path) const = 0;
};

/// A tree of files in memory, for tests and for embedded content. Directories exist by having
/// files.
class MemoryFiles : public FileReader {
 public:
  MemoryFiles() = default;
  explicit MemoryFiles(std::map<std::string, std::string, std::less<>> files);

  void add(std::string path, std::string content);
  void add_symlink(std::string path);

  FileKind kind_of(std::string_view path) const override;
  std::uint64_t size_of(std::string_view path) const override;
  std::variant<std::string, ReadFailure> read(std::string_view path) const override;
  std::vector<DirectoryEntry> list(std::string_view path) const override;

 private:
  std::map<std::string, std::string, std::less<>> files_;
  std::vector<std::string> symlinks_;  // sorted
};

/// The folder `root` on the disk.
class DiskFiles : public FileReader {
 public:
  explicit DiskFiles(std::string root) : root_(std::move(root)) {}

  FileKind kind_of(std::string_view path) const override;
  std::uint64_t size_of(std::string_view path) const override;
  std::variant<std::string, ReadFailure> read(std::string_view path) const override;
  std::vector<DirectoryEntry> list(std::string_view path) const override;

 private:
  std::string root_;
};

}  // namespace stagecraft
