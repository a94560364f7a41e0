#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_descriptor.h"

namespace stagecraft {

/// Hears of changes below a folder, by inotify: files that are written, renamed, deleted; folders
/// that come, move and go; the folder itself renamed and back again. Symbolic links below the
/// folder are not followed. Left out are `.git`, `.stagecraft` and `node_modules` anywhere and
/// `public` at the top: nothing that a site is made from stands there.
class FolderWatcher {
 public:
  /// `root` as the user typed it; it need not exist yet.
  explicit FolderWatcher(std::string root);

  /// Readable, as poll(2) has it, when take() has news; -1 when the system has no such service.
  int descriptor() const { return events_.number(); }

  /// The paths below the root that may have changed since the last call, each once, sorted, in one
  /// go with whatever else has been reported by now. "" means: anything below the root. Of a folder
  /// that came, moved or went only its own path is given. Never waits.
  std::vector<std::string> take();

  /// Why some folder is not watched, in the system's words; empty when all are.
  const std::string& gap() const { return gap_; }

 private:
  void watch_everything();
  void watch_tree(const std::string& folder);
  bool watch(const std::string& path, const std::string& folder, std::uint32_t flags);
  void forget_tree(std::string_view folder);
  /// Adds the path that one event means to `changed`.
  void hear(int watch, std::uint32_t what, const std::string& name,
            std::vector<std::string>& changed);
  std::string disk_path(const std::string& path) const;

  std::string root_;
  std::string parent_;       // of the root; empty: there is none to watch
  std::string name_;         // of the root in its parent
  FileDescriptor events_;
  int parent_watch_ = -1;
  std::map<int, std::string> folders_;  // the path of each that is watched, by its watch
  std::string gap_;
};

}  // namespace stagecraft
