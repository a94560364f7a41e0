// What the tests of the model reader say: a model from a text, its mistakes as lines.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "load/load_model.h"
#include "unit/format/document_fixture.h"

namespace stagecraft::testing {

struct ModelReadingResult {
  Diagnostics diagnostics;
  std::optional<Document> document;
  std::optional<MaturityModel> model;

  Lines mistakes() const { return lines_of(diagnostics); }
};

/// Reads a model whose first four lines are its head; `parts` begins in line 5.
inline std::unique_ptr<ModelReadingResult> read_model_with(const std::string& parts) {
  auto result = std::make_unique<ModelReadingResult>();
  const std::string head = "id: tea\ntitle: Tea\nversion: 1.0.0\nsummary: About tea.\n";
  result->document = read_document(source_of("model.yaml", head + parts), {}, result->diagnostics);
  if (result->document) result->model = load_model(*result->document, result->diagnostics);
  return result;
}

/// As above, of a text that has no mistakes; the mistakes stand in the failure otherwise.
inline MaturityModel model_with(const std::string& parts) {
  const auto reading = read_model_with(parts);
  std::string mistakes;
  for (const std::string& line : reading->mistakes()) mistakes += line + "\n";
  if (!mistakes.empty()) throw std::runtime_error(mistakes);
  return *reading->model;
}

/// The mistakes in `parts`.
inline Lines mistakes_with(const std::string& parts) {
  return read_model_with(parts)->mistakes();
}

/// The texts of `ids`.
template <class Id>
Lines texts_of(const std::vector<Id>& ids) {
  Lines texts;
  for (const Id& id : ids) texts.push_back(id.text());
  return texts;
}

/// Three stages in one line.
inline const std::string three_stages =
    "stages: [{id: bag, title: Bag}, {id: pot, title: Pot}, {id: field, title: Field}]\n";

}  // namespace stagecraft::testing
