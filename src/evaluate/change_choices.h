#pragma once

#include <vector>

#include "model/assessment.h"

namespace stagecraft {

/// An answer that is tried, and what it counts.
struct Choice {
  Answer answer;
  Exact value;
};

struct Choices {
  std::vector<Choice> ascending;  ///< by value; of the same value as content/docs/position.md says
  bool is_complete = true;        ///< nothing else can be answered
};

/// The answers to `question` that are tried. `ends` are the numbers that conditions about it name.
/// Requires: the question is scored.
Choices choices_of(const Question& question, const std::vector<Exact>& ends);

}  // namespace stagecraft
