#include "serve/known_files.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace stagecraft {
namespace {

std::string below(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + "/" + name;
}

bool is_at_or_below(std::string_view path, std::string_view folder) {
  if (folder.empty() || path == folder) return true;
  return path.starts_with(folder) && path[folder.size()] == '/';
}

bool is_same(const std::variant<std::string, ReadFailure>& a,
             const std::variant<std::string, ReadFailure>& b) {
  if (a.index() != b.index()) return false;
  if (const auto* bytes = std::get_if<std::string>(&a)) return *bytes == std::get<std::string>(b);
  return std::get<ReadFailure>(a).message == std::get<ReadFailure>(b).message;
}

/// What is in one of the lists alone, by the path in `folder`.
void add_differences(const std::string& folder, const std::vector<DirectoryEntry>& before,
                     const std::vector<DirectoryEntry>& after, std::vector<std::string>& changed) {
  const auto by_name = [](const DirectoryEntry& a, const DirectoryEntry& b) {
    return std::tie(a.name, a.kind) < std::tie(b.name, b.kind);
  };
  std::vector<DirectoryEntry> different;
  std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                std::back_inserter(different), by_name);
  for (const DirectoryEntry& entry : different)
    if (!entry.name.starts_with('.')) changed.push_back(below(folder, entry.name));
}

}  // namespace

KnownFiles::Known& KnownFiles::known(std::string_view path) const {
  const auto found = known_.find(path);
  return found == known_.end() ? known_[std::string(path)] : found->second;
}

FileKind KnownFiles::kind_of(std::string_view path) const {
  const std::lock_guard lock(mutex_);
  Known& file = known(path);
  if (!file.kind) file.kind = files_.kind_of(path);
  return *file.kind;
}

std::uint64_t KnownFiles::size_of(std::string_view path) const {
  const std::lock_guard lock(mutex_);
  Known& file = known(path);
  if (!file.size) file.size = files_.size_of(path);
  return *file.size;
}

std::variant<std::string, ReadFailure> KnownFiles::read(std::string_view path) const {
  const std::lock_guard lock(mutex_);
  Known& file = known(path);
  if (!file.content) file.content = files_.read(path);
  return *file.content;
}

std::vector<DirectoryEntry> KnownFiles::list(std::string_view path) const {
  const std::lock_guard lock(mutex_);
  Known& folder = known(path);
  if (!folder.entries) folder.entries = files_.list(path);
  return *folder.entries;
}

std::vector<std::string> KnownFiles::refresh(const std::vector<std::string>& touched) {
  const std::lock_guard lock(mutex_);
  std::set<std::string> due;
  for (const std::string& path : touched) {
    for (auto i = known_.lower_bound(path); i != known_.end() && i->first.starts_with(path); ++i)
      if (is_at_or_below(i->first, path)) due.insert(i->first);
    if (path.empty()) continue;
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash);
    if (known_.contains(folder)) due.insert(folder);
  }
  std::vector<std::string> changed;
  for (const std::string& path : due) ask_again(path, known_[path], changed);
  std::sort(changed.begin(), changed.end());
  changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
  return changed;
}

void KnownFiles::ask_again(const std::string& path, Known& known,
                           std::vector<std::string>& changed) const {
  const Known before = std::move(known);
  known = Known();
  if (before.kind) known.kind = files_.kind_of(path);
  if (before.size) known.size = files_.size_of(path);
  if (before.content) known.content = files_.read(path);
  if (before.entries) known.entries = files_.list(path);
  const bool has_other_bytes = before.content && !is_same(*before.content, *known.content);
  if (before.kind != known.kind || before.size != known.size || has_other_bytes)
    changed.push_back(path);
  if (before.entries) add_differences(path, *before.entries, *known.entries, changed);
}

}  // namespace stagecraft
