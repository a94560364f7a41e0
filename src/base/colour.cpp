#include "base/colour.h"

#include <fmt/format.h>

#include <charconv>

namespace stagecraft {

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  std::uint32_t value = 0;
  const auto [end, failure] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
  if (failure != std::errc() || end != text.data() + 7) return std::nullopt;
  return Colour{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
                static_cast<std::uint8_t>(value)};
}

std::string colour_text(Colour colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

}  // namespace stagecraft
