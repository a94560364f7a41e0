#include "scoring/score.h"

#include "support/catch.h"
#include "unit/scoring/scoring_fixture.h"

// Expectations are the worked examples of content/docs/scoring.md, or worked by hand.

using namespace stagecraft;
using namespace stagecraft::testing;

namespace {

std::string five_stages() {
  return "stages: [{id: s1, title: S}, {id: s2, title: S}, {id: s3, title: S}, {id: s4, title: S}, "
         "{id: s5, title: S}]\n";
}

/// Ten yes-no questions q0 to q9, counted, with bands from 0, 2, 4, 7 and 10.
std::string ten_questions(const std::string& more) {
  std::string text = five_stages() + "questions:\n";
  for (int i = 0; i < 10; ++i)
    text += "  - {id: q" + std::to_string(i) + ", text: Is it so}\n";
  return text + "scoring: {id: m, title: M, rule: R., " + more +
         "overall: {by: count, bands: [{from: 0, stage: s1}, {from: 2, stage: s2}, "
         "{from: 4, stage: s3}, {from: 7, stage: s4}, {from: 10, stage: s5}]}}\n";
}

/// The first questions answered: `yes` of them yes, `no` of them no, `unknown` of them unknown.
std::string answers(int yes, int no, int unknown) {
  std::string text = "answers:\n";
  int next = 0;
  const auto add = [&](int count, const std::string& answer) {
    for (int i = 0; i < count; ++i) text += "  q" + std::to_string(next++) + ": " + answer + "\n";
  };
  add(yes, "yes");
  add(no, "no");
  add(unknown, "unknown");
  return text;
}

std::string pillars_of_pillars(const std::string& overall) {
  return five_stages() +
         "pillars: [{id: build, title: B, pillars: [{id: tests, title: T}, {id: review, title: "
         "R}]}]\n"
         "questions:\n"
         "  - {id: a, type: scale, text: How much, pillar: tests}\n"
         "  - {id: b, type: scale, text: How much, pillar: tests}\n"
         "  - {id: c, type: scale, text: How much, pillar: review}\n"
         "scoring: {id: m, title: M, rule: R., " +
         overall + "}\n";
}

}  // namespace

TEST_CASE("a count falls into the last band that begins not above it") {
  for (const auto& [yes, stage] : {std::pair(0, "s1"), {1, "s1"}, {2, "s2"}, {3, "s2"}, {4, "s3"},
                                   {6, "s3"}, {7, "s4"}, {9, "s4"}, {10, "s5"}}) {
    const auto result = scored(ten_questions(""), answers(yes, 10 - yes, 0));
    CHECK(result->overall().result.value == Exact(yes));
    CHECK(result->stage_of(result->overall().result) == stage);
    CHECK(result->overall().interval->worst == result->overall().interval->best);
  }
}

TEST_CASE("an open question makes an interval and counts as the least favourable answer") {
  const auto result = scored(ten_questions(""), answers(3, 6, 1));
  CHECK(result->overall().result.value == Exact(3));
  CHECK(result->stage_of(result->overall().interval->worst) == "s2");
  CHECK(result->overall().interval->best.value == Exact(4));
  CHECK(result->stage_of(result->overall().interval->best) == "s3");
  CHECK(result->overall().counts == AnswerCounts{9, 1, 0, 0, 0});
  CHECK(result->overall().coverage == Exact(9) / 10);
}

TEST_CASE("under void an open question leaves no score but the interval") {
  const auto result = scored(ten_questions("unanswered: void, "), answers(4, 5, 0));
  CHECK(result->overall().state == NodeState::voided);
  CHECK_FALSE(result->overall().result.value);
  CHECK(result->overall().interval->worst.value == Exact(4));
  CHECK(result->overall().interval->best.value == Exact(5));
}

TEST_CASE("too few answers withhold the score") {
  const auto few = scored(ten_questions("enough: 50, "), answers(4, 0, 0));
  CHECK(few->overall().state == NodeState::too_few_answers);
  CHECK_FALSE(few->overall().result.value);
  const auto enough = scored(ten_questions("enough: 50, "), answers(5, 0, 0));
  CHECK(enough->overall().state == NodeState::scored);
}

TEST_CASE("a model whose questions are all left out has no score") {
  std::string text = "answers:\n";
  for (int i = 0; i < 10; ++i)
    text += "  q" + std::to_string(i) + ": {answer: not-applicable, note: N.}\n";
  const auto result = scored(ten_questions(""), text);
  CHECK(result->overall().state == NodeState::not_applicable);
  CHECK_FALSE(result->overall().interval);
}

TEST_CASE("pillars are averaged upward, or all questions at once") {
  const std::string given = "answers: {a: 2, b: 3, c: 5}\n";
  const auto upward = scored(pillars_of_pillars("overall: {by: mean, stage: fractional}"), given);
  CHECK(upward->pillar("tests").result.value == Exact(5) / 2);
  CHECK(upward->pillar("build").result.value == Exact(15) / 4);
  CHECK(upward->stage_of(upward->overall().result) == "s3");
  const auto flat = scored(
      pillars_of_pillars("overall: {by: mean, over: questions, stage: fractional}"), given);
  CHECK(flat->overall().result.value == Exact(10) / 3);
}

TEST_CASE("under skip a pillar without an answer is left out of what it hangs on") {
  const auto result =
      scored(pillars_of_pillars("unanswered: skip, overall: {by: mean, stage: fractional}"),
             "answers: {a: 2, b: 3}\n");
  CHECK(result->pillar("review").state == NodeState::open);
  CHECK(result->pillar("build").result.value == Exact(5) / 2);
  CHECK(result->pillar("build").interval->worst.value == Exact(7) / 4);
  CHECK(result->pillar("build").interval->best.value == Exact(15) / 4);
}

TEST_CASE("a stage is climbed to as far as its conditions hold") {
  const std::string head =
      "stages: [{id: first, title: S}, {id: second, title: S}, {id: third, title: S}]\n"
      "questions:\n"
      "  - {id: p, text: Is it so, stage: second}\n  - {id: q, text: Is it so, stage: second}\n"
      "  - {id: r, text: Is it so, stage: third}\n  - {id: s, text: Is it so, stage: third}\n"
      "  - {id: t, text: Is it so, stage: third}\n";
  const std::string given = "answers: {p: yes, q: yes, r: yes, s: no, t: unknown}\n";
  const auto stage = [&](const std::string& policy, const std::string& needs) {
    const auto result = scored(
        head + "scoring: {id: m, title: M, rule: R., unanswered: " + policy +
            ", overall: {prerequisites: [{stage: third, needs: " + needs + "}]}}\n",
        given);
    return result->stage_of(result->overall().result);
  };
  CHECK(stage("lowest", "all") == "second");
  CHECK(stage("skip", "all") == "second");
  CHECK(stage("lowest", "60") == "third");
  CHECK(stage("lowest", "60.1") == "second");
  CHECK(stage("skip", "75") == "third");
  CHECK(stage("lowest", "{second: 100, third: 50}") == "second");
  CHECK(stage("skip", "{second: 100, third: 50}") == "third");
}

TEST_CASE("a branch stops at a negative answer") {
  const std::string model =
      "questions:\n  - {id: g, text: Is there a plan}\n"
      "  - {id: h, text: Is it so, asked_if: {question: g, answers: [yes], otherwise: lowest}}\n"
      "  - {id: i, text: Is it so, asked_if: {question: h, answers: [yes], otherwise: lowest}}\n"
      "scoring: {id: m, title: M, rule: R., overall: {by: count}}\n";
  const auto stopped = scored(model, "answers: {g: yes, h: no, i: yes}\n");
  CHECK(stopped->overall().result.value == Exact(1));
  CHECK(stopped->overall().counts.not_asked == 1);
  const auto open = scored(model, "answers: {g: yes, h: unknown}\n");
  CHECK(open->overall().result.value == Exact(1));
  CHECK(open->overall().interval->best.value == Exact(3));
  CHECK(open->overall().interval->bound == Bound::outer);
  const auto perhaps = scored(model, "answers: {g: unknown, h: yes}\n");
  CHECK(perhaps->overall().result.value == Exact(1));
  CHECK(perhaps->overall().interval->worst.value == Exact(0));
}

TEST_CASE("a boundary is met exactly") {
  const std::string model =
      three_stages +
      "questions:\n"
      "  - {id: a, type: number, text: How much, from: 0, to: 1}\n"
      "  - {id: b, type: number, text: How much, from: 0, to: 1}\n"
      "  - {id: c, type: number, text: How much, from: 0, to: 1}\n"
      "scoring: {id: m, title: M, rule: R., overall: {by: mean, bands: [{from: 0, stage: bag}, "
      "{from: 0.575, stage: pot}]}}\n";
  const auto on = scored(model, "answers: {a: 0.5, b: 0.65, c: 0.575}\n");
  CHECK(on->stage_of(on->overall().result) == "pot");
  const auto below = scored(model, "answers: {a: 0.5, b: 0.65, c: 0.574999999999999999999}\n");
  CHECK(below->stage_of(below->overall().result) == "bag");
}

TEST_CASE("teams that have not answered follow the method") {
  const auto value = [](const std::string& policy) {
    const auto result = scored(
        "questions: [{id: a, type: scale, text: How much}]\nscoring: {id: m, title: M, rule: R., "
        "teams: mean, unanswered: " + policy + ", overall: {by: sum}}\n",
        "teams: [{id: x, name: X}, {id: y, name: Y}]\nanswers: {a: {teams: {x: 4}}}\n");
    return result->overall().result.value;
  };
  CHECK(value("lowest") == Exact(5) / 2);
  CHECK(value("skip") == Exact(4));
  CHECK_FALSE(value("void"));
}

TEST_CASE("what was agreed on goes before what respondents said") {
  const std::string model =
      "questions: [{id: a, text: Is it so}, {id: b, text: Is it so}]\n"
      "scoring: {id: m, title: M, rule: R., respondents: majority, overall: {by: sum}}\n";
  const auto result = scored(
      model,
      "answers: {a: no}\nrespondents:\n"
      "  - {id: x, answers: {a: yes, b: yes}}\n  - {id: y, answers: {a: yes, b: yes}}\n"
      "  - {id: z, answers: {b: no}}\n");
  CHECK(result->overall().result.value == Exact(1));
}

TEST_CASE("of a history the latest entry counts that is not a plan") {
  const std::string model =
      "answer_sets: [{id: done, answers: [{id: idle, text: Idle, value: 0}, {id: started, text: "
      "Started, value: 1}, {id: done, text: Done, value: 2}]}]\n"
      "questions: [{id: a, type: state, text: How far, answers: done}]\n"
      "scoring: {id: m, title: M, rule: R., overall: {by: sum}}\n";
  const auto result = scored(
      model,
      "answers: {a: {history: [{answer: done, date: 2026-12-01}, {answer: started, date: "
      "2026-03-01}, {answer: idle, date: 2026-01-01}]}}\n");
  CHECK(result->overall().result.value == Exact(1));
}

TEST_CASE("methods that come to another stage are told") {
  const std::string methods =
      three_stages + "questions: [{id: a, text: Is it so, stage: pot}]\nscoring:\n"
      "  - {id: m, title: M, rule: R., overall: {by: count, bands: [{from: 0, stage: bag}]}}\n"
      "  - {id: n, title: N, rule: R., overall: {prerequisites: [{stage: pot, needs: all}]}}\n";
  CHECK(scored(methods, "answers: {a: yes}\n")->scores.disagreeing == std::vector<std::size_t>{1});
  CHECK(scored(methods, "answers: {a: no}\n")->scores.disagreeing.empty());
}
