#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include "write/disk_changes.h"
#include "write/output_folder.h"
#include "write/published_site.h"

namespace stagecraft {

/// The folder `.<name>.stagecraft-new` beside the output folder, in which a new site is put
/// together (below "site") and from which it is swapped into place. Only its maker may look into
/// it, and only one build at a time has one: it is locked until it is dropped or the process ends.
class Staging {
 public:
  /// Makes and locks the folder, with missing parents of the output folder; first clears away what
  /// a killed build has left there. Fails when another build has the lock, and when something else
  /// than `published` stands in the output folder by now. `changes` outlives the staging.
  static std::variant<Staging, DiskFailure> open(const OutputFolder& output,
                                                 const PublishedSite& published,
                                                 const DiskChanges& changes);

  /// Repairs what a killed build left, without a word: puts the old site back if the build took it
  /// away and had not yet put the new one in its place, and removes the rest.
  /// Does nothing while another build is at work.
  static void recover(const OutputFolder& output, const DiskChanges& changes);

  Staging(Staging&&) = default;
  Staging& operator=(Staging&&) = delete;
  ~Staging() { drop(); }

  /// Each of these makes the folders that it needs. Paths are those of the new site.
  std::optional<DiskFailure> write(const std::string& path, std::string_view bytes);
  std::optional<DiskFailure> make_folder(const std::string& path);

  /// Takes over what stands at `path` in `published`: as a link, or as a copy where the file system
  /// has no links.
  std::optional<DiskFailure> take_over(const PublishedSite& published, const std::string& path);

  /// Gives a folder its mode; does nothing when the new site has no such folder.
  /// Call it for inner folders first, and when nothing more is added.
  std::optional<DiskFailure> set_mode(const std::string& path, mode_t mode);

  /// Puts the new site in the place of `published`, in one step where the system can exchange two
  /// folders. Where it cannot, the old one is moved aside first; between those two steps no site
  /// stands there, and recover() repairs what a kill leaves at that moment.
  /// When this fails, the old site stands.
  std::optional<DiskFailure> swap(const PublishedSite& published);

  /// Removes the folder with what is in it: before swap() the new site, afterwards the old one.
  std::optional<DiskFailure> drop();

 private:
  explicit Staging(const OutputFolder& output, const DiskChanges& changes);

  std::optional<DiskFailure> open_parent();
  std::optional<DiskFailure> lock();
  std::optional<DiskFailure> clear();
  int swap_in_two_steps();
  int enter(const std::string& path);
  DiskFailure failure(const std::string& path, std::string_view what, int error) const;
  bool output_stands() const;

  OutputFolder output_;
  std::string name_;
  const DiskChanges* changes_;
  std::vector<std::pair<FileDescriptor, std::string>> made_parents_;  // outermost first
  FileDescriptor parent_;
  FileDescriptor folder_;  // locked; not open: dropped
  FileDescriptor site_;
  std::unordered_set<std::string> made_folders_;

  // Files of one folder come together: the folders of the last one are kept open.
  FileDescriptor entered_, source_;
  std::string entered_path_, source_path_;
};

}  // namespace stagecraft
