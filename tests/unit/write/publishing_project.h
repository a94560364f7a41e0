#pragma once

#include <sys/stat.h>

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "support/test_folder.h"
#include "write/site_writer.h"

namespace stagecraft {

/// The files of a site by path.
using Site = std::map<std::string, std::string>;

/// A project in a temporary folder that publishes to `public` in it.
struct PublishingProject {
  TestFolder folder;
  std::vector<std::string> messages;  ///< of the last build: "path: text"

  PublishingProject() { std::filesystem::create_directories(folder / "project"); }

  std::filesystem::path operator/(const std::string& name) const {
    return folder / ("project/" + name);
  }
  void write(const std::string& name, const std::string& bytes) const {
    folder.write("project/" + name, bytes);
  }
  std::string read(const std::string& name) const { return folder.read("project/" + name); }

  OutputRequest request() const {
    return {folder / "project", folder / "project/public", folder / "home"};
  }

  WriteResult build(const Site& site, DiskChanges changes = {}) {
    Diagnostics diagnostics;
    const WriteResult result = publish(site, diagnostics, std::move(changes));
    messages.clear();
    for (const Diagnostic& diagnostic : diagnostics.sorted())
      messages.push_back(short_path(diagnostic.path) + ": " + diagnostic.message);
    return result;
  }

  WriteResult publish(const Site& site, Diagnostics& diagnostics, DiskChanges changes) const {
    SiteWriter writer(request(), diagnostics, std::move(changes));
    for (const auto& [path, bytes] : site)
      if (!writer.add({OutputPath(path), bytes})) break;
    return writer.publish();
  }

  /// `path` without the place of the temporary folder.
  std::string short_path(const std::string& path) const {
    const std::string prefix = (folder / "project/").string();
    return path.starts_with(prefix) ? path.substr(prefix.size()) : path;
  }

  /// What stands below `name`: files with their content, links as "-> target", empty folders as
  /// "(empty)", other things as "(special)". Empty when there is no such folder.
  Site tree(const std::string& name = "public") const {
    namespace fs = std::filesystem;
    Site tree;
    const fs::path root = *this / name;
    if (!fs::exists(root)) return tree;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
      const std::string path = entry.path().lexically_relative(root).string();
      if (entry.is_symlink())
        tree[path] = "-> " + fs::read_symlink(entry.path()).string();
      else if (entry.is_regular_file())
        tree[path] = read(name + "/" + path);
      else if (!entry.is_directory())
        tree[path] = "(special)";
      else if (fs::is_empty(entry.path()))
        tree[path] = "(empty)";
    }
    return tree;
  }

  /// Inode, time of change and time of status change of everything in the project, and of itself.
  std::map<std::string, std::tuple<ino_t, long, long, long>> stamps() const {
    namespace fs = std::filesystem;
    std::map<std::string, std::tuple<ino_t, long, long, long>> stamps;
    const auto note = [&stamps](const fs::path& path) {
      struct stat status {};
      ::lstat(path.c_str(), &status);
      stamps[path.string()] = {status.st_ino, status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                               status.st_ctim.tv_nsec};
    };
    note(folder / "project");
    for (const auto& entry : fs::recursive_directory_iterator(folder / "project"))
      note(entry.path());
    return stamps;
  }

  ino_t inode(const std::string& name) const {
    struct stat status {};
    return ::lstat((*this / name).c_str(), &status) == 0 ? status.st_ino : 0;
  }

  mode_t mode(const std::string& name) const {
    struct stat status {};
    return ::lstat((*this / name).c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
  }

  bool has_staging() const {
    return std::filesystem::exists(std::filesystem::symlink_status(*this / staging));
  }

  static constexpr const char* staging = ".public.stagecraft-new";
};

}  // namespace stagecraft
