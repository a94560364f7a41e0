#pragma once

#include "format/node.h"
#include "load/map_reader.h"
#include "load/theme_colours.h"
#include "model/site_settings.h"

namespace stagecraft {

/// Makes the accents of the settings' brand readable on the theme's paper. What is adjusted is a
/// warning at its setting in `context`; a dark accent that is not given is made from the light one.
/// An error when the theme does not say what colour its paper is.
void fit_brand_colours(const ReadContext& context, const ThemeColours& theme,
                       SiteSettings& settings);

}  // namespace stagecraft
