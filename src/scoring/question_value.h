#pragma once

#include <optional>

#include "base/exact.h"
#include "model/assessment.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// The least and the greatest of something; equal when there is only one.
struct Range {
  Exact lowest;
  Exact highest;

  bool operator==(const Range&) const = default;
};

/// What a scored question can be worth, after its map. Rule: content/docs/scoring.md, section 1.
/// Requires: question.is_scored().
Range value_range(const Question& question);

/// What `map` makes of `worth`.
Exact mapped(const WorthMap& map, const Exact& worth);

/// The value of an answer. Requires: the question is scored, and `answer` is answered, by itself
/// and not by teams or a history, in the way of the question's type.
Exact value_of(const Question& question, const Answer& answer);

/// Which entry counts at `date`: the answer itself, or of one over time the latest entry that is
/// not after it; null when all entries are later or there is none.
const Answer* effective_at(const Answer& answer, const Date& date);

/// Whether an answer meets `condition`, which is about `question`. Requires: as for value_of().
bool meets(const Condition& condition, const Question& question, const Answer& answer);

/// The middle of `values`, the mean of the two in the middle. Requires: there is one.
Exact median_of(std::vector<Exact> values);

/// `values` as one. Requires: there is one.
Exact combined(Combination combination, const std::vector<Exact>& values);

/// The answer that chooses `options`, or gives `number`.
Answer answer_with(std::vector<OptionIndex> options);
Answer answer_with(const Exact& number);

}  // namespace stagecraft
