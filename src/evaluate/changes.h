#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "evaluate/evaluation.h"

namespace stagecraft {

/// One answer in place of all that was said to a question.
struct Change {
  QuestionIndex question = 0;
  Answer answer;
};

/// The shortest list of answers that would raise the stage of the whole.
struct Changes {
  std::vector<Change> list;         ///< in the model's order; empty: no answers would do
  std::optional<StageIndex> stage;  ///< where they would lead
  bool is_proven = true;            ///< no shorter list can do
  std::size_t tried = 0;            ///< how many lists were scored
};

/// How many lists changes_upward() tries for somebody who asks about one assessment, and for one of
/// the many pages of a site.
inline constexpr std::size_t change_budget = 2000;
inline constexpr std::size_t page_change_budget = 200;

/// Nothing where the whole has no stage by the primary method, or has reached the last one. Scores
/// the assessment up to a little more than `budget` times. Rule: content/docs/position.md, "What
/// would change the stage".
std::optional<Changes> changes_upward(const AssessmentEvaluation& evaluation, std::size_t budget);

}  // namespace stagecraft
