#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stagecraft {

/// An sRGB colour, opaque.
struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  bool operator==(const Colour&) const = default;
};

/// Reads "#rrggbb"; nothing for any other text.
std::optional<Colour> parse_colour(std::string_view text);

/// "#rrggbb", in lower case.
std::string colour_text(Colour colour);

/// What a picture is drawn on, what it is drawn with, and what stands out in it.
struct Palette {
  Colour paper;
  Colour ink;
  Colour accent;
};

}  // namespace stagecraft
