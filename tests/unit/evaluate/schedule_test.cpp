#include "evaluate/schedule.h"

#include "support/catch.h"
#include "unit/evaluate/dated_fixture.h"

namespace stagecraft::testing {
namespace {

/// The example of content/docs/roadmap.md: three stages, one question.
std::string example(const std::string& more = "") {
  return three_stages + R"(
questions:
  - {id: stage-now, text: "Where are you?", type: stage}
  - {id: data-clean, text: "Is the data clean?"}
scoring:
  - {id: chosen, title: Chosen, rule: As chosen., questions: [stage-now],
     overall: {by: min, stage: chosen}}
  - {id: count, title: Count, rule: Each yes., questions: [data-clean], overall: {by: count}}
actions:
  - {id: clean-data, title: Clean, from: bag, impact: 2, effort: 4, owner: Data,
     duration: {from: 2, to: 4, unit: weeks}, satisfied_by: [data-clean]}
  - {id: answer-faq, title: Answer, from: bag, impact: 5, effort: 1, owner: Care,
     duration: {from: 48, unit: hours}}
  - {id: link-orders, title: Link, from: bag, impact: 4, effort: 3, owner: Data,
     duration: {from: 1, unit: months}, depends_on: [clean-data]}
  - {id: advise, title: Advise, from: pot, impact: 5, effort: 5, owner: Shop,
     duration: {from: 2, to: 3, unit: months}, depends_on: [link-orders]}
)" + more;
}

const std::string assessed =
    "date: 2026-01-31\nanswers: {stage-now: bag}\ntarget: {stage: field, by: 2026-06}\n";

/// "id first last" of every open action, in order.
Lines plan_of(const EvaluatedOn& whole) {
  Lines lines;
  for (const RoadmapStep& step : whole.evaluation.roadmap)
    for (const PlannedAction& planned : step.open)
      lines.push_back(planned.action->id.text() + " " + iso_text(date_of(planned.dates->first)) +
                      " " + iso_text(date_of(planned.dates->last)));
  return lines;
}

Lines path_of(const EvaluatedOn& whole) {
  Lines ids, order;
  for (const RoadmapStep& step : whole.evaluation.roadmap)
    for (const PlannedAction& planned : step.open) order.push_back(planned.action->id.text());
  for (const CriticalAction& critical : whole.evaluation.schedule->critical_path)
    ids.push_back(order[critical.action]);
  return ids;
}

const PlannedAction& planned(const EvaluatedOn& whole, const std::string& id) {
  for (const RoadmapStep& step : whole.evaluation.roadmap)
    for (const PlannedAction& one : step.open)
      if (one.action->id.text() == id) return one;
  throw std::runtime_error(id + " is not open");
}

TEST_CASE("the manual's roadmap comes out as it was worked by hand") {
  const auto whole = evaluated_on(example(), assessed);
  CHECK(plan_of(*whole) == Lines{"answer-faq 2026-02-01 2026-02-02",
                                 "clean-data 2026-02-01 2026-02-28",
                                 "link-orders 2026-03-01 2026-03-31",
                                 "advise 2026-04-01 2026-06-30"});
  CHECK(path_of(*whole) == Lines{"clean-data", "link-orders", "advise"});
  CHECK(planned(*whole, "answer-faq").quick_win);
  CHECK(planned(*whole, "clean-data").foundation);
  CHECK_FALSE(planned(*whole, "advise").foundation);
  CHECK(planned(*whole, "advise").dates->horizon == Horizon::now);
  CHECK_FALSE(planned(*whole, "advise").dates->is_late);
}

TEST_CASE("satisfying an answer removes its action and moves the rest forward") {
  const auto whole = evaluated_on(
      example(),
      "date: 2026-01-31\nanswers: {stage-now: bag, data-clean: yes}\ntarget: {stage: field}\n");
  CHECK(plan_of(*whole) == Lines{"answer-faq 2026-02-01 2026-02-02",
                                 "link-orders 2026-02-01 2026-02-28",
                                 "advise 2026-03-01 2026-05-31"});
}

TEST_CASE("a nearer target takes the last step away") {
  const auto whole = evaluated_on(
      example(), "date: 2026-01-31\nanswers: {stage-now: bag}\ntarget: {stage: pot}\n");
  CHECK(plan_of(*whole).size() == 3);
  CHECK(whole->evaluation.roadmap.size() == 1);
}

TEST_CASE("who owns two actions does one at a time") {
  const auto whole = evaluated_on(example(), assessed + "actions: {answer-faq: {owner: Data}}\n");
  CHECK(plan_of(*whole).at(1) == "clean-data 2026-02-03 2026-03-02");
}

TEST_CASE("dates of the assessment go before the computed ones, and what breaks a rule is marked") {
  const auto whole = evaluated_on(
      example(), assessed + "actions: {link-orders: {start: 2026-02-10}, "
                            "advise: {start: 2026-05, end: 2026-07-15}}\n");
  CHECK(planned(*whole, "link-orders").dates->is_too_early);
  CHECK(plan_of(*whole).at(3) == "advise 2026-05-01 2026-07-15");
  CHECK(planned(*whole, "advise").dates->is_late);
  CHECK(planned(*whole, "advise").dates->horizon == Horizon::next);
  CHECK(path_of(*whole) == Lines{"advise"});
}

TEST_CASE("what is started begins with the roadmap") {
  const auto whole = evaluated_on(example(), assessed + "actions: {advise: {status: started}}\n");
  CHECK(plan_of(*whole).at(3) == "advise 2026-02-01 2026-04-30");
}

TEST_CASE("quarters reach to the target's date without holes") {
  const auto whole = evaluated_on(
      example(),
      "date: 2026-01-31\nanswers: {stage-now: bag}\ntarget: {stage: pot, by: 2027-03}\n");
  const std::vector<QuarterPlan>& quarters = whole->evaluation.schedule->quarters;
  REQUIRE(quarters.size() == 5);
  CHECK(quarters.front().quarter == Quarter{2026, 1});
  CHECK(quarters.front().actions.size() == 3);
  CHECK(quarters.back().quarter == Quarter{2027, 1});
}

TEST_CASE("an action that waits on purpose says why and until when, and holds nothing up") {
  const auto whole = evaluated_on(
      example(),
      assessed + "deferred: [{action: clean-data, reason: No people., review: 2026-09}]\n");
  const RoadmapStep& step = whole->evaluation.roadmap.front();
  REQUIRE(step.deferred.size() == 1);
  CHECK(step.deferred.front().deferral->reason == "No people.");
  CHECK(planned(*whole, "link-orders").not_secured.size() == 1);
}

TEST_CASE("nothing is dated after the year 2199") {
  const auto whole = evaluated_on(
      example("  - {id: wait, title: Wait, from: pot, impact: 1, effort: 1,\n"
              "     duration: {from: 999, unit: months}, depends_on: [advise]}\n"
              "  - {id: wait-on, title: Wait, from: pot, impact: 1, effort: 1,\n"
              "     duration: {from: 999, unit: months}, depends_on: [wait]}\n"
              "  - {id: wait-more, title: Wait, from: pot, impact: 1, effort: 1,\n"
              "     duration: {from: 999, unit: months}, depends_on: [wait-on]}\n"),
      assessed);
  CHECK(iso_text(date_of(whole->evaluation.schedule->last)) == "2199-12-31");
}

TEST_CASE("a pillar with a target of its own has its own way") {
  const auto whole = evaluated_on(three_stages + R"(
pillars: [{id: data, title: Data}, {id: people, title: People}]
questions:
  - {id: data-now, text: "Where are you?", type: stage, pillar: data}
  - {id: people-now, text: "And the people?", type: stage, pillar: people}
scoring:
  {id: m, title: M, rule: R., pillars: {by: min, stage: chosen}, overall: {by: none}}
actions:
  - {id: first, title: First, from: bag, impact: 1, effort: 1, pillar: data, duration: {from: 1}}
  - {id: second, title: Second, from: pot, impact: 1, effort: 1, pillar: data, duration: {from: 1}}
  - {id: train, title: Train, from: bag, impact: 1, effort: 1, pillar: people, duration: {from: 1}}
)",
                               "date: 2026-01-31\nanswers: {data-now: pot, people-now: bag}\n"
                               "target: {stage: pot, pillars: {data: {stage: field}}}\n");
  CHECK_FALSE(whole->evaluation.current);
  REQUIRE(whole->evaluation.ways.ways.size() == 2);
  CHECK(plan_of(*whole) ==
        Lines{"train 2026-02-01 2026-02-07", "second 2026-02-01 2026-02-07"});
  CHECK(whole->evaluation.roadmap.at(0).without_actions.empty());
}

TEST_CASE("a model without stages has its phases one after the other") {
  const auto whole = evaluated_on(R"(
phases: [{id: try, title: Try}, {id: roll-out, title: Roll out}]
actions:
  - {id: scale, title: Scale, impact: 5, effort: 1, phase: roll-out, duration: {from: 1}}
  - {id: pilot, title: Pilot, impact: 1, effort: 5, phase: try, duration: {from: 1}}
)",
                               "date: 2026-01-31\n");
  CHECK(plan_of(*whole) ==
        Lines{"pilot 2026-02-01 2026-02-07", "scale 2026-02-08 2026-02-14"});
  CHECK(whole->evaluation.schedule->critical_path.back().waited_for == WaitedFor::lower_step);
}

}  // namespace
}  // namespace stagecraft::testing
