#include "scoring/question_value.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>

namespace stagecraft {
namespace {

Exact on_line(const std::pair<Exact, Exact>& from, const std::pair<Exact, Exact>& to,
              const Exact& worth) {
  return from.second + (worth - from.first) / (to.first - from.first) * (to.second - from.second);
}

Range hull(const std::vector<Exact>& values) {
  const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
  return {*least, *greatest};
}

bool has_values(const Question& question) {
  return std::all_of(question.options.begin(), question.options.end(),
                     [](const AnswerOption& option) { return option.value.has_value(); });
}

/// The sum of all negative and the sum of all positive values.
Range range_of_sums(const Question& question) {
  Range range;
  for (const AnswerOption& option : question.options)
    (*option.value < 0 ? range.lowest : range.highest) += *option.value;
  return range;
}

/// Every worth that a question with countable answers can have.
std::vector<Exact> countable_worths(const Question& question) {
  std::vector<Exact> worths;
  if (question.type == QuestionType::scale) {
    for (Exact worth = question.from; worth <= question.to; worth += 1) worths.push_back(worth);
  } else if (question.type == QuestionType::several) {
    for (std::size_t chosen = 0; chosen <= question.options.size(); ++chosen)
      worths.push_back(Exact(chosen) / question.options.size());
  } else {
    for (const AnswerOption& option : question.options) worths.push_back(*option.value);
  }
  return worths;
}

/// The ends of a continuous question, and every worth between them at which its map bends or jumps.
std::vector<Exact> turning_worths(const Question& question) {
  std::vector<Exact> worths{question.from, question.to};
  if (!question.map) return worths;
  for (const auto& [worth, value] : question.map->pairs)
    if (question.from < worth && worth < question.to) worths.push_back(worth);
  return worths;
}

Exact worth_of(const Question& question, const Answer& answer) {
  if (question.takes_number()) return *answer.number;
  if (question.type == QuestionType::several && !has_values(question))
    return Exact(answer.chosen.size()) / question.options.size();
  Exact worth;
  for (const OptionIndex option : answer.chosen) worth += *question.options[option].value;
  return worth;
}

/// The value that most of `values` have; of several such the lowest.
Exact most_frequent(const std::vector<Exact>& values) {
  std::map<Exact, std::size_t> times;
  for (const Exact& value : values) ++times[value];
  const auto most = std::max_element(times.begin(), times.end(), [](const auto& a, const auto& b) {
    return a.second < b.second;
  });  // the first of equals
  return most->first;
}

}  // namespace

Range value_range(const Question& question) {
  assert(question.is_scored());
  if (question.type == QuestionType::several && has_values(question))
    return range_of_sums(question);
  const bool is_continuous =
      question.type == QuestionType::percent || question.type == QuestionType::number;
  std::vector<Exact> values = is_continuous ? turning_worths(question) : countable_worths(question);
  if (question.map)
    for (Exact& value : values) value = mapped(*question.map, value);
  return hull(values);
}

Exact mapped(const WorthMap& map, const Exact& worth) {
  const auto above = std::find_if(map.pairs.begin(), map.pairs.end(),
                                  [&](const auto& pair) { return worth < pair.first; });
  if (above == map.pairs.begin()) return above->second;
  const auto& below = *(above - 1);
  if (map.kind == WorthMap::Kind::thresholds || above == map.pairs.end()) return below.second;
  return on_line(below, *above, worth);
}

Exact value_of(const Question& question, const Answer& answer) {
  assert(question.is_scored() && answer.state == AnswerState::answered);
  const Exact worth = worth_of(question, answer);
  return question.map ? mapped(*question.map, worth) : worth;
}

const Answer* effective_at(const Answer& answer, const Date& date) {
  if (answer.state != AnswerState::over_time) return &answer;
  const Date last_day{date.year, date.month, date.day == 0 ? 31 : date.day};
  const DatedAnswer* latest = nullptr;
  for (const DatedAnswer& entry : answer.history)
    if (entry.date <= last_day && (!latest || latest->date <= entry.date)) latest = &entry;
  return latest ? &latest->answer : nullptr;
}

bool meets(const Condition& condition, const Question& question, const Answer& answer) {
  if (question.takes_number())
    return (!condition.at_least || *condition.at_least <= *answer.number) &&
           (!condition.at_most || *answer.number <= *condition.at_most);
  return std::any_of(answer.chosen.begin(), answer.chosen.end(), [&](OptionIndex option) {
    return std::find(condition.options.begin(), condition.options.end(), option) !=
           condition.options.end();
  });
}

Exact median_of(std::vector<Exact> values) {
  assert(!values.empty());
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  if (values.size() % 2 == 1) return values[middle];
  return (values[middle - 1] + values[middle]) / 2;
}

Exact combined(Combination combination, const std::vector<Exact>& values) {
  assert(!values.empty());
  switch (combination) {
    case Combination::mean:
      return std::accumulate(values.begin(), values.end(), Exact(0)) / values.size();
    case Combination::median:
      return median_of(values);
    case Combination::min:
      return hull(values).lowest;
    case Combination::max:
      return hull(values).highest;
    case Combination::majority:
      return most_frequent(values);
  }
  return 0;
}

Answer answer_with(std::vector<OptionIndex> options) {
  Answer answer;
  answer.state = AnswerState::answered;
  answer.chosen = std::move(options);
  return answer;
}

Answer answer_with(const Exact& number) {
  Answer answer;
  answer.state = AnswerState::answered;
  answer.number = number;
  return answer;
}

}  // namespace stagecraft
