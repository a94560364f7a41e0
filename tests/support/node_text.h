#pragma once

#include <string>

#include "format/node.h"

namespace stagecraft::tests {

/// All that is in `node`: kinds, texts and places.
inline std::string node_text(const Node& node) {
  const auto place = [](std::size_t offset, std::size_t length) {
    return "@" + std::to_string(offset) + "+" + std::to_string(length);
  };
  std::string text = std::to_string(static_cast<int>(node.kind)) + place(node.offset, node.length) +
                     " '" + node.scalar + "'";
  for (const Node& item : node.items) text += " [" + node_text(item) + "]";
  for (const Member& member : node.members)
    text += " {" + member.key + place(member.key_offset, member.key_length) + ": " +
            node_text(member.value) + "}";
  return text;
}

}  // namespace stagecraft::tests
