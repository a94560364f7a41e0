#include "evaluate/evaluate_project.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

constexpr const char* yes = "yes";
constexpr const char* no = "no";
constexpr const char* not_applicable = "not-applicable";

/// Three stages; q1 belongs to the first, q2 to the second, q3 to the third; one yes per stage.
MaturityModel small_model() {
  MaturityModel model;
  model.id = ModelId("small");
  model.stages.resize(3);
  ScoringMethod method;
  Bands bands;
  for (StageIndex stage = 0; stage < 3; ++stage) {
    Question question;
    question.id = QuestionId("q" + std::to_string(stage + 1));
    question.options = {{OptionId("yes"), "", "", Exact(1)}, {OptionId("no"), "", "", Exact(0)}};
    question.contributions = {{std::nullopt, stage, 1}};
    model.questions.push_back(question);
    method.questions.push_back(stage);
    bands.push_back({Exact(stage), stage, "", ""});
  }
  method.overall.by = Aggregate::count;
  method.overall.stage = bands;
  model.methods = {method};
  return model;
}

Assessment assessment_with(std::vector<std::pair<const char*, std::string>> answers) {
  Assessment assessment;
  assessment.model = ModelId("small");
  for (const auto& [question, said] : answers) {
    Answer answer;
    answer.state =
        said == not_applicable ? AnswerState::not_applicable : AnswerState::answered;
    if (said != not_applicable) answer.chosen = {said == yes ? 0u : 1u};
    assessment.answers[QuestionId(question)] = answer;
  }
  return assessment;
}

Target target_at(StageIndex stage) {
  Target target;
  target.stage = stage;
  return target;
}

std::vector<std::string> gap_ids(const AssessmentEvaluation& evaluation) {
  std::vector<std::string> ids;
  for (const AnswerGap& gap : evaluation.gaps) ids.push_back(gap.question->id.text());
  return ids;
}

TEST_CASE("gaps are the questions up to the target without their highest value") {
  const MaturityModel model = small_model();
  Assessment assessment = assessment_with({{"q1", yes}, {"q2", no}});
  assessment.target = target_at(1);
  CHECK(gap_ids(evaluate_assessment(model, assessment)) == std::vector<std::string>{"q2"});
  assessment.target = target_at(2);
  CHECK(gap_ids(evaluate_assessment(model, assessment)) == std::vector<std::string>{"q2", "q3"});
}

TEST_CASE("a question that does not apply is no gap") {
  const MaturityModel model = small_model();
  Assessment assessment = assessment_with({{"q1", not_applicable}});
  assessment.target = target_at(0);
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
  Assessment assessment = assessment_with({{"q1", yes}, {"q2", yes}});
  assessment.target = target_at(1);
  const AssessmentEvaluation evaluation = evaluate_assessment(model, assessment);
  CHECK(evaluation.current == StageIndex{2});
  CHECK(evaluation.steps_to_target == 0);
}

TEST_CASE("a model without a method states no stage") {
  MaturityModel model = small_model();
  model.methods.clear();
  Assessment assessment = assessment_with({{"q1", yes}});
  assessment.target = target_at(2);
  const AssessmentEvaluation evaluation = evaluate_assessment(model, assessment);
  CHECK(evaluation.scores.methods.empty());
  CHECK_FALSE(evaluation.current.has_value());
  CHECK(evaluation.roadmap.empty());
}

}  // namespace
}  // namespace stagecraft
