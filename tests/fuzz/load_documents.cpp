// Any bytes as a model, an assessment or a survey: something whole that can be scored, or located
// mistakes; never a crash. The first byte says which, the rest is the file.
#include <cstdint>
#include <string>
#include <vector>

#include "format/csv.h"
#include "format/read_document.h"
#include "format_tree_checks.h"
#include "load/lint_model.h"
#include "load/load_assessment.h"
#include "load/load_model.h"
#include "load/load_survey.h"
#include "scoring/score.h"

namespace {

using namespace stagecraft;

const char* const model_text = R"(id: m
title: M
version: 1.0.0
summary: Small.
stages: [{id: a, title: A}, {id: b, title: B}]
pillars:
  - {id: p, title: P, descriptors: {a: One., b: Two.}, pillars: [{id: q, title: Q}]}
kpis: [{id: k, title: K, unit: percent, definition: D., formula: F, data_source: S}]
actions: [{id: do, title: Do, from: a, impact: 1, effort: 1, duration: {from: 1}}]
questions:
  - {id: yes-no, text: "One?", pillar: q, stage: b}
  - id: scale
    type: scale
    text: Two?
    from: 1
    to: 5
    pillar: p
    asked_if: {question: yes-no, answers: [yes]}
  - {id: several, type: several, text: "Three?", answers: [{id: x, text: X}, {id: y, text: Y}]}
  - {id: stage, type: stage, text: "Four?", pillar: p}
  - id: state
    type: state
    text: Five?
    answers: [{id: on, text: On, value: 1}, {id: off, text: Off, value: 0}]
  - {id: text, type: text, text: "Six?"}
scoring:
  - {id: one, title: One, rule: R., overall: {by: mean, over: questions}}
  - id: two
    title: Two
    rule: R.
    questions: [yes-no]
    unanswered: skip
    overall: {prerequisites: [{stage: b, needs: all}]}
)";

std::shared_ptr<const SourceText> source_of(std::string path, std::string text) {
  return std::make_shared<const SourceText>(std::move(path), std::move(text));
}

const MaturityModel& fixed_model() {
  static const MaturityModel model = [] {
    Diagnostics diagnostics;
    const auto document = parse_yaml(source_of("m.yaml", model_text), {}, diagnostics);
    auto read = document ? load_model(*document, diagnostics) : std::nullopt;
    fuzzing::require(read.has_value());
    return std::move(*read);
  }();
  return model;
}

/// A model without mistakes can be looked at by the linter, and if that finds no error, scored.
void try_model(const Document& document, Diagnostics& diagnostics) {
  const auto model = load_model(document, diagnostics);
  fuzzing::require(model.has_value() != diagnostics.has_errors());
  if (!model) return;
  const ModelLint lint = lint_model(document, *model, 10);
  report_findings(lint, diagnostics);
  if (diagnostics.has_errors()) return;
  Assessment assessment;
  assessment.model = model->id;
  score_assessment(*model, assessment);
}

void try_answers(const std::optional<Assessment>& assessment, const Diagnostics& diagnostics) {
  fuzzing::require(assessment.has_value() != diagnostics.has_errors());
  if (assessment) score_assessment(fixed_model(), *assessment);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const DocumentLimits limits{8192, 24, 600};
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  Diagnostics diagnostics;
  const char kind = static_cast<char>(data[0]);
  if (kind == 's') {
    const auto survey = parse_csv(source_of("f.csv", text), limits, diagnostics);
    if (survey)
      try_answers(load_survey(*survey, fixed_model(), {"S", {}}, diagnostics), diagnostics);
  } else {
    const bool is_json = kind == 'M' || kind == 'A';
    const auto source = source_of(is_json ? "f.json" : "f.yaml", text);
    const auto document = read_document(source, limits, diagnostics);
    if (document && (kind == 'm' || kind == 'M')) try_model(*document, diagnostics);
    if (document && (kind == 'a' || kind == 'A'))
      try_answers(load_assessment(*document, {fixed_model()}, diagnostics), diagnostics);
  }
  for (const Diagnostic& found : diagnostics.sorted()) format_diagnostic(found);
  return 0;
}
