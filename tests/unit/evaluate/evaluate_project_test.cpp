#include "evaluate/evaluate_project.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

/// Three stages; q1 belongs to the first, q2 to the second, q3 to the third; one yes per stage.
MaturityModel small_model() {
  MaturityModel model;
  model.id = ModelId("small");
  model.stages.resize(3);
  ScoringMethod method;
  for (StageIndex stage = 0; stage < 3; ++stage) {
    Question question;
    question.id = QuestionId("q" + std::to_string(stage + 1));
    question.stage = stage;
    model.questions.push_back(question);
    method.bands.push_back({Exact(stage), stage, "", ""});
  }
  model.method = method;
  return model;
}

Assessment assessment_with(std::vector<std::pair<const char*, AnswerState>> answers) {
  Assessment assessment;
  assessment.model = ModelId("small");
  for (const auto& [question, state] : answers) {
    Answer answer;
    answer.state = state;
    assessment.answers[QuestionId(question)] = answer;
  }
  return assessment;
}

std::vector<std::string> gap_ids(const AssessmentEvaluation& evaluation) {
  std::vector<std::string> ids;
  for (const AnswerGap& gap : evaluation.gaps) ids.push_back(gap.question->id.text());
  return ids;
}

TEST_CASE("gaps are the questions up to the target that are not answered yes") {
  const MaturityModel model = small_model();
  Assessment assessment = assessment_with({{"q1", AnswerState::yes}, {"q2", AnswerState::no}});
  assessment.target = Target{1, {}};
  CHECK(gap_ids(evaluate_assessment(model, assessment)) == std::vector<std::string>{"q2"});
  assessment.target = Target{2, {}};
  CHECK(gap_ids(evaluate_assessment(model, assessment)) == std::vector<std::string>{"q2", "q3"});
}

TEST_CASE("a question that does not apply is no gap") {
  const MaturityModel model = small_model();
  Assessment assessment = assessment_with({{"q1", AnswerState::not_applicable}});
  assessment.target = Target{0, {}};
  CHECK(evaluate_assessment(model, assessment).gaps.empty());
}

TEST_CASE("without a target there is neither a gap nor a roadmap") {
  const MaturityModel model = small_model();
  const Assessment assessment = assessment_with({});
  const AssessmentEvaluation evaluation = evaluate_assessment(model, assessment);
  CHECK(evaluation.current == StageIndex{0});
  CHECK(evaluation.gaps.empty());
  CHECK(evaluation.roadmap.empty());
}

TEST_CASE("a target below the present stage needs no steps") {
  const MaturityModel model = small_model();
  Assessment assessment = assessment_with({{"q1", AnswerState::yes}, {"q2", AnswerState::yes}});
  assessment.target = Target{1, {}};
  const AssessmentEvaluation evaluation = evaluate_assessment(model, assessment);
  CHECK(evaluation.current == StageIndex{2});
  CHECK(evaluation.steps_to_target == 0);
}

TEST_CASE("a model without a method states no stage") {
  MaturityModel model = small_model();
  model.method.reset();
  Assessment assessment = assessment_with({{"q1", AnswerState::yes}});
  assessment.target = Target{2, {}};
  const AssessmentEvaluation evaluation = evaluate_assessment(model, assessment);
  CHECK_FALSE(evaluation.score.has_value());
  CHECK_FALSE(evaluation.current.has_value());
  CHECK(evaluation.roadmap.empty());
}

}  // namespace
}  // namespace stagecraft
