#include "evaluate/change_choices.h"

#include <algorithm>

#include "scoring/question_value.h"

namespace stagecraft {
namespace {

constexpr int most_steps = 100;
constexpr std::size_t most_for_all_subsets = 6;

/// Subsets of `count` options, those with fewer first, then in the order of the options.
std::vector<std::vector<OptionIndex>> all_subsets(std::size_t count) {
  std::vector<std::vector<OptionIndex>> subsets;
  for (std::size_t bits = 0; bits < (std::size_t{1} << count); ++bits) {
    std::vector<OptionIndex> chosen;
    for (OptionIndex option = 0; option < count; ++option)
      if (bits >> option & 1) chosen.push_back(option);
    subsets.push_back(std::move(chosen));
  }
  std::sort(subsets.begin(), subsets.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  return subsets;
}

/// Nothing, and then the options of the highest value, one more each time.
std::vector<std::vector<OptionIndex>> best_subsets(const Question& question) {
  std::vector<OptionIndex> options(question.options.size());
  for (OptionIndex option = 0; option < options.size(); ++option) options[option] = option;
  std::stable_sort(options.begin(), options.end(), [&](OptionIndex a, OptionIndex b) {
    return question.options[a].value.value_or(0) > question.options[b].value.value_or(0);
  });
  std::vector<std::vector<OptionIndex>> subsets{{}};
  for (std::size_t count = 1; count <= options.size(); ++count) {
    subsets.emplace_back(options.begin(), options.begin() + static_cast<std::ptrdiff_t>(count));
    std::sort(subsets.back().begin(), subsets.back().end());
  }
  return subsets;
}

/// Whether every whole number is tried.
bool is_fine(const Question& question) {
  return question.type == QuestionType::percent ||
         (question.type == QuestionType::scale && question.to - question.from <= most_steps);
}

/// The worths at which the map of `question` bends or jumps, or those around them on a scale.
std::vector<Exact> turning_numbers(const Question& question) {
  std::vector<Exact> numbers;
  if (!question.map) return numbers;
  for (const auto& [worth, value] : question.map->pairs) {
    const Exact before = floor(worth);
    if (question.type != QuestionType::scale)
      numbers.push_back(worth);
    else
      numbers.insert(numbers.end(), {before, before + 1});
  }
  return numbers;
}

std::vector<Exact> tried_numbers(const Question& question, const std::vector<Exact>& ends) {
  const Exact width = question.to - question.from;
  const Exact steps = is_fine(question) ? floor(width) : Exact(most_steps);
  std::vector<Exact> numbers = turning_numbers(question);
  for (Exact step = 0; step <= steps; step += 1)
    numbers.push_back(question.from + width * step / steps);
  for (const Exact& end : ends) numbers.insert(numbers.end(), {end - 1, end, end + 1});
  std::erase_if(numbers, [&](const Exact& number) {
    return number < question.from || question.to < number ||
           (question.type == QuestionType::scale && !is_whole(number));
  });
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

}  // namespace

Choices choices_of(const Question& question, const std::vector<Exact>& ends) {
  std::vector<Answer> answers;
  Choices choices;
  if (question.type == QuestionType::several) {
    choices.is_complete = question.options.size() <= most_for_all_subsets;
    for (auto& chosen :
         choices.is_complete ? all_subsets(question.options.size()) : best_subsets(question))
      answers.push_back(answer_with(chosen));
  } else if (question.takes_number()) {
    choices.is_complete = question.type == QuestionType::scale && is_fine(question);
    for (const Exact& number : tried_numbers(question, ends))
      answers.push_back(answer_with(number));
  } else {
    for (OptionIndex option = 0; option < question.options.size(); ++option)
      answers.push_back(answer_with(std::vector<OptionIndex>{option}));
  }
  for (Answer& answer : answers) {
    Exact value = value_of(question, answer);
    choices.ascending.push_back({std::move(answer), std::move(value)});
  }
  std::stable_sort(choices.ascending.begin(), choices.ascending.end(),
                   [](const Choice& a, const Choice& b) { return a.value < b.value; });
  return choices;
}

}  // namespace stagecraft
