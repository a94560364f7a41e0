#pragma once

#include <optional>
#include <string_view>

#include "base/colour.h"

namespace stagecraft {

/// The colours that `tokens` (the text of a theme's tokens.css) declares first for --paper, --ink
/// and --accent: those for light surroundings. Nothing unless all three are there as "#rrggbb".
std::optional<Palette> theme_palette(std::string_view tokens);

}  // namespace stagecraft
