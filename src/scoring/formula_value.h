#pragma once

#include <optional>
#include <vector>

#include "base/exact.h"
#include "model/roi_model.h"
#include "scoring/question_value.h"

namespace stagecraft {

/// What `formula` gives for `inputs`, one value for each input of the calculation.
/// Requires: no divisor in it is 0 with them.
Exact value_of(const Formula& formula, const std::vector<Exact>& inputs);

/// The range of `formula` worked out part by part, at least as wide as what it can give while each
/// input goes through its range; nothing when the range of a divisor holds 0. Rule:
/// content/docs/roi.md, "Nothing is divided by zero".
std::optional<Range> range_of(const Formula& formula, const std::vector<Range>& inputs);

/// Whether `input` occurs in `formula`.
bool uses(const Formula& formula, std::size_t input);

}  // namespace stagecraft
