#pragma once

#include <string>
#include <string_view>

#include "base/colour.h"

namespace stagecraft {

/// A chart of a page as an SVG file of its own, for slides and documents: on white, with its
/// colours and faces inside. `svg` is what one of the draw functions makes.
std::string standalone_svg(std::string_view svg, const Palette& palette);

}  // namespace stagecraft
