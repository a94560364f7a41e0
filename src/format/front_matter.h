// The YAML block at the top of a Markdown file, between two lines of `---`.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "base/diagnostic.h"
#include "format/node.h"

namespace stagecraft {

struct FrontMatter {
  Document fields;              ///< root: a map, or null when the file has no front matter
  std::size_t body_offset = 0;  ///< where the Markdown begins
};

/// Reads the front matter of `source`; all places are those of the file. Errors: those of
/// parse_yaml(), a block that is never closed, one that is no map. Nothing is returned then.
std::optional<FrontMatter> read_front_matter(std::shared_ptr<const SourceText> source,
                                             const DocumentLimits& limits,
                                             Diagnostics& diagnostics);

}  // namespace stagecraft
