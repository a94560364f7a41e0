// What the tests of evaluation say: everything that a model and an assessment, in the formats of
// the manual, come to.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "evaluate/evaluate_project.h"
#include "load/load_assessment.h"
#include "unit/load/model_fixture.h"

namespace stagecraft::testing {

/// Does not move: the evaluation points into it.
struct EvaluatedOn {
  MaturityModel model;
  Assessment assessment;
  AssessmentEvaluation evaluation;
};

/// `parts` follow the model's head, `rest` the subject and the model of the assessment, and begins
/// with its date.
inline std::unique_ptr<const EvaluatedOn> evaluated_on(const std::string& parts,
                                                      const std::string& rest) {
  auto result = std::make_unique<EvaluatedOn>();
  result->model = model_with(parts);
  Diagnostics diagnostics;
  const std::string head = "subject: {id: acme, name: Acme}\nmodel: tea\n";
  const auto document = read_document(source_of("acme.yaml", head + rest), {}, diagnostics);
  const auto assessment =
      document ? load_assessment(*document, {result->model}, diagnostics) : std::nullopt;
  if (!assessment) throw std::runtime_error(lines_of(diagnostics).front());
  result->assessment = *assessment;
  result->evaluation = evaluate_assessment(result->model, result->assessment);
  return result;
}

}  // namespace stagecraft::testing
