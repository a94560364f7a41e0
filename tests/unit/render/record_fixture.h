// What the tests of the records say: models and assessments from texts, records as text.
#pragma once

#include <stdexcept>
#include <string>

#include "load/load_assessment.h"
#include "render/record_fields.h"
#include "unit/load/model_fixture.h"

namespace stagecraft::testing {

/// What `load` makes of the document at `path` with `text`; its mistakes stand in the failure.
template <class Load>
auto loaded(const std::string& path, const std::string& text, const Load& load) {
  Diagnostics diagnostics;
  const std::optional<Document> document = read_document(source_of(path, text), {}, diagnostics);
  auto result = document ? load(*document, diagnostics) : decltype(load(*document, diagnostics))();
  std::string mistakes;
  for (const std::string& line : lines_of(diagnostics)) mistakes += line + "\n";
  if (!mistakes.empty()) throw std::runtime_error(mistakes);
  return *result;
}

inline MaturityModel model_from_json(const std::string& text) {
  return loaded("model.json", text, load_model);
}

/// An assessment with its head and these parts.
inline Assessment assessment_with(const MaturityModel& model, const std::string& parts) {
  const std::string head =
      "subject: {id: acme, name: Acme}\ndate: 2026-09-15\nmodel: " + model.id.text() + "\n";
  return loaded("acme.yaml", head + parts, [&](const Document& document, Diagnostics& found) {
    return load_assessment(document, {model}, found);
  });
}

/// JSON on lines of its own, so that a failure shows where two records part.
inline std::string lines_of(const Record& record) { return "\n" + record.dump(1) + "\n"; }
inline std::string lines_of_json(const std::string& json) { return lines_of(Record::parse(json)); }

}  // namespace stagecraft::testing
