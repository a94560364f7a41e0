#include "write/site_writer.h"

#include <fcntl.h>

#include <algorithm>
#include <cassert>
#include <cerrno>

#include "base/hash.h"

namespace stagecraft {

SiteWriter::SiteWriter(const OutputRequest& request, Diagnostics& diagnostics, DiskChanges changes)
    : diagnostics_(diagnostics),
      changes_(std::move(changes)),
      output_(check_output_folder(request, diagnostics)) {
  if (!output_) {
    result_.outcome = WriteOutcome::unfit;
    return;
  }
  Staging::recover(*output_, changes_);
  const FileDescriptor parent = open_folder(output_->parent);
  if (parent.is_open())
    published_ = PublishedSite(open_beneath(parent, output_->name, O_RDONLY | O_DIRECTORY));
  if (!published_.exists() && errno != ENOENT) {
    fail({output_->shown, "cannot be read: " + system_words(errno)});
  } else if (published_.exists() && is_mount_point(published_.folder())) {
    diagnostics_.error_in(output_->shown, "the output folder is a mount point",
                          {"choose a folder inside it with -o"});
    result_.outcome = WriteOutcome::unfit;
  }
  manifest_file_.emplace(request.project_root, output_->path());
  manifest_ = manifest_file_->load();
}

bool SiteWriter::add(const RenderedFile& file) {
  const std::string& path = file.path.text();
  assert(is_site_path(path));
  if (is_stopped()) return false;
  if (!is_site_path(path)) return fail({path, "is no path of a site"});

  const FileState state =
      published_.holds(path, file.bytes) ? FileState::unchanged : FileState::changed;
  const bool is_new = planned_.emplace(path, PlannedFile{content_hash(file.bytes), state}).second;
  assert(is_new);
  if (!is_new) return fail({shown(path), "is planned twice"});
  result_.bytes += file.bytes.size();
  if (state == FileState::unchanged) return true;

  if (!open_staging()) return false;
  const std::optional<DiskFailure> failure = staging_->write(path, file.bytes);
  return failure ? fail(*failure) : true;
}

WriteResult SiteWriter::publish() {
  if (is_stopped()) return result_;
  const Leftovers leftovers = find_leftovers(published_, planned_, manifest_.value_or(Manifest()));
  if (staging_ || !leftovers.ours.empty()) {
    if (!take_over(leftovers) || !put_in_place()) return result_;
    result_.outcome = WriteOutcome::published;
  }
  remember(manifest_of_site());
  for (const std::string& path : leftovers.edited)
    diagnostics_.warning_in(shown(path),
                            "is no longer part of the site, but stays: somebody changed it");

  const auto is_changed = [](const auto& file) { return file.second.state == FileState::changed; };
  result_.files = planned_.size();
  result_.written =
      static_cast<std::size_t>(std::count_if(planned_.begin(), planned_.end(), is_changed));
  result_.unchanged = result_.files - result_.written;
  result_.removed = leftovers.ours.size();
  return result_;
}

WriteResult SiteWriter::abandon() {
  staging_.reset();
  WriteResult result;
  result.outcome = result_.outcome;
  return result;
}

bool SiteWriter::open_staging() {
  if (staging_) return true;
  std::variant<Staging, DiskFailure> opened = Staging::open(*output_, published_, changes_);
  if (const auto* failure = std::get_if<DiskFailure>(&opened)) return fail(*failure);
  staging_.emplace(std::move(std::get<Staging>(opened)));
  return true;
}

/// Brings everything into the new tree that stays from the published one.
bool SiteWriter::take_over(const Leftovers& leftovers) {
  if (!open_staging()) return false;
  if (!published_.exists()) return true;
  const std::variant<Survey, DiskFailure> surveyed =
      survey_published(published_, planned_, leftovers, manifest_);
  if (const auto* failure = std::get_if<DiskFailure>(&surveyed))
    return fail({shown(failure->path), failure->message});
  const Survey& survey = std::get<Survey>(surveyed);
  if (!survey.conflicts.empty()) {
    refuse(survey.conflicts);
    return false;
  }
  result_.kept_foreign = survey.foreign.size();
  return take_over_files(survey) && take_over_folders(survey);
}

bool SiteWriter::take_over_files(const Survey& survey) {
  std::vector<std::string> paths = survey.foreign;
  for (const auto& [path, file] : planned_)
    if (file.state == FileState::unchanged) paths.push_back(path);
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths)
    if (const auto failure = staging_->take_over(published_, path)) return fail(*failure);
  return true;
}

bool SiteWriter::take_over_folders(const Survey& survey) {
  for (const PublishedFolder& folder : survey.folders)
    if (!folder.is_ours)
      if (const auto failure = staging_->make_folder(folder.path)) return fail(*failure);
  for (auto folder = survey.folders.rbegin(); folder != survey.folders.rend(); ++folder)
    if (const auto failure = staging_->set_mode(folder->path, folder->mode)) return fail(*failure);
  return true;
}

bool SiteWriter::put_in_place() {
  // Both the old and the new files are ours, whichever site a kill leaves standing.
  Manifest both = manifest_of_site();
  if (manifest_) both.add_all(*manifest_);
  remember(both);
  if (const auto failure = staging_->swap(published_)) return fail(*failure);
  if (const auto failure = staging_->drop())
    diagnostics_.warning_in(failure->path, failure->message);
  staging_.reset();
  return true;
}

Manifest SiteWriter::manifest_of_site() const {
  Manifest manifest;
  for (const auto& [path, file] : planned_) manifest.add(path, file.hash);
  return manifest;
}

void SiteWriter::remember(const Manifest& manifest) {
  if (manifest_ == manifest) return;
  if (const auto failure = manifest_file_->save(manifest, changes_))
    diagnostics_.warning_in(failure->path, failure->message,
                            {"pages that leave the site will stay in the output folder"});
  else
    manifest_ = manifest;
}

void SiteWriter::refuse(const std::vector<Conflict>& conflicts) {
  for (const Conflict& conflict : conflicts)
    diagnostics_.error_in(shown(conflict.path), conflict.message,
                          {"remove it or choose another output folder with -o"});
  staging_.reset();
  result_ = {};
  result_.outcome = WriteOutcome::refused;
}

bool SiteWriter::fail(const DiskFailure& failure) {
  diagnostics_.error_in(failure.path, failure.message);
  staging_.reset();
  result_ = {};
  result_.outcome = WriteOutcome::failed;
  return false;
}

}  // namespace stagecraft
