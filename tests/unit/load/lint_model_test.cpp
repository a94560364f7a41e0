#include "load/lint_model.h"

#include "load/lint_rules.h"
#include "support/catch.h"
#include "unit/load/model_fixture.h"

using namespace stagecraft;
using namespace stagecraft::testing;

namespace {

/// The rules that find something in `parts`, with what it is about: "kpi-gap of cups". What is
/// accepted stands in brackets.
Lines findings_in(const std::string& parts) {
  const auto reading = read_model_with(parts);
  REQUIRE(reading->mistakes().empty());
  const ModelLint lint = lint_model(*reading->document, *reading->model, 100);
  Lines found;
  for (const Finding& finding : lint.findings) {
    const std::string text = finding.rule + " of " + finding.of;
    found.push_back(finding.accepted.empty() ? text : "(" + text + ")");
  }
  return found;
}

std::string kpi(const std::string& typical) {
  return three_stages + "kpis: [{id: cups, title: Cups, definition: Cups., typical: {" + typical +
         "}}]\n";
}

std::string two_questions(const std::string& bands) {
  return three_stages +
         "questions: [{id: a, text: Is it so}, {id: b, text: Is it so}]\n"
         "scoring: {id: m, title: M, rule: R., overall: {by: count, bands: [" + bands + "]}}\n";
}

}  // namespace

TEST_CASE("bands that hold every value and name every stage are sound") {
  CHECK(findings_in(two_questions(
                        "{from: 0, stage: bag}, {from: 1, stage: pot}, {from: 2, stage: field}"))
            .empty());
}

TEST_CASE("a first band above the lowest value is an error") {
  CHECK(findings_in(two_questions(
            "{from: 1, stage: bag}, {from: 1.5, stage: pot}, {from: 2, stage: field}")) ==
        Lines{"band-too-late of m"});
}

TEST_CASE("a band above the highest value is an error") {
  CHECK(findings_in(two_questions(
            "{from: 0, stage: bag}, {from: 1, stage: pot}, {from: 3, stage: field}")) ==
        Lines{"band-too-high of m"});
}

TEST_CASE("a stage without a band and one that no sum falls into are told apart") {
  CHECK(findings_in(two_questions("{from: 0, stage: bag}, {from: 2, stage: field}")) ==
        Lines{"stage-without-way of m"});
  CHECK(findings_in(two_questions(
            "{from: 0, stage: bag}, {from: 1.5, stage: pot}, {from: 2, stage: field}")) ==
        Lines{"stage-unreachable of m"});
}

TEST_CASE("ranges of neighbouring stages neither overlap nor leave a gap") {
  CHECK(findings_in(kpi("bag: {from: 1, to: 2}, pot: {from: 2, to: 3}, field: {from: 3}")).empty());
  CHECK(findings_in(kpi("bag: {from: 1, to: 2}, pot: {from: 2.5, to: 3}")) ==
        Lines{"kpi-gap of cups"});
  CHECK(findings_in(kpi("bag: {from: 1, to: 3}, pot: {from: 2, to: 4}")) ==
        Lines{"kpi-overlap of cups"});
  CHECK(findings_in(kpi("bag: {from: 8}, pot: {from: 4, to: 8}, field: {to: 3}")) ==
        Lines{"kpi-gap of cups"});
}

TEST_CASE("words and stages that do not follow each other are no neighbours") {
  CHECK(findings_in(kpi("bag: {from: 1, to: 2}, pot: {words: Many}, field: {from: 9}")).empty());
}

TEST_CASE("a question that goes on with another asks two things") {
  CHECK(asks_two_things("Do you measure it, or do you guess?"));
  CHECK(asks_two_things("Is there a plan? Does anybody read it?"));
  CHECK(asks_two_things("Do you log and/or trace?"));
  CHECK(asks_two_things("Are releases planned and are they announced?"));
  CHECK_FALSE(asks_two_things("Does it read titles and attributes?"));
  CHECK_FALSE(asks_two_things("Is a return or exchange completed?"));
}

TEST_CASE("a question whose answers all count the same is found") {
  CHECK(findings_in("questions: [{id: a, text: Is it so, values: {yes: 1, no: 1}}]\n") ==
        Lines{"constant-question of a"});
}

TEST_CASE("a cell that is neither described nor called absent is found") {
  const auto pillar = [](const std::string& cells) {
    return three_stages + "pillars: [{id: p, title: P, descriptors: {" + cells + "}}]\n";
  };
  CHECK(findings_in(pillar("bag: B., pot: P.")) == Lines{"missing-descriptor of p"});
  CHECK(findings_in(pillar("bag: B., pot: P., field: {absent: None.}")).empty());
  CHECK(findings_in(three_stages + "pillars: [{id: p, title: P}]\n").empty());
}

TEST_CASE("claims name who published them, and lists say nothing twice") {
  CHECK(findings_in("claims: [{id: c, text: Said.}]\n") == Lines{"claim-without-source of c"});
  CHECK(findings_in("stages: [{id: bag, title: Bag, signs: [One, Two, one]}]\n") ==
        Lines{"repeated-point of bag"});
}

TEST_CASE("a finding is accepted with a reason") {
  const std::string gap = kpi("bag: {from: 1, to: 2}, pot: {from: 3}");
  CHECK(findings_in(gap + "accepted: [{rule: kpi-gap, of: cups, reason: So it is written.}]\n") ==
        Lines{"(kpi-gap of cups)"});
}

TEST_CASE("an entry that accepts nothing, or no rule, is found itself") {
  CHECK(findings_in("accepted: [{rule: kpi-gap, of: cups, reason: R.}]\n") ==
        Lines{"accepts-nothing of cups"});
  CHECK(findings_in("accepted: [{rule: kpi-gaps, of: cups, reason: R.}]\n") ==
        Lines{"unknown-rule of cups"});
  CHECK(findings_in(two_questions("{from: 1, stage: bag}, {from: 1.5, stage: pot}, {from: 2, "
                                  "stage: field}") +
                    "accepted: [{rule: band-too-late, of: m, reason: R.}]\n") ==
        Lines{"band-too-late of m", "unknown-rule of m"});
}
