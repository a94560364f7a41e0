#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "model/assessment.h"
#include "model/maturity_model.h"

namespace stagecraft {

/// How often each answer was given to one question.
struct QuestionCounts {
  QuestionIndex question = 0;
  std::vector<std::size_t> by_option;      ///< of the question's options; empty for numbers
  std::map<Exact, std::size_t> by_number;  ///< of scale, percent and number
  std::size_t unknown = 0;
  std::size_t not_applicable = 0;
  std::size_t silent = 0;       ///< no answer, or one by teams or over time
  std::optional<Exact> median;  ///< of the numbers; nothing for fewer than least_for_averages
};

/// Of each subject the latest of `assessments`; of one date, the later in the list.
std::vector<const Assessment*> latest_of_each(const std::vector<Assessment>& assessments);

/// The counts of every question of `model` that is scored, in the model's order.
std::vector<QuestionCounts> count_answers(const MaturityModel& model,
                                        const std::vector<const Assessment*>& assessments);

}  // namespace stagecraft
