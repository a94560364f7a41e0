// What others answered, in counts alone: content/docs/self-assessment.md, "What others answered".
#include <algorithm>

#include "evaluate/question_counts.h"
#include "evaluate/portfolio.h"
#include "render/model_wording.h"
#include "render/page_views.h"

namespace stagecraft {
namespace {

constexpr int most_steps = 11;

/// One line of a distribution.
ValueMap count_view(const PageScope& scope, std::string text, std::size_t count,
                    std::size_t people) {
  const std::string percent = decimal_text(Exact(100 * count) / people, 0);
  return {{"text", std::move(text)},
          {"count", std::to_string(count)},
          {"percent", scope.sentence("assess_results.percent", {{"number", percent}})}};
}

/// How many people are at each stage of one node.
ValueList stages_view(const PageScope& scope, const PortfolioNode& node, std::size_t people) {
  ValueList stages;
  const auto add = [&](std::string text, std::size_t count) {
    stages.emplace_back(count_view(scope, std::move(text), count, people));
  };
  if (node.below_first > 0) add(scope.label("assess_results.below_first"), node.below_first);
  for (StageIndex stage = 0; stage < node.by_stage.size(); ++stage)
    add(scope.sentence("stage.title", {{"number", stage_number(stage)},
                                       {"title", scope.model().stages[stage].title}}),
        node.by_stage[stage]);
  if (node.without_stage > 0) add(scope.label("assess_results.no_stage"), node.without_stage);
  return stages;
}

ValueList pillars_view(const PageScope& scope, const PortfolioSummary& summary) {
  ValueList pillars;
  for (const PortfolioNode& node : summary.nodes) {
    if (!node.pillar || (node.without_stage == summary.subjects && !node.median)) continue;
    pillars.emplace_back(
        ValueMap{{"title", scope.model().pillars[*node.pillar].title},
                 {"median", node.median ? scope.number(*node.median) : std::string()},
                 {"stages", stages_view(scope, node, summary.subjects)}});
  }
  return pillars;
}

std::string option_text(const PageScope& scope, const Question& question, OptionIndex option) {
  if (question.type == QuestionType::yes_no)
    return scope.label(option == 0 ? "assess.yes" : "assess.no");
  if (question.type == QuestionType::stage) return scope.model().stages[option].title;
  return question.options[option].text;
}

ValueMap question_view(const PageScope& scope, const QuestionCounts& counts, std::size_t people) {
  const Question& question = scope.model().questions[counts.question];
  ValueList answers;
  const auto add = [&](std::string text, std::size_t count) {
    answers.emplace_back(count_view(scope, std::move(text), count, people));
  };
  for (OptionIndex option = 0; option < counts.by_option.size(); ++option)
    add(option_text(scope, question, option), counts.by_option[option]);
  if (question.type == QuestionType::scale && question.to - question.from < most_steps)
    for (Exact number = question.from; number <= question.to; number += 1) {
      const auto given = counts.by_number.find(number);
      add(scope.number(number), given == counts.by_number.end() ? 0 : given->second);
    }
  add(scope.label("assess.unknown"), counts.unknown);
  add(scope.label("assess.not_applicable"), counts.not_applicable);
  add(scope.label("assess_results.silent"), counts.silent);
  return {{"number", question_number(scope.model(), question)},
          {"text", question.text},
          {"median", counts.median ? scope.number(*counts.median) : std::string()},
          {"answers", std::move(answers)}};
}

/// From the month of the first file to that of the last.
std::string period_text(const PageScope& scope, const std::vector<const Assessment*>& results) {
  const auto [first, last] = std::minmax_element(
      results.begin(), results.end(),
      [](const Assessment* a, const Assessment* b) { return a->date < b->date; });
  const auto month = [&](Date date) {
    date.day = 0;
    return scope.date(date);
  };
  const std::string from = month((*first)->date), to = month((*last)->date);
  return from == to ? from
                    : scope.sentence("assess_results.period", {{"from", from}, {"to", to}});
}

}  // namespace

ValueMap assess_results_view(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  const SelfAssessment& settings =
      scope.project().settings.self_assessments[scope.page().self_assessment];
  const std::vector<const Assessment*> results = latest_of_each(settings.results);
  const bool is_shown = results.size() >= least_for_averages;
  ValueList questions, stages, pillars;
  if (is_shown) {
    Portfolio portfolio(model);
    for (const Assessment* result : results) portfolio.add(*result);
    const PortfolioSummary summary = portfolio.summary();
    if (!model.stages.empty()) stages = stages_view(scope, summary.nodes.front(), results.size());
    pillars = pillars_view(scope, summary);
    for (const QuestionCounts& counts : count_answers(model, results))
      questions.emplace_back(question_view(scope, counts, results.size()));
  }
  const PlannedPage& assess = *scope.plan().find_assess_page(scope.page().model);
  return {{"title", model.title},
          {"people", scope.sentence("assess_results.people",
                                    {{"count", static_cast<std::int64_t>(results.size())}})},
          {"period", is_shown ? period_text(scope, results) : std::string()},
          {"version", model.version},
          {"rule", model.methods.front().rule},
          {"is_shown", is_shown},
          {"stages", std::move(stages)},
          {"pillars", std::move(pillars)},
          {"questions", std::move(questions)},
          {"assess", ValueMap{{"href", scope.href(assess)}}}};
}

}  // namespace stagecraft
