#include "serve/folder_watcher.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace stagecraft {
namespace {

namespace fs = std::filesystem;

// A file that is being written says so when it is closed: what is half written is not read.
constexpr std::uint32_t changes = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                  IN_MOVED_TO | IN_ATTRIB | IN_EXCL_UNLINK;
constexpr std::uint32_t root_changes = changes | IN_DELETE_SELF | IN_MOVE_SELF;

std::string below(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + "/" + name;
}

bool is_left_out(std::string_view folder, std::string_view name) {
  return name == ".git" || name == ".stagecraft" || name == "node_modules" ||
         (folder.empty() && name == "public");
}

bool is_at_or_below(std::string_view path, std::string_view folder) {
  if (folder.empty() || path == folder) return true;
  return path.starts_with(folder) && path[folder.size()] == '/';
}

}  // namespace

FolderWatcher::FolderWatcher(std::string root)
    : root_(std::move(root)), events_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  while (root_.size() > 1 && root_.ends_with('/')) root_.pop_back();
  const std::size_t slash = root_.rfind('/');
  name_ = slash == std::string::npos ? root_ : root_.substr(slash + 1);
  // The current folder and what is above it keep their identity when they are renamed.
  if (!name_.empty() && name_ != "." && name_ != "..")
    parent_ = slash == std::string::npos ? "." : root_.substr(0, std::max<std::size_t>(slash, 1));
  if (events_.is_open())
    watch_everything();
  else
    gap_ = system_words(errno);
}

void FolderWatcher::watch_everything() {
  forget_tree("");
  gap_.clear();
  if (!parent_.empty() && parent_watch_ < 0)
    parent_watch_ = ::inotify_add_watch(
        events_.number(), parent_.c_str(),
        IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR | IN_MASK_ADD);
  watch_tree("");
}

void FolderWatcher::watch_tree(const std::string& folder) {
  if (!watch(disk_path(folder), folder,
             folder.empty() ? root_changes : changes | IN_DONT_FOLLOW))
    return;
  std::error_code error;
  for (fs::directory_iterator entry(disk_path(folder), error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename();
    std::error_code ignored;
    const bool is_folder = entry->symlink_status(ignored).type() == fs::file_type::directory;
    if (is_folder && !is_left_out(folder, name)) watch_tree(below(folder, name));
  }
}

bool FolderWatcher::watch(const std::string& path, const std::string& folder,
                          std::uint32_t flags) {
  const int number = ::inotify_add_watch(events_.number(), path.c_str(), flags | IN_ONLYDIR);
  if (number >= 0) {
    folders_[number] = folder;
    return true;
  }
  const bool is_gone = errno == ENOENT || errno == ENOTDIR;  // somebody else was faster
  if (!is_gone)
    gap_ = errno == ENOSPC ? "the system watches no more folders; raise the limit with: "
                             "sysctl fs.inotify.max_user_watches=524288"
                           : system_words(errno);
  return false;
}

void FolderWatcher::forget_tree(std::string_view folder) {
  for (auto i = folders_.begin(); i != folders_.end();) {
    if (!is_at_or_below(i->second, folder)) {
      ++i;
      continue;
    }
    ::inotify_rm_watch(events_.number(), i->first);
    i = folders_.erase(i);
  }
}

std::vector<std::string> FolderWatcher::take() {
  alignas(inotify_event) std::array<char, 64 << 10> buffer;
  std::vector<std::string> changed;
  for (ssize_t size = 0;
       (size = ::read(events_.number(), buffer.data(), buffer.size())) > 0;) {
    for (const char* at = buffer.data(); at < buffer.data() + size;) {
      inotify_event event{};
      std::memcpy(&event, at, sizeof event);
      const char* const name = at + sizeof event;
      hear(event.wd, event.mask, event.len == 0 ? "" : name, changed);
      at = name + event.len;
    }
  }
  std::sort(changed.begin(), changed.end());
  changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
  return changed;
}

void FolderWatcher::hear(int watch, std::uint32_t what, const std::string& name,
                         std::vector<std::string>& changed) {
  const bool is_root = watch == parent_watch_ && parent_watch_ >= 0;
  if (is_root && (what & IN_IGNORED)) parent_watch_ = -1;
  if (is_root && name != name_) return;
  const auto found = folders_.find(watch);
  const bool is_own = found != folders_.end() && found->second.empty() &&
                      (what & (IN_DELETE_SELF | IN_MOVE_SELF));
  if (is_root || is_own || (what & IN_Q_OVERFLOW)) {
    watch_everything();
    changed.emplace_back();
    return;
  }
  if (found == folders_.end()) return;  // of a folder that has gone meanwhile
  if (what & IN_IGNORED) {
    folders_.erase(found);
    return;
  }
  if (name.empty() || is_left_out(found->second, name)) return;
  const std::string path = below(found->second, name);
  changed.push_back(path);
  if (!(what & IN_ISDIR) || (what & IN_ATTRIB)) return;
  forget_tree(path);
  if (what & (IN_CREATE | IN_MOVED_TO)) watch_tree(path);
}

std::string FolderWatcher::disk_path(const std::string& path) const {
  return path.empty() ? root_ : root_ + "/" + path;
}

}  // namespace stagecraft
