#include "feed/input/column_map.h"

#include <algorithm>

namespace stagecraft::feed {

std::string header_key(std::string_view header) {
  std::string key;
  for (const char c : header) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      if (!key.empty() && key.back() != ' ') key += ' ';
    } else {
      key += 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  if (key.ends_with(' ')) key.pop_back();
  return key;
}

std::optional<int> find_header(std::span<const KnownHeader> known, std::string_view header) {
  const auto found = std::find_if(known.begin(), known.end(),
                                  [&](const KnownHeader& entry) { return entry.header == header; });
  if (found == known.end()) return std::nullopt;
  return found->target;
}

}  // namespace stagecraft::feed
