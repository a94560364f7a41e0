#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>

#include "base/colour.h"

namespace stagecraft {

/// The ladder as a PNG image of 1200 by 630 pixels, for services that show a picture beside a link.
/// It has no text, because the service prints the page's title below it.
struct LadderPicture {
  std::size_t steps = 1;                ///< 1 to 40
  std::optional<std::size_t> today;     ///< < steps; drawn bold in the accent colour
  std::optional<std::size_t> target;    ///< < steps; drawn in the accent colour

  auto operator<=>(const LadderPicture&) const = default;
};

/// The bytes of the PNG file. Requires: as LadderPicture says.
std::string draw_ladder_picture(const LadderPicture& ladder, const Palette& palette);

}  // namespace stagecraft
