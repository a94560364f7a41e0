#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "format/csv.h"
#include "model/catalog_settings.h"

namespace stagecraft {

/// The values that `table` gives by the ids of its column `id`; its other columns are attributes.
/// "-" removes a value, an empty cell leaves it. Unknown columns and a second row for an id are
/// errors.
std::map<std::string, std::vector<Override>> load_overrides(const CsvDocument& table,
                                                            Diagnostics& diagnostics);

}  // namespace stagecraft
