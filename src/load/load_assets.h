#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "load/layers.h"
#include "model/project.h"

namespace stagecraft {

/// The published files of `themes` (a theme and those that it extends, see theme_line()), by their
/// path within the theme; those of an earlier theme hide the later ones'. What a theme holds below
/// templates/ and content/ overrides other files instead. `layers` are project and built-in without
/// a theme.
/// The references of style sheets and scripts are resolved; one that is no file of the theme, and a
/// circle of scripts, is an error at its place. References go in no circle.
std::map<std::string, Asset, std::less<>> load_assets(const Layers& layers,
                                                      const std::vector<std::string>& themes,
                                                      Diagnostics& diagnostics);

}  // namespace stagecraft
