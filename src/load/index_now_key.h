#pragma once

#include <string>

#include "load/map_reader.h"

namespace stagecraft {

/// The key of IndexNow at `indexnow_key`; empty when there is none, and, with an error, when it is
/// not 8 to 128 letters, digits and hyphens.
std::string read_index_now_key(MapReader& reader);

}  // namespace stagecraft
