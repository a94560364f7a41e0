#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.h"

namespace stagecraft {

/// How a value was written. YAML and JSON give the same tree, so that a reader need not know which
/// it was. The reader decides by the declared type of a field what a `plain` text means: YAML's
/// `No` is a word until a field of type yes/no asks; `0.575` is digits until a number is asked for.
enum class NodeKind {
  null,   ///< JSON null; YAML `~`, `null` or nothing at all
  plain,  ///< unquoted: a YAML plain scalar; a JSON number, `true` or `false`
  text,   ///< quoted, or a YAML block scalar: never anything but text
  list,
  map,
};

struct Member;

/// One value of a document, with the place where it stands.
struct Node {
  NodeKind kind = NodeKind::null;
  std::string scalar;           ///< `plain`: the characters as written; `text`: decoded; else empty
  std::size_t offset = 0;       ///< byte offset of the first character in the source
  std::size_t length = 0;       ///< bytes to underline, within one line; at least 1
  std::vector<Node> items;      ///< of a list, in order
  std::vector<Member> members;  ///< of a map, in order of writing; keys are unique

  bool is_scalar() const { return kind == NodeKind::plain || kind == NodeKind::text; }

  /// The value of member `key` of a map, null when there is none (or this is no map).
  const Node* find(std::string_view key) const;
};

struct Member {
  std::string key;
  std::size_t key_offset = 0;
  std::size_t key_length = 0;
  Node value;
};

/// A parsed file: its text, which positions refer to, and its tree.
/// The source has a stable address, so spans stay valid when the document is moved.
struct Document {
  std::shared_ptr<const SourceText> source;
  Node root;

  SourceSpan span_of(const Node& node) const { return {source.get(), node.offset, node.length}; }
  SourceSpan span_of_key(const Member& member) const {
    return {source.get(), member.key_offset, member.key_length};
  }
};

/// What a document may cost. Going over one of them is an error at the place where it happened.
struct DocumentLimits {
  std::size_t bytes = 4 << 20;
  std::size_t depth = 64;       ///< lists and maps inside each other
  std::size_t nodes = 500'000;  ///< counted after aliases are expanded
};

}  // namespace stagecraft
