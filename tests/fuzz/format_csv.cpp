// Any bytes as a CSV file: a tree within its limits, or located mistakes; never a crash.
#include <cstdint>

#include "format/csv.h"
#include "format_tree_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stagecraft;
  const DocumentLimits limits{4096, 16, 300};
  const auto source = std::make_shared<const SourceText>(
      "fuzz.csv", std::string(reinterpret_cast<const char*>(data), size));
  Diagnostics diagnostics;
  const auto csv = parse_csv(source, limits, diagnostics);
  fuzzing::require(csv.has_value() != diagnostics.has_errors());
  if (csv) {
    fuzzing::check_document(csv->document, limits);
    for (const Node& record : csv->document.root.items)
      fuzzing::require(record.members.size() == csv->columns.size());
  }
  for (const Diagnostic& found : diagnostics.sorted()) format_diagnostic(found);
  return 0;
}
