#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "evaluate/evaluation.h"

namespace stagecraft {

/// What one stage asks of a node, and how much of it is there.
struct GridCell {
  std::size_t asked = 0;  ///< questions that apply
  std::size_t held = 0;   ///< those that are there: answered at three quarters of the way or better
  std::size_t open = 0;   ///< those that are not known or not answered
};

struct GridRow {
  std::optional<PillarIndex> pillar;  ///< nothing: the whole
  std::vector<GridCell> cells;        ///< one per stage
};

/// How far the answer to a question is from its least favourable one to its most favourable one, 0
/// to 1; nothing: it is not answered, or only one value is possible.
std::optional<Exact> share_of_best(const QuestionScore& score);

/// Whether a question counts as being there: at least three quarters of the way to its best answer.
bool is_held(const QuestionScore& score);

/// The questions of `pillar` and of those below it, or with nothing of the whole, that some method
/// looks at; in the order of the model.
std::vector<QuestionIndex> questions_within(const AssessmentEvaluation& evaluation,
                                            std::optional<PillarIndex> pillar);

/// One row for each pillar that hangs on the whole, or one for the whole of a model without
/// pillars; empty where no question names a stage. Rule: content/docs/reports.md, "The grid".
std::vector<GridRow> stage_grid(const AssessmentEvaluation& evaluation);

}  // namespace stagecraft
