// What must hold for every document that a reader accepts, whatever bytes it was made from.
#pragma once

#include <cstdlib>

#include "format/node.h"

namespace stagecraft::fuzzing {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline void check_tree(const Node& node, const Document& document, const DocumentLimits& limits,
                       std::size_t depth, std::size_t& nodes) {
  const std::size_t size = document.source->text().size();
  require(++nodes <= limits.nodes);
  require(node.offset <= size && node.length >= 1 && node.length <= size + 1);
  require(node.offset + node.length <= size + 1);
  const bool nests = node.kind == NodeKind::list || node.kind == NodeKind::map;
  require(!nests || depth < limits.depth);
  require(node.is_scalar() || node.scalar.empty());
  for (const Node& item : node.items) check_tree(item, document, limits, depth + 1, nodes);
  for (const Member& member : node.members) {
    require(member.key_offset + member.key_length <= size && member.key_length >= 1);
    require(node.find(member.key) == &member.value);
    check_tree(member.value, document, limits, depth + 1, nodes);
  }
}

inline void check_document(const Document& document, const DocumentLimits& limits) {
  std::size_t nodes = 0;
  check_tree(document.root, document, limits, 0, nodes);
}

}  // namespace stagecraft::fuzzing
