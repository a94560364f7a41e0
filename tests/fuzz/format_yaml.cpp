// Any bytes as a YAML file: a tree within its limits, or located mistakes; never a crash.
#include <cstdint>

#include "format/read_document.h"
#include "format_tree_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stagecraft;
  const DocumentLimits limits{4096, 16, 300};
  const auto source = std::make_shared<const SourceText>(
      "fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
  Diagnostics diagnostics;
  const auto document = parse_yaml(source, limits, diagnostics);
  fuzzing::require(document.has_value() != diagnostics.has_errors());
  if (document) fuzzing::check_document(*document, limits);
  for (const Diagnostic& found : diagnostics.sorted()) format_diagnostic(found);
  return 0;
}
