#pragma once

#include <optional>
#include <string_view>

#include "load/read_file.h"
#include "model/catalog_settings.h"

namespace stagecraft {

/// The settings of a catalog at `path` of `tree`, and the overrides that they name, which stand
/// beside them. Nothing, and every mistake, when there is one.
std::optional<CatalogSettings> read_catalog_settings(const FileTree& tree, std::string_view path,
                                                     Diagnostics& diagnostics);

}  // namespace stagecraft
