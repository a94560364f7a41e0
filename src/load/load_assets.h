#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "load/layers.h"
#include "model/project.h"

namespace stagecraft {

/// The files of `theme` that are published, by their path within it; what it holds below templates/
/// and content/ overrides other files instead. `layers` are project and built-in without a theme.
/// The references of style sheets are resolved; one that is no file of the theme is an error at its
/// place.
std::map<std::string, Asset, std::less<>> load_assets(const Layers& layers,
                                                      const std::string& theme,
                                                      Diagnostics& diagnostics);

}  // namespace stagecraft
