#include "load/index_now_key.h"

#include <algorithm>

namespace stagecraft {

std::string read_index_now_key(MapReader& reader) {
  const std::string key = reader.text("indexnow_key");
  const bool has_length = 8 <= key.size() && key.size() <= 128;
  const bool is_plain = std::all_of(key.begin(), key.end(), [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '-';
  });
  if (const Node* node = reader.find("indexnow_key"); node && !(has_length && is_plain)) {
    reader.error(*node, fmt::format("'{}' is no key of IndexNow", key),
                 {"8 to 128 letters, digits and hyphens"});
    return {};
  }
  return key;
}

}  // namespace stagecraft
