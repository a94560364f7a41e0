// The part of YAML that people nearly always write, read in one pass over the text.
#pragma once

#include <optional>
#include <string_view>

#include "format/node.h"

namespace stagecraft {

/// The tree of `text`, exactly as yaml-cpp and the readers behind it would make it; nothing where
/// the text is richer than the subset or wrong in any way. Reports nothing: what comes back empty
/// is read again by them, and theirs are the messages.
///
/// The subset: maps and lists in block style, or in flow style on one line; plain and quoted
/// scalars on one line; literal and folded block scalars without an indentation indicator;
/// comments. No tab, tag, anchor, alias, marker of a document or directive; no key twice; every
/// line ends with "\n". Requires: check_text() passed.
std::optional<Node> read_yaml_subset(std::string_view text, const DocumentLimits& limits);

}  // namespace stagecraft
