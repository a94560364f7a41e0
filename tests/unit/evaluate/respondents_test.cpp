// The examples of content/docs/respondents.md.
#include "evaluate/respondents.h"

#include "evaluate/teams.h"
#include "support/catch.h"
#include "unit/evaluate/evaluation_fixture.h"

namespace stagecraft {
namespace {

using testing::counted_questions;
using testing::evaluated;

const std::string one_scale =
    "questions: [{id: q, text: Q., type: scale}, {id: p, text: P., type: scale}]\n"
    "scoring: {id: m, title: M, rule: R., unanswered: skip, respondents: median, "
    "overall: {by: mean}}\n";

/// Respondents that answer these to `q`.
std::string people(const std::vector<std::string>& answers) {
  std::string text = "respondents:\n";
  for (std::size_t i = 0; i < answers.size(); ++i)
    text += "  - {id: r" + std::to_string(i) + ", answers: {q: " + answers[i] + "}}\n";
  return text;
}

Opinions opinions_of(const std::vector<std::string>& answers) {
  return compare_respondents(evaluated(one_scale, people(answers))->evaluation)->questions.front();
}

TEST_CASE("disagreement is the distance of the ends, distance that from the median") {
  const Opinions lonely = opinions_of({"2", "2", "2", "2", "4"});
  CHECK(lonely.disagreement == Exact(1, 2));
  CHECK(lonely.distance == Exact(1, 10));
  const Opinions split = opinions_of({"2", "2", "3", "4", "4"});
  CHECK(split.disagreement == Exact(1, 2));
  CHECK(split.distance == Exact(1, 5));
}

TEST_CASE("not knowing, not applying and silence are counted apart") {
  const Opinions opinions =
      opinions_of({"3", "unknown", "{answer: not-applicable, note: N.}"});
  CHECK(opinions.answered == 1);
  CHECK(opinions.unknown == 1);
  CHECK(opinions.not_applicable == 1);
  CHECK_FALSE(opinions.disagreement.has_value());
}

TEST_CASE("the question that splits more people comes first") {
  const auto team = evaluated(
      one_scale,
      "respondents:\n"
      "  - {id: r1, answers: {q: 2, p: 2}}\n  - {id: r2, answers: {q: 2, p: 2}}\n"
      "  - {id: r3, answers: {q: 2, p: 4}}\n  - {id: r4, answers: {q: 4, p: 4}}\n");
  CHECK(compare_respondents(team->evaluation)->discuss == std::vector<QuestionIndex>{1, 0});
}

TEST_CASE("groups are scored apart, and what was agreed on is set aside for them") {
  const auto team = evaluated(one_scale,
                              "answers: {q: 3, p: 5}\n"
                              "respondents:\n"
                              "  - {id: r1, group: board, answers: {q: 5}}\n"
                              "  - {id: r2, group: shop, answers: {q: 1}}\n");
  const RespondentComparison comparison = *compare_respondents(team->evaluation);
  REQUIRE(comparison.groups.size() == 2);
  CHECK(comparison.groups[0].nodes.front().result.value == Exact(5));
  CHECK(comparison.groups[1].nodes.front().result.value == Exact(3));
  CHECK(comparison.differences.front().difference == 1);
  CHECK(comparison.questions.front().is_agreed);
}

TEST_CASE("combining after scoring need not give what combining before does") {
  const auto team = evaluated(
      counted_questions,
      "respondents:\n"
      "  - {id: r1, answers: {a: yes, b: yes, c: no}}\n"
      "  - {id: r2, answers: {a: yes, b: no, c: yes}}\n"
      "  - {id: r3, answers: {a: no, b: yes, c: yes}}\n");
  CHECK(team->evaluation.current == StageIndex{0});
  CHECK(compare_respondents(team->evaluation)->after.front().number == Exact(2));
}

TEST_CASE("each team is scored with its own answers, and the floor is what all have reached") {
  const auto shops = evaluated(counted_questions,
                               "teams: [{id: north, name: North}, {id: south, name: South}]\n"
                               "answers:\n"
                               "  a: yes\n"
                               "  b: {teams: {north: yes, south: no}}\n"
                               "  c: {teams: {north: yes}}\n");
  const TeamComparison comparison = *compare_teams(shops->evaluation);
  CHECK(comparison.teams[0].point == Exact(3));
  CHECK(comparison.teams[1].point == Exact(1));
  CHECK(comparison.figures->mean == 2);
  CHECK(comparison.lowest == std::vector<std::size_t>{1});
}

}  // namespace
}  // namespace stagecraft
