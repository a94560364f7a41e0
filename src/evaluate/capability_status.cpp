#include "evaluate/capability_status.h"

#include <algorithm>

#include "evaluate/evidence.h"

namespace stagecraft {
namespace {

bool is_settled(const QuestionScore& score) { return score.range->lowest == score.range->highest; }

bool is_surely_highest(const QuestionScore& score) {
  return is_settled(score) && score.range->highest == score.whole.highest;
}

bool is_surely_lowest(const QuestionScore& score) {
  return is_settled(score) && score.range->lowest == score.whole.lowest &&
         score.whole.lowest < score.whole.highest;
}

bool is_surely_more(const QuestionScore& score) {
  return score.range->lowest > score.whole.lowest || is_surely_highest(score);
}

CapabilityPresence presence_in(const std::vector<const QuestionScore*>& scores) {
  const auto all = [&](bool (*holds)(const QuestionScore&)) {
    return std::all_of(scores.begin(), scores.end(),
                       [&](const QuestionScore* score) { return holds(*score); });
  };
  if (scores.empty()) return CapabilityPresence::unknown;
  if (all(is_surely_highest)) return CapabilityPresence::present;
  if (all(is_surely_lowest)) return CapabilityPresence::absent;
  const bool has_more = std::any_of(scores.begin(), scores.end(), [](const QuestionScore* score) {
    return is_surely_more(*score);
  });
  return has_more ? CapabilityPresence::partial : CapabilityPresence::unknown;
}

CapabilityBasis basis_in(const std::vector<const QuestionScore*>& scores,
                         const AssessmentEvaluation& evaluation) {
  bool is_proven = false;
  for (const QuestionScore* score : scores) {
    if (score->state != QuestionState::answered) continue;
    const Question& question = evaluation.model->questions[score->question];
    if (!is_backed(grade_of(question, *evaluation.assessment))) return CapabilityBasis::answers;
    is_proven = true;
  }
  return is_proven ? CapabilityBasis::evidence : CapabilityBasis::answers;
}

/// By what was answered to its questions.
CapabilityResult by_answers(const Capability& capability, const AssessmentEvaluation& evaluation) {
  CapabilityResult result;
  result.capability = &capability;
  std::vector<const QuestionScore*> scores;
  bool has_question = false;
  for (const QuestionId& id : capability.questions) {
    const Question* question = evaluation.model->find(id);
    const QuestionScore* score = evaluation.scores.find(
        static_cast<QuestionIndex>(question - evaluation.model->questions.data()));
    has_question |= score != nullptr;
    if (score && score->range && score->state != QuestionState::not_applicable)
      scores.push_back(score);
  }
  result.presence = has_question && scores.empty() ? CapabilityPresence::not_applicable
                                                   : presence_in(scores);
  if (result.presence != CapabilityPresence::not_applicable &&
      result.presence != CapabilityPresence::unknown)
    result.basis = basis_in(scores, evaluation);
  return result;
}

CapabilityPresence presence_of(CapabilityStatus status) {
  switch (status) {
    case CapabilityStatus::present: return CapabilityPresence::present;
    case CapabilityStatus::partial: return CapabilityPresence::partial;
    case CapabilityStatus::absent: return CapabilityPresence::absent;
    case CapabilityStatus::planned: return CapabilityPresence::planned;
  }
  return CapabilityPresence::unknown;
}

/// Whether answers that say `answered` cast doubt on a declared `declared`.
bool contradicts(CapabilityPresence answered, CapabilityPresence declared) {
  if (answered == CapabilityPresence::unknown || answered == CapabilityPresence::not_applicable)
    return false;
  if (declared == CapabilityPresence::planned) return answered != CapabilityPresence::absent;
  return answered != declared;
}

}  // namespace

std::vector<CapabilityResult> capabilities_of(const AssessmentEvaluation& evaluation) {
  std::vector<CapabilityResult> results;
  for (const Capability& capability : evaluation.model->capabilities) {
    CapabilityResult result = by_answers(capability, evaluation);
    const auto declared = evaluation.assessment->capabilities.find(capability.id);
    if (declared != evaluation.assessment->capabilities.end()) {
      const CapabilityPresence status = presence_of(declared->second.status);
      if (contradicts(result.presence, status)) result.answers_say = result.presence;
      result.presence = status;
      result.basis = CapabilityBasis::declaration;
    }
    results.push_back(result);
  }
  return results;
}

}  // namespace stagecraft
