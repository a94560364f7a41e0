#include "evaluate/visitor_results.h"

#include <algorithm>
#include <utility>

#include "scoring/question_value.h"

namespace stagecraft {
namespace {

constexpr int most_steps = 11;  // of a scale that is counted step by step

std::vector<const Assessment*> latest_of_each(const std::vector<Assessment>& results) {
  std::map<SubjectId, const Assessment*> latest;
  for (const Assessment& result : results) {
    const Assessment*& known = latest[result.subject.id];
    if (!known || !(result.date < known->date)) known = &result;
  }
  std::vector<const Assessment*> found;
  for (const auto& [subject, result] : latest) found.push_back(result);
  return found;
}

/// Counts for `question` that nobody has answered.
QuestionCounts no_answers(const MaturityModel& model, QuestionIndex index) {
  const Question& question = model.questions[index];
  QuestionCounts counts;
  counts.question = index;
  counts.by_option.resize(question.options.size());
  if (question.type == QuestionType::scale && question.to - question.from < most_steps)
    for (Exact step = question.from; step <= question.to; step += 1) counts.by_number[step] = 0;
  return counts;
}

/// Adds one answer to the counts, and a number also to `numbers`.
void add(QuestionCounts& counts, std::vector<Exact>& numbers, const Answer& answer) {
  switch (answer.state) {
    case AnswerState::answered:
      for (const OptionIndex option : answer.chosen) ++counts.by_option[option];
      if (answer.number) numbers.push_back(*answer.number);
      break;
    case AnswerState::unknown: ++counts.unknown; break;
    case AnswerState::not_applicable: ++counts.not_applicable; break;
    case AnswerState::by_teams:
    case AnswerState::over_time: ++counts.silent; break;
  }
}

QuestionCounts count_answers(const MaturityModel& model, QuestionIndex index,
                             const std::vector<const Assessment*>& results) {
  QuestionCounts counts = no_answers(model, index);
  std::vector<Exact> numbers;
  for (const Assessment* result : results) {
    const auto answer = result->answers.find(model.questions[index].id);
    if (answer == result->answers.end())
      ++counts.silent;
    else
      add(counts, numbers, answer->second);
  }
  for (const Exact& number : numbers)
    if (const auto step = counts.by_number.find(number); step != counts.by_number.end())
      ++step->second;
  if (numbers.size() >= least_for_averages) counts.median = median_of(std::move(numbers));
  return counts;
}

std::vector<PortfolioNode> count_stages(const MaturityModel& model,
                                        const std::vector<const Assessment*>& results) {
  Portfolio portfolio(model);
  for (const Assessment* result : results) portfolio.add(*result);
  std::vector<PortfolioNode> nodes = portfolio.summary().nodes;
  std::erase_if(nodes, [&](const PortfolioNode& node) {
    return node.pillar ? node.without_stage == results.size() : model.stages.empty();
  });
  return nodes;
}

Date month_of(Date date) {
  date.day = 0;
  return date;
}

}  // namespace

VisitorResults count_results(const MaturityModel& model, const std::vector<Assessment>& results) {
  const std::vector<const Assessment*> latest = latest_of_each(results);
  VisitorResults counted;
  counted.people = latest.size();
  if (!counted.is_shown()) return counted;
  const auto [first, last] = std::minmax_element(
      latest.begin(), latest.end(),
      [](const Assessment* a, const Assessment* b) { return a->date < b->date; });
  counted.from = month_of((*first)->date);
  counted.to = month_of((*last)->date);
  counted.nodes = count_stages(model, latest);
  for (QuestionIndex index = 0; index < model.questions.size(); ++index)
    if (model.questions[index].is_scored())
      counted.questions.push_back(count_answers(model, index, latest));
  return counted;
}

}  // namespace stagecraft
