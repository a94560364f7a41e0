// The worked examples of content/docs/scoring.md and the record that its last section describes.
#include "render/score_record.h"

#include "evaluate/evaluate_project.h"
#include "support/catch.h"
#include "unit/render/record_fixture.h"

namespace stagecraft {
namespace {

using testing::assessment_with;
using testing::lines_of;
using testing::lines_of_json;
using testing::model_with;

const std::string five_stages =
    "stages: [{id: first, title: 1}, {id: second, title: 2}, {id: third, title: 3}, "
    "{id: fourth, title: 4}, {id: fifth, title: 5}]\n";

/// The record without what follows from the score: the reference and golden tests look at that.
Record score(const std::string& model_parts, const std::string& assessment_parts) {
  const MaturityModel model = model_with(five_stages + model_parts);
  const Assessment assessment = assessment_with(model, assessment_parts);
  Record record = score_record(evaluate_assessment(model, assessment), {});
  record.erase("evaluation");
  return record;
}

/// What the node comes to and could come to, without how.
Record outcome(const Record& node) {
  Record record = Record::object();
  for (const char* key : {"state", "value", "value_exact", "stage", "below_first", "worst", "best",
                          "bound"})
    if (node.contains(key)) record[key] = node[key];
  return record;
}

// ---- a count with bands

std::string ten_questions(const std::string& unanswered) {
  std::string text = "questions:\n";
  for (int i = 1; i <= 10; ++i) text += "  - {id: q" + std::to_string(i) + ", text: Q.}\n";
  return text + "scoring: {id: m, title: M, rule: R., unanswered: " + unanswered +
         ", overall: {by: count, bands: [{from: 0, stage: first}, {from: 2, stage: second}, "
         "{from: 4, stage: third}, {from: 7, stage: fourth}, {from: 10, stage: fifth}]}}\n";
}

/// Ten answers: y(es), n(o), u(nknown), x (does not apply), - (no entry).
std::string ten_answers(const std::string& letters) {
  std::string text;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] == '-') continue;
    const std::string answer = letters[i] == 'y'   ? "yes"
                               : letters[i] == 'n' ? "no"
                               : letters[i] == 'u' ? "unknown"
                                                   : "{answer: not-applicable, note: Why.}";
    text += "  q" + std::to_string(i + 1) + ": " + answer + "\n";
  }
  return text.empty() ? "" : "answers:\n" + text;
}

std::string counted(const std::string& letters, const std::string& unanswered = "lowest") {
  const Record record = score(ten_questions(unanswered), ten_answers(letters));
  return outcome(record["methods"][0]["nodes"][0]).dump();
}

TEST_CASE("the record of a count holds its stage and how far it could move") {
  CHECK(counted("yyynnnnnnn") ==
        R"({"state":"scored","value":3,"stage":"second","worst":{"value":3,"stage":"second"},)"
        R"("best":{"value":3,"stage":"second"},"bound":"exact"})");
  CHECK(counted("yyynnnnnnu") ==
        R"({"state":"scored","value":3,"stage":"second","worst":{"value":3,"stage":"second"},)"
        R"("best":{"value":4,"stage":"third"},"bound":"exact"})");
  CHECK(counted("yyyynnnnn-") ==
        R"({"state":"scored","value":4,"stage":"third","worst":{"value":4,"stage":"third"},)"
        R"("best":{"value":5,"stage":"third"},"bound":"exact"})");
  CHECK(counted("yyyynnnnn-", "void") ==
        R"({"state":"void","worst":{"value":4,"stage":"third"},)"
        R"("best":{"value":5,"stage":"third"},"bound":"exact"})");
  CHECK(counted("yyyyyyyyyx") ==
        R"({"state":"scored","value":9,"stage":"fourth","worst":{"value":9,"stage":"fourth"},)"
        R"("best":{"value":9,"stage":"fourth"},"bound":"exact"})");
  CHECK(counted("ynuu------") ==
        R"({"state":"scored","value":1,"stage":"first","worst":{"value":1,"stage":"first"},)"
        R"("best":{"value":9,"stage":"fourth"},"bound":"exact"})");
  CHECK(counted("----------") ==
        R"({"state":"scored","value":0,"stage":"first","worst":{"value":0,"stage":"first"},)"
        R"("best":{"value":10,"stage":"fifth"},"bound":"exact"})");
}

TEST_CASE("the record counts the questions of a node by their state") {
  const Record record = score(ten_questions("lowest"), ten_answers("yyynuuux--"));
  CHECK(record["methods"][0]["nodes"][0]["counts"].dump() ==
        R"({"answered":4,"unknown":3,"unanswered":2,"not_applicable":1,"not_asked":0})");
  CHECK(record["methods"][0]["nodes"][0]["coverage"].dump() == "0.44");
  CHECK(record["methods"][0]["nodes"][0]["coverage_exact"].dump() == R"("4/9")");
}

// ---- pillars of pillars

std::string pillars_of_pillars(const std::string& keys) {
  return R"(
pillars:
  - id: build
    title: Build
    pillars: [{id: tests, title: Tests}, {id: review, title: Review}]
questions:
  - {id: a, type: scale, text: A., pillar: tests}
  - {id: b, type: scale, text: B., pillar: tests}
  - {id: c, type: scale, text: C., pillar: review}
scoring:
  id: m
  title: M
  rule: R.
  pillars: {by: mean}
)" + keys;
}

TEST_CASE("the record of pillars holds every node with what it is made of") {
  const Record record =
      score(pillars_of_pillars("  overall: {by: mean, stage: fractional}\n"),
            "answers: {a: 2, b: 3, c: 5}\n");
  CHECK(lines_of(record) == lines_of_json(R"({
    "schema": "stagecraft/score/1",
    "model": {"id": "tea", "title": "Tea", "version": "1.0.0"},
    "subject": {"id": "acme", "name": "Acme"},
    "date": "2026-09-15",
    "methods": [{
      "id": "m", "title": "M", "rule": "R.",
      "questions": [{"id": "a", "state": "answered", "value": 2},
                    {"id": "b", "state": "answered", "value": 3},
                    {"id": "c", "state": "answered", "value": 5}],
      "nodes": [
        {"state": "scored", "value": 3.75, "stage": "third",
         "worst": {"value": 3.75, "stage": "third"}, "best": {"value": 3.75, "stage": "third"},
         "bound": "exact",
         "counts": {"answered": 3, "unknown": 0, "unanswered": 0, "not_applicable": 0,
                    "not_asked": 0},
         "coverage": 1,
         "parts": [{"pillar": "build", "weight": 1, "value": 3.75}]},
        {"pillar": "build", "state": "scored", "value": 3.75,
         "worst": {"value": 3.75}, "best": {"value": 3.75}, "bound": "exact",
         "counts": {"answered": 3, "unknown": 0, "unanswered": 0, "not_applicable": 0,
                    "not_asked": 0},
         "coverage": 1,
         "parts": [{"pillar": "tests", "weight": 1, "value": 2.5},
                   {"pillar": "review", "weight": 1, "value": 5}]},
        {"pillar": "tests", "state": "scored", "value": 2.5,
         "worst": {"value": 2.5}, "best": {"value": 2.5}, "bound": "exact",
         "counts": {"answered": 2, "unknown": 0, "unanswered": 0, "not_applicable": 0,
                    "not_asked": 0},
         "coverage": 1,
         "parts": [{"question": "a", "weight": 1, "value": 2},
                   {"question": "b", "weight": 1, "value": 3}]},
        {"pillar": "review", "state": "scored", "value": 5,
         "worst": {"value": 5}, "best": {"value": 5}, "bound": "exact",
         "counts": {"answered": 1, "unknown": 0, "unanswered": 0, "not_applicable": 0,
                    "not_asked": 0},
         "coverage": 1,
         "parts": [{"question": "c", "weight": 1, "value": 5}]}]
    }]
  })"));
}

TEST_CASE("a whole that looks at questions is made of all of them, and a third is a third") {
  const Record record =
      score(pillars_of_pillars("  overall: {by: mean, over: questions, stage: fractional}\n"),
            "answers: {a: 2, b: 3, c: 5}\n");
  const Record& whole = record["methods"][0]["nodes"][0];
  CHECK(lines_of(whole) == lines_of_json(R"({
    "state": "scored", "value": 3.33, "value_exact": "10/3", "stage": "third",
    "worst": {"value": 3.33, "value_exact": "10/3", "stage": "third"},
    "best": {"value": 3.33, "value_exact": "10/3", "stage": "third"},
    "bound": "exact",
    "counts": {"answered": 3, "unknown": 0, "unanswered": 0, "not_applicable": 0, "not_asked": 0},
    "coverage": 1,
    "parts": [{"question": "a", "weight": 1, "value": 2},
              {"question": "b", "weight": 1, "value": 3},
              {"question": "c", "weight": 1, "value": 5}]
  })"));
}

TEST_CASE("what is skipped is left out of the parts and still counts for the interval") {
  const Record record = score(
      pillars_of_pillars("  overall: {by: mean, stage: fractional}\n  unanswered: skip\n"),
      "answers: {a: 2, b: 3}\n");
  const Record& method = record["methods"][0];
  CHECK(method["questions"][2].dump() == R"({"id":"c","state":"unanswered","worst":1,"best":5})");
  CHECK(lines_of(method["nodes"][1]) == lines_of_json(R"({
    "pillar": "build", "state": "scored", "value": 2.5,
    "worst": {"value": 1.75}, "best": {"value": 3.75}, "bound": "exact",
    "counts": {"answered": 2, "unknown": 0, "unanswered": 1, "not_applicable": 0, "not_asked": 0},
    "coverage": 0.67, "coverage_exact": "2/3",
    "parts": [{"pillar": "tests", "weight": 1, "value": 2.5},
              {"pillar": "review", "weight": 1, "left_out": true}]
  })"));
  CHECK(lines_of(method["nodes"][3]) == lines_of_json(R"({
    "pillar": "review", "state": "open",
    "worst": {"value": 1}, "best": {"value": 5}, "bound": "exact",
    "counts": {"answered": 0, "unknown": 0, "unanswered": 1, "not_applicable": 0, "not_asked": 0},
    "coverage": 0,
    "parts": [{"question": "c", "weight": 1, "left_out": true}]
  })"));
}

TEST_CASE("the digits of a method are those of its numbers, but not of coverage") {
  const Record record = score(
      pillars_of_pillars("  overall: {by: mean, over: questions}\n  digits: 0\n"),
      "answers: {a: 2, b: 2}\n");
  const Record& whole = record["methods"][0]["nodes"][0];
  CHECK(whole["value"].dump() == "2");
  CHECK(whole["value_exact"].dump() == R"("5/3")");
  CHECK(whole["coverage"].dump() == "0.67");
}

// ---- prerequisites

std::string two_stages_asked(const std::string& needs, const std::string& unanswered) {
  return R"(
questions:
  - {id: p, text: P., stage: second}
  - {id: q, text: Q., stage: second}
  - {id: r, text: R., stage: third}
  - {id: s, text: S., stage: third}
  - {id: t, text: T., stage: third}
scoring:
  id: m
  title: M
  rule: R.
  unanswered: )" + unanswered + R"(
  overall: {prerequisites: [{stage: second, needs: all}, {stage: third, needs: )" + needs + R"(},
                            {stage: fourth, needs: all}, {stage: fifth, needs: all}]}
)";
}

const std::string prerequisite_answers = "answers: {p: yes, q: yes, r: yes, s: no, t: unknown}\n";

TEST_CASE("the record of prerequisites holds the fulfilment of each stage") {
  const Record record = score(two_stages_asked("all", "lowest"), prerequisite_answers);
  CHECK(lines_of(record["methods"][0]["nodes"]) == lines_of_json(R"([{
    "state": "no-number", "stage": "second",
    "worst": {"stage": "second"}, "best": {"stage": "second"}, "bound": "exact",
    "counts": {"answered": 4, "unknown": 1, "unanswered": 0, "not_applicable": 0, "not_asked": 0},
    "coverage": 0.8,
    "fulfilment": [{"stage": "second", "percent": 100},
                   {"stage": "third", "percent": 33.33, "percent_exact": "100/3"}],
    "parts": [{"question": "p", "stage": "second", "weight": 1, "value": 1},
              {"question": "q", "stage": "second", "weight": 1, "value": 1},
              {"question": "r", "stage": "third", "weight": 1, "value": 1},
              {"question": "s", "stage": "third", "weight": 1, "value": 0},
              {"question": "t", "stage": "third", "weight": 1, "value": 0}]
  }])"));
}

TEST_CASE("what is skipped is no part of a fulfilment, and without any there is no percentage") {
  const Record some = score(two_stages_asked("all", "skip"), prerequisite_answers);
  CHECK(some["methods"][0]["nodes"][0]["fulfilment"].dump() ==
        R"([{"stage":"second","percent":100},{"stage":"third","percent":50}])");
  const Record none =
      score(two_stages_asked("all", "skip"), "answers: {p: yes, q: no, r: unknown}\n");
  CHECK(none["methods"][0]["nodes"][0]["fulfilment"].dump() ==
        R"([{"stage":"second","percent":50},{"stage":"third"}])");
}

TEST_CASE("the record of prerequisites has the stage that the scoring page works out") {
  const auto reached = [](const std::string& needs, const std::string& unanswered) {
    const Record record = score(two_stages_asked(needs, unanswered), prerequisite_answers);
    return record["methods"][0]["nodes"][0]["stage"] == "third";
  };
  CHECK_FALSE(reached("all", "lowest"));
  CHECK_FALSE(reached("all", "skip"));
  CHECK(reached("60", "lowest"));
  CHECK(reached("60", "skip"));
  CHECK_FALSE(reached("{second: 100, third: 50}", "lowest"));
  CHECK(reached("{second: 100, third: 50}", "skip"));
}

// ---- a branch that stops

const std::string branch = R"(
questions:
  - {id: g, text: "Is there a plan?"}
  - {id: h, text: H., asked_if: {question: g, answers: [yes], otherwise: lowest}}
  - {id: i, text: I., asked_if: {question: h, answers: [yes], otherwise: lowest}}
scoring: {id: m, title: M, rule: R., overall: {by: count}}
)";

TEST_CASE("a question that is not asked has the value that it counts") {
  const Record method = score(branch, "answers: {g: yes, h: no}\n")["methods"][0];
  CHECK(method["questions"].dump() ==
        R"([{"id":"g","state":"answered","value":1},{"id":"h","state":"answered","value":0},)"
        R"({"id":"i","state":"not-asked","value":0}])");
  CHECK(outcome(method["nodes"][0]).dump() ==
        R"({"state":"scored","value":1,"worst":{"value":1},"best":{"value":1},"bound":"exact"})");
}

TEST_CASE("a conditional question says so, and bounds that hold it are outer ones") {
  const Record method = score(branch, "answers: {g: yes, h: unknown}\n")["methods"][0];
  CHECK(method["questions"].dump() ==
        R"([{"id":"g","state":"answered","value":1},)"
        R"({"id":"h","state":"unknown","worst":0,"best":1},)"
        R"({"id":"i","state":"unanswered","worst":0,"best":1,"conditional":true}])");
  CHECK(outcome(method["nodes"][0]).dump() ==
        R"({"state":"scored","value":1,"worst":{"value":1},"best":{"value":3},"bound":"outer"})");
}

// ---- what else the record can hold

TEST_CASE("an answer with an open team says what it could turn out as, even if that is one thing") {
  const std::string model = R"(
questions: [{id: a, text: A.}]
scoring: {id: m, title: M, rule: R., teams: max, overall: {by: sum}}
)";
  const std::string teams = "teams: [{id: x, name: X}, {id: y, name: Y}]\n";
  const auto question = [&](const std::string& answers) {
    return score(model, teams + answers)["methods"][0]["questions"][0].dump();
  };
  CHECK(question("answers: {a: {teams: {x: no}}}\n") ==
        R"({"id":"a","state":"answered","value":0,"worst":0,"best":1})");
  CHECK(question("answers: {a: {teams: {x: yes}}}\n") ==
        R"({"id":"a","state":"answered","value":1,"worst":1,"best":1})");
  CHECK(question("answers: {a: {teams: {x: yes, y: no}}}\n") ==
        R"({"id":"a","state":"answered","value":1})");
}

TEST_CASE("methods that come to another stage than the primary one are named") {
  const Record record = score(R"(
questions:
  - {id: a, text: A., stage: first}
  - {id: b, text: B., stage: second}
scoring:
  - id: m
    title: M
    rule: R.
    overall: {by: count, bands: [{from: 0, stage: first}, {from: 1, stage: second}]}
  - id: n
    title: N
    rule: R.
    overall: {prerequisites: [{stage: first, needs: all}, {stage: third, needs: all}]}
  - id: o
    title: O
    rule: R.
    overall: {by: count, bands: [{from: 0, stage: first}, {from: 1, stage: third}]}
  - {id: p, title: P, rule: R., overall: {by: sum}}
)",
                              "answers: {a: no, b: yes}\n");
  CHECK(record["disagreements"].dump() ==
        R"([{"method":"n","below_first":true},{"method":"o","stage":"third"}])");
  CHECK(outcome(record["methods"][1]["nodes"][0]).dump() ==
        R"({"state":"no-number","below_first":true,"worst":{"below_first":true},)"
        R"("best":{"below_first":true},"bound":"exact"})");
}

TEST_CASE("a value with too few answers is withheld from its node and stands in the one above") {
  const Record method = score(R"(
pillars: [{id: build, title: Build}]
questions: [{id: a, text: A., pillar: build}, {id: b, text: B., pillar: build}]
scoring: {id: m, title: M, rule: R., enough: 60, overall: {by: mean}}
)",
                              "answers: {a: yes}\n")["methods"][0];
  CHECK(outcome(method["nodes"][1]).dump() ==
        R"({"state":"too-few-answers","worst":{"value":0.5},"best":{"value":1},"bound":"exact"})");
  CHECK(method["nodes"][0]["parts"].dump() == R"([{"pillar":"build","weight":1,"value":0.5}])");
}

TEST_CASE("a node that nothing counts towards is empty and has no interval") {
  const Record method = score(R"(
pillars: [{id: build, title: Build}, {id: run, title: Run}]
questions: [{id: a, text: A., pillar: build}]
scoring: {id: m, title: M, rule: R., overall: {by: mean}}
)",
                              "answers: {a: {answer: not-applicable, note: Why.}}\n")["methods"][0];
  const std::string counts =
      R"("counts":{"answered":0,"unknown":0,"unanswered":0,"not_applicable":)";
  CHECK(method["nodes"][2].dump() == R"({"pillar":"run","state":"empty",)" + counts +
                                         R"(0,"not_asked":0},"coverage":1})");
  CHECK(method["nodes"][1].dump() ==
        R"({"pillar":"build","state":"not-applicable",)" + counts +
            R"(1,"not_asked":0},"coverage":1,)"
            R"("parts":[{"question":"a","weight":1,"left_out":true}]})");
}

TEST_CASE("a model without a method gives a record without methods") {
  CHECK(lines_of(score("questions: [{id: a, text: A.}]\n", "")) == lines_of_json(R"({
    "schema": "stagecraft/score/1",
    "model": {"id": "tea", "title": "Tea", "version": "1.0.0"},
    "subject": {"id": "acme", "name": "Acme"},
    "date": "2026-09-15",
    "methods": []
  })"));
}

}  // namespace
}  // namespace stagecraft
