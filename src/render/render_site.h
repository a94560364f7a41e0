#pragma once

#include <cstddef>
#include <functional>

#include "base/diagnostic.h"
#include "model/project.h"
#include "plan/site_plan.h"
#include "render/rendered_file.h"

namespace stagecraft {

/// Takes one finished file; false when no further file is wanted.
using FileSink = std::function<bool(RenderedFile)>;

/// Pass 4: every file of `plan`, rendered by `jobs` threads and handed to `sink` one by one on the
/// calling thread, in no particular order; their bytes depend on project and plan alone. Few files
/// are held at a time, so memory does not grow with the site.
///
/// Mistakes in templates are reported before the first file is handed over, mistakes that show only
/// with a page's view when that page is due; after either, the site is not complete.
/// Requires: jobs > 0.
void render_site(const Project& project, const SitePlan& plan, std::size_t jobs,
                 const FileSink& sink, Diagnostics& diagnostics);

}  // namespace stagecraft
