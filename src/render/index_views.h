#pragma once

#include <string>

#include "model/project.h"
#include "plan/site_plan.h"
#include "render/site_notes.h"
#include "render/template/value.h"
#include "render/wording.h"

namespace stagecraft {

/// What the view of an index is made from. The notes hold every page.
struct IndexScope {
  const Project& project;
  const SitePlan& plan;
  const SiteNotes& notes;
  Wording& wording;
};

/// The template of indexes of `kind`. Requires: they have one.
std::string index_template(IndexKind kind);

/// One batch of addresses for IndexNow, as JSON.
std::string index_now_batch(const IndexScope& scope, const PlannedIndex& index);

/// What the template of `index` sees; content/docs/views.md names it.
Value index_view(const IndexScope& scope, const PlannedIndex& index);

}  // namespace stagecraft
