#include "load/read_questions.h"

#include "support/catch.h"
#include "unit/load/model_fixture.h"

namespace stagecraft {
namespace {

using testing::Lines;
using testing::model_with;
using testing::texts_of;
using testing::three_stages;

/// The only question of a model with three stages, a pillar, an answer set and a role.
Question question_with(const std::string& keys) {
  return model_with(three_stages + R"(
sources: [{id: book, document: The Book, publisher: Press}]
pillars: [{id: leaf, title: Leaf, descriptors: {pot: In a pot.}}, {id: water, title: Water}]
roles: [{id: brewer, title: Brewer}]
answer_sets:
  - id: share
    answers: [{id: none, text: "No", value: 0, help: Never.}, {id: all, text: All, value: 0.75}]
questions:
  - )" + keys + "\n")
      .questions.at(0);
}

Lines ids_of(const std::vector<AnswerOption>& options) {
  Lines ids;
  for (const AnswerOption& option : options) ids.push_back(option.id.text());
  return ids;
}

TEST_CASE("a question is read with all its keys") {
  const Question question = question_with(R"(id: q
    formerly: [old]
    source: book
    title: Pots
    text: Is there a pot?
    help: Pots matter.
    evidence: The pot.
    roles: [brewer]
    pillar: water
    stage: pot
    weight: 1.5)");
  CHECK(question.id == QuestionId("q"));
  CHECK(texts_of(question.formerly) == Lines{"old"});
  CHECK(question.source == SourceId("book"));
  CHECK(question.type == QuestionType::yes_no);
  CHECK(question.title == "Pots");
  CHECK(question.text == "Is there a pot?");
  CHECK(question.help == "Pots matter.");
  CHECK(question.evidence == "The pot.");
  CHECK(texts_of(question.roles) == Lines{"brewer"});
  REQUIRE(question.contributions.size() == 1);
  CHECK(question.contributions[0].pillar == PillarIndex{1});
  CHECK(question.contributions[0].stage == StageIndex{1});
  CHECK(question.contributions[0].weight == Exact(3, 2));
}

TEST_CASE("a question that says nothing of itself is a yes or no that counts for the whole") {
  const Question question = question_with("{id: q, text: Pots.}");
  CHECK(question.title == "Pots.");
  CHECK(ids_of(question.options) == Lines{"yes", "no"});
  CHECK(question.options[0].value == Exact(1));
  CHECK(question.options[1].value == Exact(0));
  REQUIRE(question.contributions.size() == 1);
  CHECK_FALSE(question.contributions[0].pillar);
  CHECK_FALSE(question.contributions[0].stage);
  CHECK(question.contributions[0].weight == 1);
}

TEST_CASE("the values of yes and no can be declared, each by itself") {
  const Question both = question_with("{id: q, text: Pots., values: {yes: -1, no: 2}}");
  CHECK(both.options[0].value == Exact(-1));
  CHECK(both.options[1].value == Exact(2));
  const Question one = question_with("{id: q, text: Pots., values: {yes: 3}}");
  CHECK(one.options[0].value == Exact(3));
  CHECK(one.options[1].value == Exact(0));
}

TEST_CASE("a choice takes its answers from a set or has its own") {
  const Question shared = question_with("{id: q, type: choice, text: Pots., answers: share}");
  CHECK(ids_of(shared.options) == Lines{"none", "all"});
  CHECK(shared.options[0].text == "No");
  CHECK(shared.options[0].help == "Never.");
  CHECK(shared.options[1].value == Exact(3, 4));

  const Question own = question_with(
      "{id: q, type: state, text: Pots., answers: [{id: no, text: N, value: 0}, "
      "{id: yes, text: Y, value: 2}]}");
  CHECK(own.type == QuestionType::state);
  CHECK(ids_of(own.options) == Lines{"no", "yes"});
}

TEST_CASE("several of a set may have no values, and then a map") {
  const Question question = question_with(
      "{id: q, type: several, text: Pots., answers: [{id: a, text: A}, {id: b, text: B}], "
      "map: {points: [[0, 0], [0.5, 2], [1, 3]]}}");
  CHECK_FALSE(question.options.at(0).value);
  REQUIRE(question.map);
  CHECK(question.map->kind == WorthMap::Kind::points);
  REQUIRE(question.map->pairs.size() == 3);
  CHECK(question.map->pairs[1] == std::pair<Exact, Exact>(Exact(1, 2), 2));
}

TEST_CASE("numbers have ends") {
  const Question scale = question_with("{id: q, type: scale, text: Pots.}");
  CHECK(scale.from == 1);
  CHECK(scale.to == 5);
  const Question percent = question_with("{id: q, type: percent, text: Pots.}");
  CHECK(percent.from == 0);
  CHECK(percent.to == 100);
  const Question number = question_with(
      "{id: q, type: number, text: Pots., from: -0.5, to: 9.25, unit: litres, "
      "map: {thresholds: [[-1, 0], [3, 1]]}}");
  CHECK(number.from == Exact(-1, 2));
  CHECK(number.to == Exact(37, 4));
  CHECK(number.unit == "litres");
  REQUIRE(number.map);
  CHECK(number.map->kind == WorthMap::Kind::thresholds);
  CHECK(number.map->pairs.at(0) == std::pair<Exact, Exact>(-1, 0));
}

TEST_CASE("a stage is chosen by what the pillar says of it") {
  const Question question = question_with("{id: q, type: stage, text: Pots., pillar: leaf}");
  CHECK(ids_of(question.options) == Lines{"bag", "pot", "field"});
  CHECK(question.options[0].text.empty());
  CHECK(question.options[1].text == "In a pot.");
  CHECK(question.options[2].value == Exact(3));
}

TEST_CASE("a text counts nowhere") {
  CHECK(question_with("{id: q, type: text, text: Pots.}").contributions.empty());
}

TEST_CASE("a question can count towards several pillars and stages") {
  const Question question = question_with(
      "{id: q, text: Pots., counts_towards: [{pillar: leaf, stage: pot, weight: 2}, "
      "{stage: field}, {pillar: water}]}");
  REQUIRE(question.contributions.size() == 3);
  CHECK(question.contributions[0].pillar == PillarIndex{0});
  CHECK(question.contributions[0].stage == StageIndex{1});
  CHECK(question.contributions[0].weight == 2);
  CHECK_FALSE(question.contributions[1].pillar);
  CHECK(question.contributions[1].stage == StageIndex{2});
  CHECK(question.contributions[2].pillar == PillarIndex{1});
}

TEST_CASE("conditions may name questions that come later") {
  const MaturityModel model = model_with(R"(
questions:
  - {id: a, text: A., asked_if: {question: c, answers: [two, one], otherwise: lowest}}
  - {id: b, text: B., asked_if: {question: d, at_least: 2, at_most: 3.5}}
  - id: c
    text: C.
    type: choice
    answers:
      - {id: one, text: O, value: 1}
      - {id: two, text: T, value: 2}
      - {id: three, text: H, value: 3}
  - {id: d, text: D., type: scale}
  - {id: e, text: E., asked_if: {question: a, answers: [no]}}
)");
  const std::optional<Condition>& first = model.questions[0].asked_if;
  REQUIRE(first);
  CHECK(first->question == 2);
  CHECK(first->options == std::vector<OptionIndex>{0, 1});
  CHECK(first->otherwise == NotAsked::lowest);
  const std::optional<Condition>& second = model.questions[1].asked_if;
  REQUIRE(second);
  CHECK(second->question == 3);
  CHECK(second->options.empty());
  CHECK(second->at_least == Exact(2));
  CHECK(second->at_most == Exact(7, 2));
  CHECK(second->otherwise == NotAsked::exclude);
  CHECK_FALSE(model.questions[2].asked_if);
  CHECK(model.questions[4].asked_if->options == std::vector<OptionIndex>{1});
}

}  // namespace
}  // namespace stagecraft
