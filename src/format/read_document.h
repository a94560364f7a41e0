#pragma once

#include <memory>
#include <optional>

#include "base/diagnostic.h"
#include "format/node.h"

namespace stagecraft {

/// Parses a YAML 1.2 text (one document; core schema is left to the readers of the tree).
/// Anchors and aliases are expanded within `limits`; an alias to a value that contains it is an
/// error; duplicate keys are errors at the second one, with a note where the first stands; tags,
/// complex keys, merge keys and further documents are refused. Bad UTF-8 and control characters are
/// errors. Nothing is returned when there was an error; an empty file gives a null root.
std::optional<Document> parse_yaml(std::shared_ptr<const SourceText> source,
                                   const DocumentLimits& limits, Diagnostics& diagnostics);

/// Parses a JSON text (RFC 8259; a leading byte order mark is accepted). Numbers keep their
/// spelling. Duplicate keys, lone surrogates, trailing commas and comments are errors. Nothing is
/// returned when there was an error.
std::optional<Document> parse_json(std::shared_ptr<const SourceText> source,
                                   const DocumentLimits& limits, Diagnostics& diagnostics);

/// Parses by the extension of the source's path: `.json` is JSON, everything else YAML.
std::optional<Document> read_document(std::shared_ptr<const SourceText> source,
                                      const DocumentLimits& limits, Diagnostics& diagnostics);

}  // namespace stagecraft
