#include "feed/staged_folder.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "base/file_descriptor.h"

namespace stagecraft::feed {
namespace {

namespace fs = std::filesystem;

std::string without_last_slash(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

}  // namespace

StagedFolder::StagedFolder(std::string target) : target_(without_last_slash(std::move(target))) {
  std::error_code error;
  if (fs::exists(target_, error) && !fs::is_directory(target_, error)) {
    failure_ = target_ + ": this is a file, not a folder";
    return;
  }
  const fs::path parent = fs::path(target_).parent_path();
  if (!parent.empty()) fs::create_directories(parent, error);
  std::string name =
      (parent.empty() ? "" : parent.string() + "/") + ".stagecraft-feed-" + std::string(6, 'X');
  if (!::mkdtemp(name.data())) {
    fail(target_);
    return;
  }
  path_ = name;
  struct stat status {};
  const bool has_old = ::stat(target_.c_str(), &status) == 0;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::chmod(path_.c_str(), has_old ? status.st_mode & 07777 : 0777 & ~mask);
}

StagedFolder::~StagedFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

void StagedFolder::fail(const std::string& what) {
  if (failure_.empty()) failure_ = what + ": " + system_words(errno);
}

void StagedFolder::make_folder(const std::string& name) {
  std::error_code error;
  fs::create_directories(path_ + "/" + name, error);
  if (error) {
    errno = error.value();
    fail(name);
  }
}

/// Links what is not ours in `folder` of the target into the new folder.
void StagedFolder::keep_foreign(const std::string& folder, const std::vector<std::string>& ours) {
  std::error_code error;
  const std::string old = target_ + (folder.empty() ? "" : "/" + folder);
  for (const fs::directory_entry& entry : fs::directory_iterator(old, error)) {
    const std::string name =
        (folder.empty() ? "" : folder + "/") + entry.path().filename().string();
    const std::string copy = path_ + "/" + name;
    if (entry.is_directory(error) && !entry.is_symlink(error)) {
      keep_foreign(name, ours);
      continue;
    }
    if (std::find(ours.begin(), ours.end(), name) != ours.end() || fs::exists(copy, error))
      continue;
    fs::create_directories(fs::path(copy).parent_path(), error);
    if (::linkat(AT_FDCWD, entry.path().c_str(), AT_FDCWD, copy.c_str(), 0) != 0) fail(name);
  }
}

bool StagedFolder::exchange() {
#ifdef RENAME_EXCHANGE
  return ::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) == 0;
#else
  errno = ENOSYS;
  return false;
#endif
}

void StagedFolder::publish(const std::vector<std::string>& ours) {
  std::error_code error;
  if (!fs::exists(target_, error)) {
    if (::rename(path_.c_str(), target_.c_str()) != 0) return fail(target_);
    path_.clear();
    return;
  }
  keep_foreign("", ours);
  if (!failure_.empty()) return;
  if (exchange()) return;  // the old one has the staged name now and goes with this object
  fail(target_);
}

}  // namespace stagecraft::feed
