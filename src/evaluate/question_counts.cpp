#include "evaluate/question_counts.h"

#include "evaluate/portfolio.h"
#include "scoring/question_value.h"

namespace stagecraft {
namespace {

void count(QuestionCounts& counts, const Answer* answer) {
  if (answer && answer->state == AnswerState::unknown) {
    ++counts.unknown;
  } else if (answer && answer->state == AnswerState::not_applicable) {
    ++counts.not_applicable;
  } else if (answer && answer->state == AnswerState::answered) {
    for (const OptionIndex option : answer->chosen) ++counts.by_option[option];
    if (answer->number) ++counts.by_number[*answer->number];
  } else {
    ++counts.silent;
  }
}

std::optional<Exact> median_in(const std::map<Exact, std::size_t>& by_number) {
  std::vector<Exact> numbers;
  for (const auto& [number, times] : by_number) numbers.insert(numbers.end(), times, number);
  if (numbers.size() < least_for_averages) return std::nullopt;
  return median_of(std::move(numbers));
}

}  // namespace

std::vector<const Assessment*> latest_of_each(const std::vector<Assessment>& assessments) {
  std::map<SubjectId, const Assessment*> latest;
  for (const Assessment& assessment : assessments) {
    const Assessment*& known = latest[assessment.subject.id];
    if (!known || !(assessment.date < known->date)) known = &assessment;
  }
  std::vector<const Assessment*> found;
  for (const auto& [subject, assessment] : latest) found.push_back(assessment);
  return found;
}

std::vector<QuestionCounts> count_answers(const MaturityModel& model,
                                        const std::vector<const Assessment*>& assessments) {
  std::vector<QuestionCounts> all;
  for (QuestionIndex index = 0; index < model.questions.size(); ++index) {
    const Question& question = model.questions[index];
    if (!question.is_scored()) continue;
    QuestionCounts counts;
    counts.question = index;
    counts.by_option.resize(question.options.size());
    for (const Assessment* assessment : assessments) {
      const auto answer = assessment->answers.find(question.id);
      count(counts, answer == assessment->answers.end() ? nullptr : &answer->second);
    }
    counts.median = median_in(counts.by_number);
    all.push_back(std::move(counts));
  }
  return all;
}

}  // namespace stagecraft
