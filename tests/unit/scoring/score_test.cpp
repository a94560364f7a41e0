#include "scoring/score.h"

#include <string>
#include <vector>

#include "support/catch.h"

namespace stagecraft {
namespace {

/// A model of three stages and `questions` questions q1, q2, …; its bands start at `band_starts`.
MaturityModel model_with(std::size_t questions, const std::vector<Exact>& band_starts,
                         UnansweredPolicy unanswered = UnansweredPolicy::counts_as_no) {
  MaturityModel model;
  model.stages.resize(band_starts.size());
  for (std::size_t i = 1; i <= questions; ++i) {
    Question question;
    question.id = QuestionId("q" + std::to_string(i));
    model.questions.push_back(question);
  }
  ScoringMethod method;
  method.unanswered = unanswered;
  for (std::size_t stage = 0; stage < band_starts.size(); ++stage)
    method.bands.push_back({band_starts[stage], stage, "", ""});
  model.method = method;
  return model;
}

/// Answers q1, q2, … by the letters y(es), n(o), ?(unknown), x (not applicable), - (none).
std::map<QuestionId, Answer> answered(std::string_view letters) {
  std::map<QuestionId, Answer> answers;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] == '-') continue;
    Answer answer;
    answer.state = letters[i] == 'y'   ? AnswerState::yes
                   : letters[i] == 'n' ? AnswerState::no
                   : letters[i] == '?' ? AnswerState::unknown
                                       : AnswerState::not_applicable;
    answers[QuestionId("q" + std::to_string(i + 1))] = answer;
  }
  return answers;
}

const std::vector<Exact> ten_question_bands{0, 2, 4, 7, 10};

std::size_t stage_number_of(std::string_view letters) {
  return score_answers(model_with(10, ten_question_bands), answered(letters)).stage.value() + 1;
}

TEST_CASE("the stage is the band of the number of yes answers") {
  CHECK(stage_number_of("nnnnnnnnnn") == 1);
  CHECK(stage_number_of("ynnnnnnnnn") == 1);
  CHECK(stage_number_of("yynnnnnnnn") == 2);
  CHECK(stage_number_of("yyynnnnnnn") == 2);
  CHECK(stage_number_of("yyyynnnnnn") == 3);
  CHECK(stage_number_of("yyyyyynnnn") == 3);
  CHECK(stage_number_of("yyyyyyynnn") == 4);
  CHECK(stage_number_of("yyyyyyyyyn") == 4);
  CHECK(stage_number_of("yyyyyyyyyy") == 5);
}

TEST_CASE("which questions are answered yes makes no difference to a count") {
  CHECK(stage_number_of("nnnnnnyyyy") == stage_number_of("yyyynnnnnn"));
}

TEST_CASE("a score between two whole numbers belongs to the band below it") {
  const MaturityModel model = model_with(10, ten_question_bands);
  CHECK(band_of(*model.method, Exact(3) / 2).stage == 0);
  CHECK(band_of(*model.method, Exact(17) / 5).stage == 1);
}

TEST_CASE("a mean of thirds that reaches a band's start is not missed") {
  const MaturityModel model = model_with(3, {0, 1});
  const Exact third = Exact(1) / 3;
  CHECK(band_of(*model.method, Exact(third + third + third)).stage == 1);
}

TEST_CASE("open answers count as no and leave an interval up to all yes") {
  const Score score = score_answers(model_with(10, ten_question_bands), answered("yyynnnnn?-"));
  CHECK(score.value == Exact(3));
  CHECK(score.lowest == 3);
  CHECK(score.highest == 5);
  CHECK(score.lowest_stage == 1);
  CHECK(score.highest_stage == 2);
}

TEST_CASE("unknown, not applicable and unanswered are told apart") {
  const Score score = score_answers(model_with(5, {0}), answered("yn?x-"));
  CHECK(score.counts == AnswerCounts{1, 1, 1, 1, 1});
  CHECK(score.counts.open() == 2);
}

TEST_CASE("a question that does not apply is not open") {
  const Score score = score_answers(model_with(3, {0, 2}), answered("yxn"));
  CHECK(score.highest == 1);
}

TEST_CASE("an open answer voids the score where the model says so") {
  const MaturityModel model = model_with(2, {0, 2}, UnansweredPolicy::voids_the_score);
  const Score open = score_answers(model, answered("y?"));
  CHECK_FALSE(open.value.has_value());
  CHECK_FALSE(open.stage.has_value());
  CHECK(open.highest_stage == 1);
  CHECK(score_answers(model, answered("yy")).stage == StageIndex{1});
  CHECK(score_answers(model, answered("yx")).stage == StageIndex{0});
}

TEST_CASE("no yes answers give the score zero, which is not the absence of a score") {
  CHECK(score_answers(model_with(2, {0}), answered("nn")).value == Exact(0));
}

TEST_CASE("the derivation has a line per question, the sum and the band") {
  const Score score = score_answers(model_with(3, {0, 2}), answered("yn-"));
  REQUIRE(score.derivation.size() == 5);
  CHECK(score.derivation[0].value == 1);
  CHECK(score.derivation[1].state == AnswerState::no);
  CHECK_FALSE(score.derivation[2].state.has_value());
  CHECK(score.derivation[3].kind == DerivationStep::Kind::sum);
  CHECK(score.derivation[3].value == 1);
  CHECK(score.derivation[4].kind == DerivationStep::Kind::band);
  CHECK(score.derivation[4].stage == 0);
}

}  // namespace
}  // namespace stagecraft
