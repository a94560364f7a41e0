#include "load/load_model.h"

#include "base/hash.h"
#include "load/model_reader.h"

namespace stagecraft {

std::optional<MaturityModel> load_model(const Document& document, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  MaturityModel model = read_model(ReadContext{document, diagnostics}, document.root);
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  model.sha256 = hex_text(sha256(document.source->text()));
  return model;
}

}  // namespace stagecraft
