#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "model/project.h"
#include "plan/site_plan.h"
#include "render/files_on_demand.h"
#include "render/template/template_set.h"

namespace stagecraft {

/// What a site is made from.
struct SnapshotSource {
  const FileReader& files;      ///< of the project
  std::string shown_prefix;     ///< see shown_prefix()
  std::optional<Url> base_url;  ///< takes the place of the settings' own
};

/// A site as its files made it at one moment: everything but the pages, which are rendered when
/// somebody asks. Nothing in it changes but what is kept of them. Safe to use from several threads.
class Snapshot {
 public:
  /// The site of `source` as it is now; null, and errors, when it has mistakes.
  static std::shared_ptr<Snapshot> take(const SnapshotSource& source, Diagnostics& diagnostics);

  const Project& project() const { return project_; }
  const SitePlan& plan() const { return plan_; }
  FilesOnDemand& files() { return *files_; }

 private:
  Snapshot(Project project, Diagnostics& diagnostics);

  Project project_;
  SitePlan plan_;
  std::optional<TemplateSet> templates_;
  std::optional<FilesOnDemand> files_;  // nothing: there are mistakes
};

}  // namespace stagecraft
