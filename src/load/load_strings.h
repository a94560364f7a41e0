#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "load/layers.h"

namespace stagecraft {

/// The texts of content/strings/<language>.yaml by dotted key. The built-in file is the whole list;
/// a theme's and a project's files replace single texts of it. A key that the built-in file has
/// not, a pattern that does not parse, and a place that the built-in text has not are errors.
std::map<std::string, std::string, std::less<>> load_strings(const Layers& layers,
                                                             const std::string& language,
                                                             Diagnostics& diagnostics);

}  // namespace stagecraft
