#include "feed/channel/json_out.h"

#include <array>

namespace stagecraft::feed {
namespace {

/// 0: stands as it is; otherwise what follows the backslash, 'u' for a control character.
constexpr std::array<char, 256> escapes = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = 'u';
  table['\n'] = 'n';
  table['\t'] = 't';
  table['\r'] = 'r';
  table['"'] = '"';
  table['\\'] = '\\';
  return table;
}();

}  // namespace

void append_json(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  unsigned char found = 0;  // a byte and without a branch: sixteen are looked at in one step
  for (const char c : text)
    found |= static_cast<unsigned char>((static_cast<unsigned char>(c) < 0x20) | (c == '"') |
                                        (c == '\\') | (c == '<'));
  if (found == 0) {
    out += text;
    out += '"';
    return;
  }
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool is_slash_of_end = text[i] == '/' && i > 0 && text[i - 1] == '<';
    const char escape = escapes[byte];
    if (escape == 0 && !is_slash_of_end) continue;
    out.append(text, begin, i - begin);
    begin = i + 1;
    out += '\\';
    out += is_slash_of_end ? '/' : escape;
    if (escape != 'u') continue;
    out += "00";
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  out.append(text, begin);
  out += '"';
}

}  // namespace stagecraft::feed
