#include "serve/snapshot.h"

#include <utility>

#include "evaluate/evaluate_project.h"
#include "feed/survey_catalogs.h"
#include "load/embedded_files.h"
#include "load/load_project.h"
#include "plan/plan_site.h"
#include "render/site_templates.h"

namespace stagecraft {

std::shared_ptr<Snapshot> Snapshot::take(const SnapshotSource& source, Diagnostics& diagnostics) {
  std::optional<Project> project =
      load_project({source.files, source.shown_prefix}, {embedded_files(), "<built-in>/"},
                   {source.base_url}, diagnostics);
  if (!project) return nullptr;
  feed::survey_catalogs(source.shown_prefix, *project, diagnostics);
  if (diagnostics.has_errors()) return nullptr;
  const std::shared_ptr<Snapshot> snapshot(new Snapshot(std::move(*project), diagnostics));
  return diagnostics.has_errors() ? nullptr : snapshot;
}

Snapshot::Snapshot(Project project, Diagnostics& diagnostics)
    : project_(std::move(project)),
      plan_(plan_site(project_, evaluate_project(project_), diagnostics)),
      templates_(parse_templates(project_, diagnostics)) {
  if (templates_) files_.emplace(project_, plan_, *templates_);
}

}  // namespace stagecraft
