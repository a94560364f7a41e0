#include "load/load_model.h"

#include "load/model_reader.h"

namespace stagecraft {

std::optional<MaturityModel> load_model(const Document& document, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  MaturityModel model = read_model(ReadContext{document, diagnostics}, document.root);
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return model;
}

}  // namespace stagecraft
