// content/docs/self-assessment.md, "What others answered".
#include "evaluate/question_counts.h"

#include "support/catch.h"
#include "unit/evaluate/evaluation_fixture.h"

namespace stagecraft {
namespace {

using testing::scored;

const std::string questions =
    "questions: [{id: a, text: A.}, {id: s, text: S., type: scale}, "
    "{id: t, text: T., type: text}]\n"
    "scoring: {id: m, title: M, rule: R., overall: {by: sum}}\n";

/// What is counted when each of `answers` is what one person answered.
std::vector<QuestionCounts> counted(const std::vector<std::string>& answers) {
  std::vector<std::unique_ptr<const testing::Scored>> inputs;
  std::vector<const Assessment*> assessments;
  for (const std::string& each : answers) {
    inputs.push_back(scored(questions, "answers: {" + each + "}\n"));
    assessments.push_back(&inputs.back()->assessment);
  }
  return count_answers(inputs.front()->model, assessments);
}

TEST_CASE("answers, not knowing, not applying and silence are counted apart") {
  const auto counts =
      counted({"a: yes", "a: yes", "a: no", "a: unknown",
               "a: {answer: not-applicable, note: N.}", "s: 3"});
  REQUIRE(counts.size() == 2);
  CHECK(counts[0].by_option == std::vector<std::size_t>{2, 1});
  CHECK(counts[0].unknown == 1);
  CHECK(counts[0].not_applicable == 1);
  CHECK(counts[0].silent == 1);
  CHECK(counts[1].by_number == std::map<Exact, std::size_t>{{Exact(3), 1}});
  CHECK(counts[1].silent == 5);
}

TEST_CASE("a median is given for five numbers and for no fewer") {
  CHECK_FALSE(counted({"s: 1", "s: 2", "s: 3", "s: 5"})[1].median);
  CHECK(counted({"s: 1", "s: 2", "s: 3", "s: 5", "s: 5"})[1].median == Exact(3));
}

TEST_CASE("of what one person sent the latest counts, and of one date the last file") {
  std::vector<Assessment> sent(4);
  const char* const subjects[] = {"a", "b", "a", "b"};
  const int days[] = {12, 3, 12, 1};
  for (std::size_t i = 0; i < sent.size(); ++i) {
    sent[i].subject.id = SubjectId(subjects[i]);
    sent[i].date = {2026, 9, days[i]};
  }
  CHECK(latest_of_each(sent) == std::vector<const Assessment*>{&sent[2], &sent[1]});
}

}  // namespace
}  // namespace stagecraft
