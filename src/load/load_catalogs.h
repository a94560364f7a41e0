#pragma once

#include <vector>

#include "load/map_reader.h"
#include "load/read_file.h"
#include "model/catalog.h"

namespace stagecraft {

/// The catalogs that `catalogs` of the settings declares, as content/docs/catalogs.md describes
/// them, with their settings. What is in them is for the survey. `link_key` is that of the site.
std::vector<Catalog> load_catalogs(const ReadContext& settings, const FileTree& tree,
                                   const std::string& link_key);

}  // namespace stagecraft
