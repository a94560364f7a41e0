// What the tests of scoring say: the scores of answers, from texts in the formats of the manual.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "load/load_assessment.h"
#include "scoring/score.h"
#include "unit/load/model_fixture.h"

namespace stagecraft::testing {

/// A model and an assessment made with it, scored. Does not move: the scores point into it.
struct Scored {
  MaturityModel model;
  Assessment assessment;
  Scores scores;

  const NodeScore& overall() const { return *scores.overall(); }
  const NodeScore& pillar(const std::string& id) const {
    return scores.methods.front().of_pillar(*model.find(PillarId(id)));
  }
  /// The id of the stage of `reading`; "below" and "none" where it has none.
  std::string stage_of(const stagecraft::Reading& reading) const {
    if (reading.is_below_first) return "below";
    return reading.stage ? model.stages[*reading.stage].id.text() : "none";
  }
};

/// `parts` follow the model's head, `rest` the head of the assessment of 15 September 2026.
inline std::unique_ptr<const Scored> scored(const std::string& parts, const std::string& rest) {
  auto result = std::make_unique<Scored>();
  result->model = model_with(parts);
  Diagnostics diagnostics;
  const std::string head =
      "subject: {id: acme, name: Acme}\ndate: 2026-09-15\nmodel: tea\n";
  const auto document = read_document(source_of("acme.yaml", head + rest), {}, diagnostics);
  const auto assessment =
      document ? load_assessment(*document, {result->model}, diagnostics) : std::nullopt;
  if (!assessment) throw std::runtime_error(lines_of(diagnostics).front());
  result->assessment = *assessment;
  result->scores = score_assessment(result->model, result->assessment);
  return result;
}

}  // namespace stagecraft::testing
