#include "evaluate/changes.h"

#include "support/catch.h"
#include "unit/evaluate/evaluation_fixture.h"

namespace stagecraft {
namespace {

using testing::counted_questions;
using testing::evaluated;
using testing::Evaluated;
using testing::three_stages;

/// "b=yes c=yes → field"; "!" marks what is not proven to be the shortest.
std::string list_of_changes(const Evaluated& evaluated, std::size_t budget = change_budget) {
  const auto changes = changes_upward(evaluated.evaluation, budget);
  if (!changes) return "none";
  std::string text;
  for (const Change& change : changes->list) {
    const Question& question = evaluated.input->model.questions[change.question];
    text += question.id.text() + "=";
    if (change.answer.number) text += decimal_text(*change.answer.number, 2);
    for (const OptionIndex option : change.answer.chosen)
      text += question.options[option].id.text();
    text += " ";
  }
  if (changes->stage) text += "→ " + evaluated.input->model.stages[*changes->stage].id.text();
  return text + (changes->is_proven ? "" : "!");
}

TEST_CASE("one answer is enough, and of equals the first question comes first") {
  CHECK(list_of_changes(*evaluated(counted_questions, "answers: {a: yes, b: no, c: unknown}\n")) ==
        "b=yes → pot");
}

TEST_CASE("at the last stage there is no list") {
  CHECK(list_of_changes(*evaluated(counted_questions, "answers: {a: yes, b: yes, c: yes}\n")) ==
        "none");
}

TEST_CASE("what does not apply is never in the list") {
  CHECK(list_of_changes(*evaluated(
            counted_questions,
            "answers: {a: {answer: not-applicable, note: N.}, b: no, c: no}\n")) ==
        "b=yes c=yes → pot");
}

TEST_CASE("a number is raised no further than needed") {
  const std::string parts =
      three_stages +
      "questions: [{id: share, text: S., type: percent}]\n"
      "scoring: {id: m, title: M, rule: R., overall: {by: mean, bands: "
      "[{from: 0, stage: bag}, {from: 33.4, stage: pot}, {from: 80, stage: field}]}}\n";
  CHECK(list_of_changes(*evaluated(parts, "answers: {share: 10}\n")) == "share=34 → pot");
}

TEST_CASE("a question that is not asked comes with the one that its condition names") {
  const std::string parts =
      three_stages +
      "questions: [{id: gate, text: G., type: choice, answers: [{id: shut, text: S, value: 0}, "
      "{id: open, text: O, value: 0}]}, "
      "{id: inside, text: I., asked_if: {question: gate, answers: [open], otherwise: lowest}}]\n"
      "scoring: {id: m, title: M, rule: R., overall: {by: count, bands: "
      "[{from: 0, stage: bag}, {from: 1, stage: pot}]}}\n";
  CHECK(list_of_changes(*evaluated(parts, "answers: {gate: shut}\n")) ==
        "gate=open inside=yes → pot");
}

TEST_CASE("when the budget ends first the list is labelled") {
  const std::string list =
      list_of_changes(*evaluated(counted_questions, "answers: {a: no, b: no, c: no}\n"), 1);
  CHECK(list == "a=yes b=yes → pot!");
}

}  // namespace
}  // namespace stagecraft
