#include "format/read_document.h"

namespace stagecraft {

std::optional<Document> read_document(std::shared_ptr<const SourceText> source,
                                      const DocumentLimits& limits, Diagnostics& diagnostics) {
  if (source->path().ends_with(".json")) return parse_json(std::move(source), limits, diagnostics);
  return parse_yaml(std::move(source), limits, diagnostics);
}

}  // namespace stagecraft
