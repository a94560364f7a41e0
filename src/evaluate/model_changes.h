#pragma once

#include <string>
#include <vector>

#include "model/maturity_model.h"

namespace stagecraft {

/// What happened to a question between two versions of a model.
enum class QuestionChange { renamed, reworded, rescaled, moved, removed, added };

struct ModelChange {
  QuestionId question;  ///< its id now, or its last one if it is removed
  QuestionChange change = QuestionChange::renamed;
  std::string before;  ///< the id of a renamed question, the text of a reworded one; else empty
};

/// What the questions of `later` and `earlier` do not have in common: in the order of `later`, each
/// question's changes in the order of QuestionChange, then what is removed in the order of
/// `earlier`. Rule: content/docs/trend.md, "When the model has changed".
std::vector<ModelChange> compare_models(const MaturityModel& earlier, const MaturityModel& later);

/// Whether an answer to `earlier` means the same, and is worth the same, as one to `later`.
bool is_same_question(const Question& earlier, const Question& later);

/// The question of `earlier` that is `question` of `later`, by its id or an earlier one; null when
/// there is none.
const Question* counterpart_in(const MaturityModel& earlier, const Question& question);

}  // namespace stagecraft
