#include "evaluate/roadmap.h"

#include <algorithm>

#include "support/catch.h"

namespace stagecraft {
namespace {

Action action(const char* id, StageIndex from, int impact, int effort,
              std::vector<const char*> depends_on = {}) {
  Action result;
  result.id = ActionId(id);
  result.from = from;
  result.impact = impact;
  result.effort = effort;
  for (const char* needed : depends_on) result.depends_on.emplace_back(needed);
  return result;
}

MaturityModel model_of(std::vector<Action> actions) {
  MaturityModel model;
  model.stages.resize(4);
  model.actions = std::move(actions);
  return model;
}

/// The steps of one way of the whole.
std::vector<RoadmapStep> plan(const MaturityModel& model, const Assessment& assessment,
                              const Scores& scores, StageIndex current, StageIndex target) {
  RoadmapWays ways;
  if (current < target) ways.ways.push_back({std::nullopt, current, target, std::nullopt});
  return plan_roadmap(model, assessment, scores, {}, ways);
}

std::vector<std::string> open_ids(const RoadmapStep& step) {
  std::vector<std::string> ids;
  for (const PlannedAction& planned : step.open) ids.push_back(planned.action->id.text());
  return ids;
}

/// The ids of the only step from stage 0 to stage 1.
std::vector<std::string> order_of(std::vector<Action> actions) {
  const MaturityModel model = model_of(std::move(actions));
  return open_ids(plan(model, {}, {}, 0, 1).at(0));
}

using Ids = std::vector<std::string>;

Question yes_no(const char* id) {
  Question question;
  question.id = QuestionId(id);
  question.options = {{OptionId("yes"), "", "", Exact(1)}, {OptionId("no"), "", "", Exact(0)}};
  return question;
}

QuestionScore answered(QuestionIndex question, int value) {
  QuestionScore score;
  score.question = question;
  score.whole = {0, 1};
  score.state = QuestionState::answered;
  score.value = value;
  return score;
}

TEST_CASE("higher impact goes first, then lower effort, then the smaller id") {
  CHECK(order_of({action("c", 0, 3, 1), action("b", 0, 5, 4), action("a", 0, 5, 2)}) ==
        Ids{"a", "b", "c"});
  CHECK(order_of({action("z", 0, 3, 3), action("a", 0, 3, 3)}) == Ids{"a", "z"});
}

TEST_CASE("swapping the impact of two actions swaps their order") {
  CHECK(order_of({action("a", 0, 5, 3), action("b", 0, 2, 3)}) == Ids{"a", "b"});
  CHECK(order_of({action("a", 0, 2, 3), action("b", 0, 5, 3)}) == Ids{"b", "a"});
}

TEST_CASE("an action comes after what it depends on, however great its impact") {
  CHECK(order_of({action("big", 0, 5, 1, {"small"}), action("small", 0, 1, 5)}) ==
        Ids{"small", "big"});
}

TEST_CASE("the file's order of actions makes no difference") {
  std::vector<Action> actions{action("a", 0, 2, 2, {"c"}), action("b", 0, 4, 1),
                              action("c", 0, 1, 1, {"d"}), action("d", 0, 1, 3)};
  const Ids expected = order_of(actions);
  std::sort(actions.begin(), actions.end(),
            [](const Action& x, const Action& y) { return x.id > y.id; });
  CHECK(order_of(actions) == expected);
}

TEST_CASE("every stage between today and the target has a step") {
  const MaturityModel model = model_of({action("first", 0, 1, 1), action("last", 2, 1, 1)});
  const std::vector<RoadmapStep> roadmap = plan(model, {}, {}, 0, 3);
  REQUIRE(roadmap.size() == 3);
  CHECK(open_ids(roadmap[0]) == Ids{"first"});
  CHECK(open_ids(roadmap[1]).empty());
  CHECK(open_ids(roadmap[2]) == Ids{"last"});
}

TEST_CASE("moving the target moves the end of the roadmap") {
  CHECK(plan(model_of({}), {}, {}, 1, 2).size() == 1);
  CHECK(plan(model_of({}), {}, {}, 1, 3).size() == 2);
  CHECK(plan(model_of({}), {}, {}, 2, 2).empty());
  CHECK(plan(model_of({}), {}, {}, 3, 1).empty());
}

TEST_CASE("an action is in place when its questions all have their highest value") {
  Action done = action("done", 0, 1, 1);
  done.satisfied_by = {QuestionId("q1"), QuestionId("q2")};
  MaturityModel model = model_of({done, action("next", 0, 1, 1, {"done"})});
  model.questions = {yes_no("q1"), yes_no("q2")};
  Scores scores;
  scores.methods.resize(1);
  scores.methods[0].questions = {answered(0, 1), answered(1, 0)};
  CHECK(open_ids(plan(model, {}, scores, 0, 1).at(0)) == Ids{"done", "next"});

  scores.methods[0].questions = {answered(0, 1), answered(1, 1)};
  const RoadmapStep step = plan(model, {}, scores, 0, 1).at(0);
  CHECK(open_ids(step) == Ids{"next"});
  CHECK(step.satisfied.size() == 1);
}

TEST_CASE("an action that the assessment calls done is in place, and one it skips is left out") {
  const MaturityModel model = model_of({action("a", 0, 1, 1), action("b", 0, 1, 1)});
  Assessment assessment;
  assessment.actions[ActionId("a")].status = ActionStatus::done;
  assessment.actions[ActionId("b")].skip = "Returns move to another provider.";
  const RoadmapStep step = plan(model, assessment, {}, 0, 1).at(0);
  CHECK(step.open.empty());
  CHECK(step.satisfied.size() == 1);
  CHECK(step.skipped.size() == 1);
}

TEST_CASE("the assessment's judgement of impact and effort takes the place of the model's") {
  const MaturityModel model = model_of({action("a", 0, 1, 5), action("b", 0, 3, 3)});
  Assessment assessment;
  assessment.actions[ActionId("a")].impact = 5;
  assessment.actions[ActionId("a")].effort = 1;
  const RoadmapStep step = plan(model, assessment, {}, 0, 1).at(0);
  CHECK(open_ids(step) == Ids{"a", "b"});
  CHECK(step.open[0].quick_win);
}

TEST_CASE("an action that names no questions is never taken to be in place") {
  CHECK(order_of({action("vague", 0, 1, 1)}) == Ids{"vague"});
}

TEST_CASE("quick wins have an impact of four or more and an effort of two or less") {
  const MaturityModel model = model_of({action("a", 0, 4, 2), action("b", 0, 3, 1),
                                        action("c", 0, 5, 3)});
  const RoadmapStep step = plan(model, {}, {}, 0, 1).at(0);
  for (const PlannedAction& planned : step.open)
    CHECK(planned.quick_win == (planned.action->id == ActionId("a")));
}

TEST_CASE("a foundation is what an open action of any step depends on") {
  const MaturityModel model = model_of({action("base", 0, 1, 1), action("top", 1, 1, 1, {"base"})});
  const std::vector<RoadmapStep> roadmap = plan(model, {}, {}, 0, 2);
  CHECK(roadmap[0].open[0].foundation);
  CHECK_FALSE(roadmap[1].open[0].foundation);
}

TEST_CASE("the assessment's owner takes the place of the model's role") {
  Action owned = action("a", 0, 1, 1);
  owned.owner = "Head of data";
  const MaturityModel model = model_of({owned});
  Assessment assessment;
  CHECK(plan(model, assessment, {}, 0, 1)[0].open[0].owner == "Head of data");
  assessment.actions[ActionId("a")].owner = "Ada";
  CHECK(plan(model, assessment, {}, 0, 1)[0].open[0].owner == "Ada");
}

}  // namespace
}  // namespace stagecraft
