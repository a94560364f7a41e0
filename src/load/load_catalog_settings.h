#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "format/node.h"
#include "model/catalog_settings.h"

namespace stagecraft {

/// What `document`, a settings file of `stagecraft feed`, says about a catalog;
/// content/docs/feeds.md is the format. Nothing is returned when there was a mistake.
std::optional<CatalogSettings> load_catalog_settings(const Document& document,
                                                     Diagnostics& diagnostics);

}  // namespace stagecraft
