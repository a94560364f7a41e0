// The examples of content/docs/position.md.
#include "evaluate/position.h"

#include "evaluate/capability_status.h"
#include "evaluate/evidence.h"
#include "support/catch.h"
#include "unit/evaluate/evaluation_fixture.h"

namespace stagecraft {
namespace {

using testing::counted_questions;
using testing::evaluated;
using testing::placed_pillars;

const std::vector<std::string> four_pillars{"one", "two", "three", "four"};

TEST_CASE("a profile has a floor and a mean, and no stage is made of the mean") {
  const auto shop = evaluated(placed_pillars(four_pillars),
                              "answers: {of-one: second, of-two: third, of-three: first, "
                              "of-four: fourth}\n");
  const Profile profile = *position_of(shop->evaluation).profile;
  CHECK(profile.measure == Measure::number);
  CHECK(profile.figures->floor == 1);
  CHECK(profile.figures->mean == Exact(5, 2));
  CHECK(profile.figures->ceiling == 4);
  CHECK(profile.imbalance == Exact(3));
  CHECK(profile.leading == std::vector<PillarIndex>{3});
  CHECK(profile.lagging == std::vector<PillarIndex>{2});
}

TEST_CASE("pillars in balance neither lead nor lag") {
  const auto shop = evaluated(placed_pillars({"one", "two"}),
                              "answers: {of-one: second, of-two: second}\n");
  const Profile profile = *position_of(shop->evaluation).profile;
  CHECK(profile.imbalance == Exact(0));
  CHECK(profile.leading.empty());
}

TEST_CASE("a pillar that is open has no point, and an imbalance needs two") {
  const auto shop =
      evaluated(placed_pillars({"one", "two"}), "answers: {of-one: second, of-two: unknown}\n");
  const Profile profile = *position_of(shop->evaluation).profile;
  CHECK_FALSE(profile.pillars[1].point.has_value());
  CHECK_FALSE(profile.imbalance.has_value());
}

TEST_CASE("a pillar inherits the target of the whole unless it has its own") {
  const auto shop = evaluated(placed_pillars({"one", "two"}),
                              "target: {stage: fourth, pillars: {two: {stage: second}}}\n"
                              "answers: {of-one: second, of-two: third}\n");
  const Position position = position_of(shop->evaluation);
  const NodeTarget& inherited = *position.nodes[1].target;
  CHECK(inherited.is_inherited);
  CHECK(inherited.gap == Exact(2));
  CHECK(inherited.percent == Exact(100, 3));
  const NodeTarget& own = *position.nodes[2].target;
  CHECK_FALSE(own.is_inherited);
  CHECK(own.gap == Exact(-1));
  CHECK(own.percent == Exact(200));
}

TEST_CASE("a question is ahead when it is fulfilled above the present stage") {
  const auto office = evaluated(counted_questions, "answers: {a: no, b: no, c: yes}\n");
  CHECK(position_of(office->evaluation).ahead == std::vector<QuestionIndex>{2});
}

TEST_CASE("what is backed is what verified and corroborated answers give alone") {
  const auto office = evaluated(counted_questions,
                                "answers:\n"
                                "  a: {answer: yes, evidence: [{text: E., grade: verified}]}\n"
                                "  b: {answer: yes, evidence: Somebody said so.}\n"
                                "  c: {answer: no, confidence: low}\n");
  const NodeEvidence whole = evidence_of(office->evaluation).front();
  CHECK(whole.grades == GradeCounts{1, 0, 1, 1});
  CHECK(whole.confidence == ConfidenceCounts{0, 0, 1, 2});
  CHECK_FALSE(whole.weakest.has_value());
  CHECK(office->evaluation.current == StageIndex{1});
  CHECK(whole.backed->value == Exact(1));
  CHECK(whole.backed->stage == StageIndex{0});
}

TEST_CASE("one respondent without evidence leaves a question open in what is backed") {
  const auto office = evaluated(
      counted_questions,
      "respondents:\n"
      "  - {id: r1, answers: {a: {answer: yes, evidence: [{text: E., grade: verified}]}}}\n"
      "  - {id: r2, answers: {a: no}}\n");
  CHECK(evidence_of(office->evaluation).front().backed->value == Exact(0));
}

const std::string able =
    counted_questions +
    "capabilities: [{id: brew, title: B, text: B., questions: [a, b]}, "
    "{id: grow, title: G, text: G., questions: [c]}, {id: sing, title: S, text: S.}]\n";

CapabilityPresence presence_of(const std::string& rest, std::size_t capability) {
  return capabilities_of(evaluated(able, rest)->evaluation)[capability].presence;
}

TEST_CASE("a capability is present, partial or absent by what is certain") {
  CHECK(presence_of("answers: {a: yes, b: yes}\n", 0) == CapabilityPresence::present);
  CHECK(presence_of("answers: {a: yes, b: unknown}\n", 0) == CapabilityPresence::partial);
  CHECK(presence_of("answers: {a: no, b: unknown}\n", 0) == CapabilityPresence::unknown);
  CHECK(presence_of("answers: {a: no, b: no}\n", 0) == CapabilityPresence::absent);
  CHECK(presence_of("answers: {c: {answer: not-applicable, note: N.}}\n", 1) ==
        CapabilityPresence::not_applicable);
  CHECK(presence_of("", 2) == CapabilityPresence::unknown);
}

TEST_CASE("a declaration counts, and what answers say stands beside it") {
  const auto office = evaluated(able,
                                "capabilities: {grow: present, brew: planned}\n"
                                "answers: {a: no, b: no, c: no}\n");
  const auto results = capabilities_of(office->evaluation);
  CHECK(results[1].basis == CapabilityBasis::declaration);
  CHECK(results[1].answers_say == CapabilityPresence::absent);
  CHECK(results[0].presence == CapabilityPresence::planned);
  CHECK_FALSE(results[0].answers_say.has_value());
}

}  // namespace
}  // namespace stagecraft
