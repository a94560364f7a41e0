#include "format/windows_1252.h"

#include <algorithm>
#include <array>

namespace stagecraft {
namespace {

// The characters of 80 to 9F; 0 where there is none. All others are those of Latin-1.
constexpr std::array<char16_t, 32> specials{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The code point of `c`; 0 for none, and for NUL.
char16_t code_point_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 || byte >= 0xA0 ? byte : specials[byte - 0x80];
}

}  // namespace

std::optional<std::size_t> find_bad_windows_1252(std::string_view bytes) {
  const auto bad = std::find_if(bytes.begin(), bytes.end(),
                                [](char c) { return c != '\0' && code_point_of(c) == 0; });
  if (bad == bytes.end()) return std::nullopt;
  return static_cast<std::size_t>(bad - bytes.begin());
}

std::string utf8_of_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const char16_t point = code_point_of(c);
    if (point < 0x80) {
      text += static_cast<char>(point);
    } else if (point < 0x800) {
      text += static_cast<char>(0xC0 | (point >> 6));
      text += static_cast<char>(0x80 | (point & 0x3F));
    } else {
      text += static_cast<char>(0xE0 | (point >> 12));
      text += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
      text += static_cast<char>(0x80 | (point & 0x3F));
    }
  }
  return text;
}

}  // namespace stagecraft
