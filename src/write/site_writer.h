// Pass 5: finished files in, a published site out. The only pass that writes to the disk.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "render/rendered_file.h"
#include "write/disk_changes.h"
#include "write/manifest.h"
#include "write/output_folder.h"
#include "write/published_site.h"
#include "write/staging.h"
#include "write/survey.h"

namespace stagecraft {

enum class WriteOutcome {
  published,  ///< a new site stands in the output folder
  unchanged,  ///< the published site was this one already; nothing in the output folder was touched
  unfit,      ///< the output folder is not one to publish to: another one has to be chosen
  refused,    ///< publishing there could harm what is not ours: a matter for the user
  failed      ///< the disk or the system failed, or another build is at work
};

/// What publishing did. All counts are 0 unless it published or found nothing to change.
struct WriteResult {
  WriteOutcome outcome = WriteOutcome::unchanged;
  std::size_t files = 0;  ///< of the site: written + unchanged
  std::size_t written = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;  ///< files of ours that the site no longer has
  std::size_t kept_foreign =
      0;                    ///< files that are not ours; looked for only when outcome is published
  std::uint64_t bytes = 0;  ///< of the site's files
};

/// Publishes a site to an output folder.
///
/// The output folder holds either the whole old site or the whole new one, whenever the build
/// fails, is killed or runs out of disk (not when the machine loses power: nothing is forced to the
/// disk). Files are compared with the published ones; the first difference starts a new tree beside
/// the output folder, unchanged files are linked into it, and at the end the two change places. A
/// build that changes nothing writes nothing. Where the system cannot exchange two folders in one
/// step, the output folder is missing between two renames; a build that is killed at that very
/// moment leaves the old site in `.<name>.stagecraft-new/old`, from where the next one puts it
/// back.
///
/// Ours is what the manifest in the project's cache lists (see Manifest). Everything else in the
/// output folder is foreign and stays: files, links, empty folders, and the modes of folders.
/// - Ours and no longer planned: removed; kept and reported (a warning) when somebody changed it.
/// - Ours and planned: replaced, also when somebody changed it.
/// - Foreign and planned: adopted when the content is the same, otherwise an error. When there is
///   no manifest but the published home page names Stagecraft, the cache was lost: then files are
///   replaced, though none is ever removed.
/// What somebody adds to the output folder during the last step itself may be lost.
///
/// All problems are reported to `diagnostics`. Not safe to use from several threads.
class SiteWriter {
 public:
  /// Checks the output folder and looks at what stands there. `diagnostics` outlives the writer.
  SiteWriter(const OutputRequest& request, Diagnostics& diagnostics, DiskChanges changes = {});

  /// Abandons what is not published.
  ~SiteWriter() = default;
  SiteWriter(const SiteWriter&) = delete;
  SiteWriter& operator=(const SiteWriter&) = delete;

  /// Takes the next file. False when publishing has come to an end, so that nothing more is worth
  /// sending. Requires: a path that no file had before, and that names a file of a site
  /// (is_site_path()).
  bool add(const RenderedFile& file);

  /// Puts the site, which consists of the files that were added, in the place of the published one.
  /// The last call: nothing is added or abandoned afterwards.
  WriteResult publish();

  /// Drops what was added; the published site stays as it is. The last call, too.
  /// The outcome is unfit, refused or failed when that is what happened so far, otherwise
  /// unchanged.
  WriteResult abandon();

 private:
  bool is_stopped() const { return result_.outcome != WriteOutcome::unchanged; }
  bool open_staging();
  bool take_over(const Leftovers& leftovers);
  bool take_over_files(const Survey& survey);
  bool take_over_folders(const Survey& survey);
  bool put_in_place();
  Manifest manifest_of_site() const;
  void remember(const Manifest& manifest);
  void refuse(const std::vector<Conflict>& conflicts);
  bool fail(const DiskFailure& failure);
  std::string shown(const std::string& path) const { return output_->shown + "/" + path; }

  Diagnostics& diagnostics_;
  DiskChanges changes_;
  std::optional<OutputFolder> output_;  // empty: not fit
  std::optional<ManifestFile> manifest_file_;
  std::optional<Manifest> manifest_;  // as it is kept now; empty: there is none
  PublishedSite published_;
  PlannedFiles planned_;
  std::optional<Staging> staging_;
  WriteResult result_;
};

}  // namespace stagecraft
