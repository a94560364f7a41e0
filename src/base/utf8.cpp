#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace stagecraft {
namespace {

struct LeadByte {
  unsigned char first, last;  // lead bytes of this row
  std::size_t length;         // bytes of the whole sequence
  unsigned char second_min, second_max;
};

// Unicode 15, table 3-7. The second byte carries the limits on overlong forms and surrogates.
constexpr std::array<LeadByte, 8> lead_bytes{{{0x00, 0x7F, 1, 0, 0},
                                              {0xC2, 0xDF, 2, 0x80, 0xBF},
                                              {0xE0, 0xE0, 3, 0xA0, 0xBF},
                                              {0xE1, 0xEC, 3, 0x80, 0xBF},
                                              {0xED, 0xED, 3, 0x80, 0x9F},
                                              {0xEE, 0xEF, 3, 0x80, 0xBF},
                                              {0xF0, 0xF0, 4, 0x90, 0xBF},
                                              {0xF1, 0xF4, 4, 0x80, 0xBF}}};

/// The length of the well-formed sequence that starts at `text[0]`, 0 when there is none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (const LeadByte& lead : lead_bytes) {
    if (byte(0) < lead.first || byte(0) > lead.last) continue;
    if (text.size() < lead.length) return 0;
    if (lead.length == 1) return 1;
    if (byte(1) < lead.second_min || byte(1) > lead.second_max) return 0;
    if (byte(0) == 0xF4 && byte(1) > 0x8F) return 0;
    for (std::size_t i = 2; i < lead.length; ++i)
      if ((byte(i) & 0xC0) != 0x80) return 0;
    return lead.length;
  }
  return 0;
}

}  // namespace

std::optional<std::size_t> find_bad_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequence_length(text.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

std::size_t first_code_point_length(std::string_view text) {
  return text.empty() ? 0 : std::max<std::size_t>(1, sequence_length(text));
}

std::size_t code_point_count(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); text.remove_prefix(first_code_point_length(text))) ++count;
  return count;
}

std::string_view without_byte_order_mark(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

}  // namespace stagecraft
