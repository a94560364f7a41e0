#include "write/staging.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

namespace stagecraft {
namespace {

constexpr const char* site_name = "site";
constexpr const char* old_name = "old";
constexpr int lock_attempts = 100;

std::string staging_name(const OutputFolder& output) {
  return "." + output.name + ".stagecraft-new";
}

/// A path in two: the folder ("" for the top) and the name in it.
std::pair<std::string, std::string> split(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {"", path};
  return {path.substr(0, slash), path.substr(slash + 1)};
}

bool stands(const FileDescriptor& folder, const std::string& name) {
  struct stat status {};
  return ::fstatat(folder.number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
}

FileDescriptor open_inner_folder(const FileDescriptor& folder, const std::string& path) {
  return open_beneath(folder, path, O_RDONLY | O_DIRECTORY);
}

/// Takes the lock of the open `folder` without waiting; gives 0 or the errno value.
int take_lock(const FileDescriptor& folder) {
  return ::flock(folder.number(), LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
}

bool is_exchange_unknown(int error) {
  return error == EINVAL || error == ENOSYS || error == EOPNOTSUPP;
}

/// Whether a file system has no links, or no more of them for this file.
bool is_link_impossible(int error) {
  return error == EPERM || error == EMLINK || error == EOPNOTSUPP || error == ENOSYS;
}

}  // namespace

Staging::Staging(const OutputFolder& output, const DiskChanges& changes)
    : output_(output), name_(staging_name(output)), changes_(&changes) {}

std::variant<Staging, DiskFailure> Staging::open(const OutputFolder& output,
                                                 const PublishedSite& published,
                                                 const DiskChanges& changes) {
  Staging staging(output, changes);
  if (auto failed = staging.open_parent()) return *failed;
  if (auto failed = staging.lock()) return *failed;
  if (auto failed = staging.clear()) return *failed;
  const bool is_unchanged = published.exists()
                                ? is_still_at(published.folder(), staging.parent_, output.name)
                                : !staging.output_stands();
  if (!is_unchanged) return DiskFailure{output.shown, "another build has written here meanwhile"};

  if (const int error = changes.make_folder(staging.folder_, site_name, 0777))
    return staging.failure("", "cannot be prepared", error);
  staging.site_ = open_inner_folder(staging.folder_, site_name);
  if (!staging.site_.is_open()) return staging.failure("", "cannot be prepared", errno);
  return std::variant<Staging, DiskFailure>(std::move(staging));
}

void Staging::recover(const OutputFolder& output, const DiskChanges& changes) {
  Staging staging(output, changes);
  staging.parent_ = open_folder(output.parent);
  if (!staging.parent_.is_open()) return;
  FileDescriptor folder = open_inner_folder(staging.parent_, staging.name_);
  if (!folder.is_open() || take_lock(folder) != 0) return;
  if (!is_still_at(folder, staging.parent_, staging.name_)) return;
  staging.folder_ = std::move(folder);
  staging.clear();  // what fails here fails again, and is reported, when something is to be written
}

std::optional<DiskFailure> Staging::open_parent() {
  std::vector<std::string> missing;  // innermost first
  std::string path = output_.parent;
  for (parent_ = open_folder(path); !parent_.is_open(); parent_ = open_folder(path)) {
    if (errno != ENOENT || path.size() <= 1) return failure("", "cannot be reached", errno);
    const std::size_t slash = path.rfind('/');
    missing.push_back(path.substr(slash + 1));
    path.resize(std::max<std::size_t>(slash, 1));
  }
  for (; !missing.empty(); missing.pop_back()) {
    const std::string& name = missing.back();
    const int error = changes_->make_folder(parent_, name, 0777);
    if (error != 0 && error != EEXIST) return failure("", "cannot be made", error);
    FileDescriptor made = open_inner_folder(parent_, name);
    if (!made.is_open()) return failure("", "cannot be made", errno);
    std::swap(parent_, made);
    if (error == 0) made_parents_.emplace_back(std::move(made), name);
  }
  return std::nullopt;
}

std::optional<DiskFailure> Staging::lock() {
  // Between opening the folder and locking it, its owner may have finished and removed it.
  for (int attempt = 0; attempt < lock_attempts; ++attempt) {
    const int made = changes_->make_folder(parent_, name_, 0700);
    if (made != 0 && made != EEXIST) return failure("", "cannot be prepared", made);
    FileDescriptor folder = open_inner_folder(parent_, name_);
    if (!folder.is_open() && errno == ENOENT) continue;
    if (!folder.is_open()) return failure("", "cannot use '" + name_ + "' beside it", errno);

    const int error = take_lock(folder);
    if (error == EWOULDBLOCK) return DiskFailure{output_.shown, "another build is writing here"};
    if (error != 0) return failure("", "cannot be locked", error);
    if (!is_still_at(folder, parent_, name_)) continue;
    folder_ = std::move(folder);
    return std::nullopt;
  }
  return DiskFailure{output_.shown, "another build is writing here"};
}

std::optional<DiskFailure> Staging::clear() {
  const std::optional<std::vector<DirectoryEntry>> entries = entries_of(folder_);
  if (!entries) return failure("", "cannot be prepared", errno);
  for (const DirectoryEntry& entry : *entries) {
    const bool is_ours =
        entry.kind == FileKind::directory && (entry.name == site_name || entry.name == old_name);
    if (!is_ours) {
      folder_ = FileDescriptor();  // what we do not know is not ours to drop
      return DiskFailure{output_.shown, "'" + name_ + "' beside it holds '" + entry.name +
                                            "', which is not of this program"};
    }
  }
  if (!output_stands() && stands(folder_, old_name))
    if (const int error = changes_->rename(folder_, old_name, parent_, output_.name))
      return failure("", "cannot be put back", error);
  for (const char* name : {site_name, old_name})
    if (const int error = changes_->remove_tree(folder_, name))
      return failure("", "what an earlier build left in '" + name_ + "' cannot be removed", error);
  return std::nullopt;
}

std::optional<DiskFailure> Staging::write(const std::string& path, std::string_view bytes) {
  const auto [folder, name] = split(path);
  int error = enter(folder);
  if (error == 0) error = changes_->make_file(entered_, name, bytes);
  if (error == 0) return std::nullopt;
  return failure(path, "cannot be written", error);
}

std::optional<DiskFailure> Staging::make_folder(const std::string& path) {
  const int error = enter(path);
  if (error == 0) return std::nullopt;
  return failure(path, "cannot be made", error);
}

std::optional<DiskFailure> Staging::take_over(const PublishedSite& published,
                                              const std::string& path) {
  const auto [folder, name] = split(path);
  if (!source_.is_open() || source_path_ != folder) {
    source_ = open_inner_folder(published.folder(), folder);
    source_path_ = folder;
  }
  int error = source_.is_open() ? enter(folder) : errno;
  if (error == 0) error = changes_->link(source_, entered_, name);
  if (is_link_impossible(error)) error = changes_->copy(source_, entered_, name);
  if (error == 0) return std::nullopt;
  return failure(path, "cannot be taken over", error);
}

std::optional<DiskFailure> Staging::set_mode(const std::string& path, mode_t mode) {
  if (!path.empty() && !made_folders_.contains(path)) return std::nullopt;
  struct stat status {};
  int error = enter(path);
  if (error == 0 && ::fstat(entered_.number(), &status) != 0) error = errno;
  if (error == 0 && (status.st_mode & 07777) != mode) error = changes_->set_mode(entered_, mode);
  if (error == 0) return std::nullopt;
  return failure(path, "cannot be given its mode", error);
}

/// Opens the folder `path` of the new site as entered_, made when it is missing; gives 0 or the
/// errno value.
int Staging::enter(const std::string& path) {
  if (entered_.is_open() && entered_path_ == path) return 0;
  if (!path.empty() && !made_folders_.contains(path)) {
    const auto [parent, name] = split(path);
    if (const int error = enter(parent)) return error;
    if (const int error = changes_->make_folder(entered_, name, 0777)) return error;
    made_folders_.insert(path);
  }
  entered_ = open_inner_folder(site_, path);
  entered_path_ = path;
  return entered_.is_open() ? 0 : errno;
}

std::optional<DiskFailure> Staging::swap(const PublishedSite& published) {
  int error = 0;
  if (!published.exists()) {
    error = changes_->rename(folder_, site_name, parent_, output_.name);
  } else {
    error = changes_->exchange(folder_, site_name, parent_, output_.name);
    if (is_exchange_unknown(error)) error = swap_in_two_steps();
  }
  if (error == 0) return std::nullopt;
  return failure("", "cannot be put in place", error);
}

int Staging::swap_in_two_steps() {
  if (const int error = changes_->rename(parent_, output_.name, folder_, old_name)) return error;
  const int error = changes_->rename(folder_, site_name, parent_, output_.name);
  if (error != 0) changes_->rename(folder_, old_name, parent_, output_.name);
  return error;
}

std::optional<DiskFailure> Staging::drop() {
  int error = 0;
  if (folder_.is_open()) {
    error = changes_->remove_tree(folder_, site_name);
    // Without a site in the output folder, the old one is the last good one.
    if (error == 0 && output_stands()) error = changes_->remove_tree(folder_, old_name);
    if (error == 0) error = changes_->remove_folder(parent_, name_);
    folder_ = FileDescriptor();
  }
  if (parent_.is_open() && !output_stands())
    for (auto made = made_parents_.rbegin(); made != made_parents_.rend(); ++made)
      changes_->remove_folder(made->first, made->second);
  made_parents_.clear();
  if (error == 0) return std::nullopt;
  return failure("", "'" + name_ + "' beside it cannot be removed", error);
}

bool Staging::output_stands() const {
  return stands(parent_, output_.name);
}

DiskFailure Staging::failure(const std::string& path, std::string_view what, int error) const {
  return {path.empty() ? output_.shown : output_.shown + "/" + path,
          std::string(what) + ": " + system_words(error)};
}

}  // namespace stagecraft
