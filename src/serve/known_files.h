#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/file_system.h"

namespace stagecraft {

/// A tree of files that is asked once and remembered until somebody says what may have changed, so
/// that a load reads from the disk what is new. Safe to use from several threads.
class KnownFiles : public FileReader {
 public:
  /// `files` outlives the object.
  explicit KnownFiles(const FileReader& files) : files_(files) {}

  FileKind kind_of(std::string_view path) const override;
  std::uint64_t size_of(std::string_view path) const override;
  std::variant<std::string, ReadFailure> read(std::string_view path) const override;
  std::vector<DirectoryEntry> list(std::string_view path) const override;

  /// Asks again for everything that is known of `touched` paths, of what is below them, and of the
  /// folders that they are in; "" is the whole tree. Gives the paths that are not what they were,
  /// sorted: a file with other bytes; what has come or gone in a folder that was listed. What
  /// nobody has asked for is no change, nor is a name in a list that begins with ".".
  std::vector<std::string> refresh(const std::vector<std::string>& touched);

 private:
  struct Known {
    std::optional<FileKind> kind;
    std::optional<std::uint64_t> size;
    std::optional<std::variant<std::string, ReadFailure>> content;
    std::optional<std::vector<DirectoryEntry>> entries;
  };

  Known& known(std::string_view path) const;
  void ask_again(const std::string& path, Known& known, std::vector<std::string>& changed) const;

  const FileReader& files_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, Known, std::less<>> known_;  // by path
};

}  // namespace stagecraft
