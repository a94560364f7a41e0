// content/docs/self-assessment.md, "What others answered".
#include "evaluate/visitor_results.h"

#include "support/catch.h"
#include "unit/evaluate/evaluation_fixture.h"

namespace stagecraft {
namespace {

using testing::scored;

const std::string questions =
    "stages: [{id: low, title: Low}, {id: high, title: High}]\n"
    "questions: [{id: a, text: A.}, {id: s, text: S., type: scale}, "
    "{id: w, text: W., type: scale, from: 0, to: 11}, {id: t, text: T., type: text}]\n"
    "scoring: {id: m, title: M, rule: R., questions: [a], overall: {by: count, "
    "bands: [{from: 0, stage: low}, {from: 1, stage: high}]}}\n";

/// What somebody sent.
struct Sent {
  std::string subject, date, answers;
};

/// What is counted of all that was sent.
VisitorResults counted(const std::vector<Sent>& sent) {
  std::vector<std::unique_ptr<const testing::Scored>> inputs;
  std::vector<Assessment> results;
  for (const Sent& each : sent) {
    inputs.push_back(scored(questions, "answers: {" + each.answers + "}\n"));
    results.push_back(inputs.back()->assessment);
    results.back().subject.id = SubjectId(each.subject);
    results.back().date = *parse_date(each.date);
  }
  return count_results(inputs.front()->model, results);
}

/// What is counted when each of `answers` is what one person answered.
VisitorResults counted_answers(const std::vector<std::string>& answers) {
  std::vector<Sent> sent;
  for (const std::string& each : answers)
    sent.push_back({"v-" + std::to_string(sent.size()), "2026-09-01", each});
  return counted(sent);
}

TEST_CASE("answers, not knowing, not applying and silence are counted apart") {
  const auto counts =
      counted_answers({"a: yes", "a: yes", "a: no", "a: unknown",
                       "a: {answer: not-applicable, note: N.}", "s: 3"}).questions;
  REQUIRE(counts.size() == 3);
  CHECK(counts[0].by_option == std::vector<std::size_t>{2, 1});
  CHECK(counts[0].unknown == 1);
  CHECK(counts[0].not_applicable == 1);
  CHECK(counts[0].silent == 1);
  CHECK(counts[1].silent == 5);
}

TEST_CASE("a scale of up to eleven steps is counted step by step, a longer one is not") {
  const auto counts = counted_answers({"s: 1", "s: 3", "s: 3", "w: 4", "w: 4"}).questions;
  CHECK(counts[1].by_number == std::map<Exact, std::size_t>{
                                   {Exact(1), 1}, {Exact(2), 0}, {Exact(3), 2}, {Exact(4), 0},
                                   {Exact(5), 0}});
  CHECK(counts[2].by_number.empty());
}

TEST_CASE("a median is given for five numbers and for no fewer") {
  CHECK_FALSE(counted_answers({"s: 1", "s: 2", "s: 3", "s: 5", "a: no"}).questions[1].median);
  CHECK(counted_answers({"s: 1", "s: 2", "s: 3", "s: 5", "s: 5"}).questions[1].median == Exact(3));
}

TEST_CASE("people are counted at each stage") {
  const VisitorResults results = counted_answers({"a: yes", "a: yes", "a: no", "a: no", "a: no"});
  REQUIRE(results.nodes.size() == 1);
  CHECK(results.nodes[0].by_stage == std::vector<std::size_t>{3, 2});
  CHECK(results.nodes[0].median == Exact(1));
}

TEST_CASE("of fewer than five people nothing is told but how many they are") {
  const VisitorResults four = counted_answers({"a: yes", "a: yes", "a: yes", "a: no"});
  CHECK(four.people == 4);
  CHECK_FALSE(four.is_shown());
  CHECK_FALSE(four.from.is_given());
  CHECK(four.nodes.empty());
  CHECK(four.questions.empty());
}

TEST_CASE("of what one person sent the latest counts, and of one date the last file") {
  const VisitorResults results =
      counted({{"v-a", "2026-09-12", "a: no"}, {"v-b", "2026-09-03", "a: yes"},
               {"v-a", "2026-09-12", "a: unknown"}, {"v-b", "2026-08-31", "a: no"},
               {"v-c", "2026-09-30", "a: yes"}, {"v-d", "2026-10-01", "a: yes"},
               {"v-e", "2026-09-30", "a: yes"}});
  CHECK(results.people == 5);
  CHECK(iso_text(results.from) == "2026-09");
  CHECK(iso_text(results.to) == "2026-10");
  CHECK(results.questions[0].by_option == std::vector<std::size_t>{4, 0});
  CHECK(results.questions[0].unknown == 1);
}

}  // namespace
}  // namespace stagecraft
