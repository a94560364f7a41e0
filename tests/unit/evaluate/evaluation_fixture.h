// What the tests of evaluation say: answers evaluated, from texts in the formats of the manual.
#pragma once

#include <memory>
#include <string>

#include "evaluate/evaluate_project.h"
#include "unit/scoring/scoring_fixture.h"

namespace stagecraft::testing {

/// A model and an assessment made with it, evaluated. Does not move: the evaluation points into it.
struct Evaluated {
  std::unique_ptr<const Scored> input;
  AssessmentEvaluation evaluation;

  std::string pillar(PillarIndex index) const { return input->model.pillars[index].id.text(); }
  std::string question(QuestionIndex index) const {
    return input->model.questions[index].id.text();
  }
};

inline std::unique_ptr<const Evaluated> evaluated(const std::string& parts,
                                                  const std::string& rest) {
  auto result = std::make_unique<Evaluated>();
  result->input = scored(parts, rest);
  result->evaluation = evaluate_assessment(result->input->model, result->input->assessment);
  return result;
}

/// Four stages and a pillar for each of `pillars`, whose stage is chosen.
inline std::string placed_pillars(const std::vector<std::string>& pillars) {
  std::string parts =
      "stages: [{id: first, title: 1}, {id: second, title: 2}, {id: third, title: 3}, "
      "{id: fourth, title: 4}]\npillars:\n";
  for (const std::string& pillar : pillars)
    parts += "  - {id: " + pillar + ", title: P}\n";
  parts += "questions:\n";
  for (const std::string& pillar : pillars)
    parts += "  - {id: of-" + pillar + ", text: Q., type: stage, pillar: " + pillar + "}\n";
  return parts +
         "scoring: {id: m, title: M, rule: R., unanswered: skip, "
         "leaf_pillars: {by: min, stage: chosen}, "
         "overall: {by: min, over: stages, stage: chosen}}\n";
}

/// Three questions of which each yes counts one, with bands from 0, 2 and 3.
inline const std::string counted_questions =
    three_stages +
    "questions: [{id: a, text: A., stage: bag}, {id: b, text: B., stage: pot}, "
    "{id: c, text: C., stage: field}]\n"
    "scoring: {id: m, title: M, rule: R., overall: {by: count, bands: "
    "[{from: 0, stage: bag}, {from: 2, stage: pot}, {from: 3, stage: field}]}}\n";

}  // namespace stagecraft::testing
