#include "scoring/score.h"

#include <algorithm>
#include <cassert>

namespace stagecraft {
namespace {

AnswerCounts count_answers(const MaturityModel& model,
                           const std::map<QuestionId, Answer>& answers) {
  AnswerCounts counts;
  for (const Question& question : model.questions) {
    const auto answer = answers.find(question.id);
    if (answer == answers.end()) {
      ++counts.unanswered;
      continue;
    }
    switch (answer->second.state) {
      case AnswerState::yes: ++counts.yes; break;
      case AnswerState::no: ++counts.no; break;
      case AnswerState::unknown: ++counts.unknown; break;
      case AnswerState::not_applicable: ++counts.not_applicable; break;
    }
  }
  return counts;
}

/// One line per question, the sum, the band.
std::vector<DerivationStep> derive(const MaturityModel& model,
                                   const std::map<QuestionId, Answer>& answers, const Exact& value,
                                   StageIndex stage) {
  std::vector<DerivationStep> steps;
  for (const Question& question : model.questions) {
    DerivationStep step{DerivationStep::Kind::answer, question.id, {}, 0, 0};
    if (const auto answer = answers.find(question.id); answer != answers.end())
      step.state = answer->second.state;
    step.value = step.state == AnswerState::yes ? 1 : 0;
    steps.push_back(std::move(step));
  }
  steps.push_back({DerivationStep::Kind::sum, {}, {}, value, 0});
  steps.push_back({DerivationStep::Kind::band, {}, {}, value, stage});
  return steps;
}

}  // namespace

const Band& band_of(const ScoringMethod& method, const Exact& value) {
  assert(!method.bands.empty() && method.bands.front().from <= value);
  const auto next = std::find_if(method.bands.begin(), method.bands.end(),
                                 [&](const Band& band) { return value < band.from; });
  return *(next - 1);
}

Score score_answers(const MaturityModel& model, const std::map<QuestionId, Answer>& answers) {
  const ScoringMethod& method = model.method.value();
  Score score;
  score.counts = count_answers(model, answers);
  score.lowest = score.counts.yes;
  score.highest = score.counts.yes + score.counts.open();
  score.lowest_stage = band_of(method, score.lowest).stage;
  score.highest_stage = band_of(method, score.highest).stage;
  if (method.unanswered == UnansweredPolicy::voids_the_score && score.counts.open() > 0)
    return score;

  score.value = score.lowest;
  score.stage = score.lowest_stage;
  score.derivation = derive(model, answers, *score.value, *score.stage);
  return score;
}

}  // namespace stagecraft
