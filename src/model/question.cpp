#include "model/question.h"

namespace stagecraft {

bool Question::takes_number() const {
  return type == QuestionType::scale || type == QuestionType::percent ||
         type == QuestionType::number;
}

std::optional<StageIndex> Question::stage() const {
  for (const Contribution& contribution : contributions)
    if (contribution.stage) return contribution.stage;
  return std::nullopt;
}

}  // namespace stagecraft
