#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "load/layers.h"
#include "model/content_page.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// A folder whose Markdown files become pages: where it lies and below which route they stand.
struct PageFolder {
  std::string folder;  ///< "content/pages"
  Route route;         ///< "/"
};

/// The pages and files of one folder.
struct PageCollection {
  std::vector<ContentPage> pages;  ///< by source
  std::vector<ContentFile> files;  ///< by source
};

/// Reads every file below `folder`: Markdown becomes pages, anything else files beside them.
/// content/docs/pages.md is the format. Mistakes are reported at their place; what has one is left
/// out. Shortcodes refer to `models`; `words` are those of the site's language.
PageCollection load_pages(const Layers& layers, const PageFolder& folder,
                          const std::vector<MaturityModel>& models, const MarkdownWords& words,
                          Diagnostics& diagnostics);

}  // namespace stagecraft
