// yaml-cpp at arm's length: a YAML text in, a flat list of events with byte positions out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "format/document_errors.h"

namespace stagecraft {

/// One thing that stands in a YAML text. A list or map is followed by its values (keys and values
/// in turn) and an `end`.
struct YamlEvent {
  enum class Kind { null, plain, text, list, map, end, alias };

  Kind kind = Kind::null;
  bool is_written = true;  ///< false for a `null` that is not there: `key:` and nothing after it
  std::size_t offset = 0;  ///< bytes into the source, behind an anchor; of a null that is not
                           ///< written, the place of its key or dash
  std::size_t length = 1;  ///< bytes to underline, within one line
  std::size_t anchor = 0;  ///< of an alias, the value it names; of a value, its own number or 0
  std::string text;        ///< of a `plain` or `text`; of a null, the word that was written
};

/// The events of the only document of the source, in order of writing; one unwritten null for an
/// empty file. Reports syntax errors (the first ends the reading), tags, unclosed quotes, a second
/// document, and nesting or size over `limits`; returns nothing when reading had to end.
/// Requires: check_text() passed.
std::optional<std::vector<YamlEvent>> read_yaml_events(const DocumentLimits& limits,
                                                       DocumentErrors& errors);

/// Lists and maps nested deeper than this are refused whatever `limits` says: yaml-cpp gives up at
/// 500, and both it and the tree builder recurse.
constexpr std::size_t deepest_yaml = 400;

}  // namespace stagecraft
