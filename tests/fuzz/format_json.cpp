// Any bytes as a JSON file: a tree within its limits, or located mistakes; never a crash. What is
// not refused for its limits or keys is JSON exactly when the locator says so.
#include <cstdint>

#include "format/json_syntax.h"
#include "format/read_document.h"
#include "format_tree_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stagecraft;
  const DocumentLimits limits{4096, 16, 300};
  const auto source = std::make_shared<const SourceText>(
      "fuzz.json", std::string(reinterpret_cast<const char*>(data), size));
  Diagnostics diagnostics;
  const auto document = parse_json(source, limits, diagnostics);
  fuzzing::require(document.has_value() != diagnostics.has_errors());
  if (document) fuzzing::check_document(*document, limits);
  if (document) fuzzing::require(!find_json_error(source->text()));
  for (const Diagnostic& found : diagnostics.sorted()) {
    fuzzing::require(found.message != "this is not valid JSON");
    format_diagnostic(found);
  }
  return 0;
}
