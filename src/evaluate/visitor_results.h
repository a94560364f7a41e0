#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "evaluate/portfolio.h"
#include "model/assessment.h"
#include "model/date.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// How often each answer was given to one question.
struct QuestionCounts {
  QuestionIndex question = 0;
  std::vector<std::size_t> by_option;      ///< of the question's options; empty for numbers
  std::map<Exact, std::size_t> by_number;  ///< of each step of a scale with few; else empty
  std::size_t unknown = 0;
  std::size_t not_applicable = 0;
  std::size_t silent = 0;       ///< no answer, or one by teams or over time
  std::optional<Exact> median;  ///< of the numbers; nothing for fewer than least_for_averages
};

/// What people who do not know each other answered, in counts alone. For fewer people than
/// least_for_averages nothing but how many they are.
struct VisitorResults {
  std::size_t people = 0;
  Date from, to;  ///< the months of the first and of the last result, without a day
  /// By the primary method: the whole first, unless the model has no stages; then the pillars of
  /// which somebody has a stage.
  std::vector<PortfolioNode> nodes;
  std::vector<QuestionCounts> questions;  ///< those that are scored, in the model's order

  bool is_shown() const { return people >= least_for_averages; }
};

/// Of each subject of `results` the latest counts; of one date, the later in the list. Requires:
/// all are by `model`, which has a method. Rule: content/docs/self-assessment.md, "What others
/// answered".
VisitorResults count_results(const MaturityModel& model, const std::vector<Assessment>& results);

}  // namespace stagecraft
