#pragma once

#include <optional>
#include <string_view>

#include "base/colour.h"

namespace stagecraft {

/// The colours that a theme declares in its two surroundings, as far as they are "#rrggbb".
struct ThemeColours {
  std::optional<Palette> pictures;  ///< for light surroundings; nothing unless all three are there
  std::optional<Colour> paper;
  bool has_dark = false;  ///< it looks different in dark surroundings
  std::optional<Colour> dark_paper;
};

/// The colours that `tokens` (the text of a theme's tokens.css) gives to --paper, --ink and
/// --accent: for light surroundings the first value of each, for dark ones the first after
/// "prefers-color-scheme: dark".
ThemeColours theme_colours(std::string_view tokens);

}  // namespace stagecraft
