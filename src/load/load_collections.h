#pragma once

#include <vector>

#include "load/map_reader.h"
#include "load/read_file.h"
#include "model/data_collection.h"
#include "model/project.h"

namespace stagecraft {

/// The collections that `data_pages` of the settings declares, with all their records, as
/// content/docs/data-pages.md describes them. `project` has its templates. Every mistake of the
/// declaration and of the records is reported at its place.
std::vector<DataCollection> load_collections(const ReadContext& settings, const FileTree& tree,
                                             const Project& project);

}  // namespace stagecraft
