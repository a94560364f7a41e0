// Any text as YAML: what the reader of the subset takes, it reads as yaml-cpp does.
#include <cstdint>
#include <string>

#include "format/document_errors.h"
#include "format/read_document.h"
#include "format/yaml_subset.h"
#include "format_tree_checks.h"
#include "support/node_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stagecraft;
  const DocumentLimits limits{4096, 16, 300};
  // A tab in a comment leaves the tree as it is, and takes the text out of the subset.
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto in_full = std::make_shared<const SourceText>("fuzz.yaml", text + "#\t\n");
  Diagnostics diagnostics;
  DocumentErrors errors(*in_full, diagnostics);
  if (!check_text(limits, errors)) return 0;
  const std::optional<Node> root = read_yaml_subset(text, limits);
  if (!root) return 0;
  const auto document = parse_yaml(in_full, limits, diagnostics);
  fuzzing::require(document.has_value());
  fuzzing::require(tests::node_text(*root) == tests::node_text(document->root));
  return 0;
}
