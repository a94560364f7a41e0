#pragma once

#include <string>

#include "model/roi_model.h"

namespace stagecraft {

/// The formula of `line` with the titles of its inputs: "Orders a month × Lift ÷ 100". Parentheses
/// stand only where they are needed. content/docs/roi.md, "The formula in words".
std::string formula_in_words(const RoiModel& model, const RoiLine& line);

}  // namespace stagecraft
