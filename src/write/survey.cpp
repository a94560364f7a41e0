#include "write/survey.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cassert>
#include <cerrno>

namespace stagecraft {
namespace {

std::string_view name_of(FileKind kind) {
  switch (kind) {
    case FileKind::regular:
      return "file";
    case FileKind::directory:
      return "folder";
    case FileKind::symlink:
      return "symbolic link";
    default:
      return "special file";
  }
}

/// Walks through a published site, depth first, names in order.
class Surveyor {
 public:
  Surveyor(const PublishedSite& published, const PlannedFiles& planned, const Leftovers& leftovers,
           const std::optional<Manifest>& manifest)
      : published_(published), planned_(planned), leftovers_(leftovers), manifest_(manifest) {}

  std::variant<Survey, DiskFailure> walk() {
    visit_folder(published_.folder(), "");
    if (failure_) return *failure_;
    return std::move(survey_);
  }

 private:
  void visit_folder(const FileDescriptor& folder, const std::string& path) {
    struct stat status {};
    const bool has_status = ::fstat(folder.number(), &status) == 0;
    const auto entries = has_status ? entries_of(folder) : std::nullopt;
    if (!entries) {
      failure_ = DiskFailure{path, "cannot be read: " + system_words(errno)};
      return;
    }
    survey_.folders.push_back({path, status.st_mode & 07777, path.empty() || is_ours(path)});
    for (const DirectoryEntry& entry : *entries) {
      if (failure_) return;
      visit(folder, entry, path.empty() ? entry.name : path + "/" + entry.name);
    }
  }

  void visit(const FileDescriptor& parent, const DirectoryEntry& entry, const std::string& path) {
    if (entry.kind == FileKind::directory)
      visit_inner_folder(parent, entry.name, path);
    else if (entry.kind == FileKind::regular)
      visit_file(path);
    else
      keep(path, entry.kind);
  }

  void visit_inner_folder(const FileDescriptor& parent, const std::string& name,
                          const std::string& path) {
    if (!is_ours(path) && report_planned_file_at(path, FileKind::directory)) return;
    const FileDescriptor folder = open_beneath(parent, name, O_RDONLY | O_DIRECTORY);
    if (!folder.is_open())
      failure_ = DiskFailure{path, "cannot be read: " + system_words(errno)};
    else if (is_mount_point(folder))
      survey_.conflicts.push_back({path, "a mount point cannot be carried into a new site"});
    else
      visit_folder(folder, path);
  }

  void visit_file(const std::string& path) {
    const auto planned = planned_.find(path);
    if (planned == planned_.end()) {
      if (!leftovers_.ours.contains(path)) keep(path, FileKind::regular);
    } else if (planned->second.state == FileState::changed && !may_replace(path)) {
      report(path, FileKind::regular, path);
    }
  }

  void keep(const std::string& path, FileKind kind) {
    if (!report_planned_file_at(path, kind) && !report_planned_file_below(path, kind))
      survey_.foreign.push_back(path);
  }

  bool is_ours(const std::string& folder) const {
    return manifest_ && manifest_->lists_below(folder);
  }

  bool may_replace(const std::string& path) {
    if (manifest_) return manifest_->lists(path);
    if (!names_stagecraft_) names_stagecraft_ = published_.names_stagecraft();
    return *names_stagecraft_;
  }

  /// Reports a planned file that has the path of something foreign, or of a folder around it.
  bool report_planned_file_at(const std::string& path, FileKind kind) {
    for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
      const std::string_view above = std::string_view(path).substr(0, end);
      if (planned_.contains(above)) return report(path, kind, above);
      if (end == std::string::npos) return false;
    }
  }

  /// Reports a planned file that needs a folder where something foreign stands.
  bool report_planned_file_below(const std::string& path, FileKind kind) {
    const auto below = planned_.lower_bound(path + "/");
    if (below == planned_.end() || !below->first.starts_with(path + "/")) return false;
    return report(path, kind, below->first);
  }

  bool report(const std::string& path, FileKind kind, std::string_view planned) {
    survey_.conflicts.push_back(
        {path, fmt::format("a {} that is not ours stands where the site puts '{}'", name_of(kind),
                           planned)});
    return true;
  }

  const PublishedSite& published_;
  const PlannedFiles& planned_;
  const Leftovers& leftovers_;
  const std::optional<Manifest>& manifest_;
  std::optional<bool> names_stagecraft_;
  Survey survey_;
  std::optional<DiskFailure> failure_;
};

}  // namespace

Leftovers find_leftovers(const PublishedSite& published, const PlannedFiles& planned,
                         const Manifest& manifest) {
  Leftovers leftovers;
  for (const std::string& path : manifest.paths()) {
    if (planned.contains(path)) continue;
    const std::optional<std::string> hash = published.hash_of(path);
    if (!hash) continue;
    (manifest.lists(path, *hash) ? leftovers.ours : leftovers.edited).insert(path);
  }
  return leftovers;
}

std::variant<Survey, DiskFailure> survey_published(const PublishedSite& published,
                                                   const PlannedFiles& planned,
                                                   const Leftovers& leftovers,
                                                   const std::optional<Manifest>& manifest) {
  assert(published.exists());
  return Surveyor(published, planned, leftovers, manifest).walk();
}

}  // namespace stagecraft
