// What others answered, in counts alone: content/docs/self-assessment.md, "What others answered".
#include <algorithm>

#include "evaluate/visitor_results.h"
#include "render/model_wording.h"
#include "render/page_views.h"

namespace stagecraft {
namespace {

/// One line of a distribution.
ValueMap count_view(const PageScope& scope, std::string text, std::size_t count,
                    std::size_t people) {
  const std::string percent = decimal_text(Exact(100 * count) / people, 0);
  return {{"text", std::move(text)},
          {"count", std::to_string(count)},
          {"percent", scope.sentence("assess_results.percent", {{"number", percent}})},
          {"width", percent + "%"}};
}

std::string median_text(const PageScope& scope, const std::optional<Exact>& median) {
  return median ? scope.number(*median) : std::string();
}

/// How many people are at each stage of one node; the same lines for all nodes of `results`.
ValueList stages_view(const PageScope& scope, const PortfolioNode& node,
                      const VisitorResults& results) {
  ValueList stages;
  const auto add = [&](std::string text, std::size_t count) {
    stages.emplace_back(count_view(scope, std::move(text), count, results.people));
  };
  const auto somebody = [&](std::size_t PortfolioNode::*standing) {
    return std::any_of(results.nodes.begin(), results.nodes.end(),
                       [&](const PortfolioNode& each) { return each.*standing > 0; });
  };
  if (somebody(&PortfolioNode::below_first))
    add(scope.label("assess_results.below_first"), node.below_first);
  for (StageIndex stage = 0; stage < node.by_stage.size(); ++stage)
    add(scope.sentence("stage.title", {{"number", stage_number(stage)},
                                       {"title", scope.model().stages[stage].title}}),
        node.by_stage[stage]);
  if (somebody(&PortfolioNode::without_stage))
    add(scope.label("assess_results.no_stage"), node.without_stage);
  return stages;
}

ValueList pillars_view(const PageScope& scope, const VisitorResults& results) {
  ValueList pillars;
  for (const PortfolioNode& node : results.nodes) {
    if (!node.pillar) continue;
    pillars.emplace_back(ValueMap{{"title", scope.model().pillars[*node.pillar].title},
                                  {"median", median_text(scope, node.median)},
                                  {"stages", stages_view(scope, node, results)}});
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
  for (const auto& [number, count] : counts.by_number) add(scope.number(number), count);
  add(scope.label("assess.unknown"), counts.unknown);
  add(scope.label("assess.not_applicable"), counts.not_applicable);
  add(scope.label("assess_results.silent"), counts.silent);
  return {{"number", question_number(scope.model(), question)},
          {"text", question.text},
          {"median", median_text(scope, counts.median)},
          {"answers", std::move(answers)}};
}

/// From the month of the first result to that of the last; empty where they are not shown.
std::string period_text(const PageScope& scope, const VisitorResults& results) {
  if (!results.is_shown()) return "";
  const std::string from = scope.date(results.from), to = scope.date(results.to);
  return from == to ? from
                    : scope.sentence("assess_results.period", {{"from", from}, {"to", to}});
}

}  // namespace

ValueMap assess_results_view(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  const VisitorResults results = count_results(
      model, scope.project().settings.self_assessments[scope.page().self_assessment].results);
  ValueList questions, stages;
  const bool has_whole = !results.nodes.empty() && !results.nodes.front().pillar;
  if (has_whole) stages = stages_view(scope, results.nodes.front(), results);
  for (const QuestionCounts& counts : results.questions)
    questions.emplace_back(question_view(scope, counts, results.people));
  const PlannedPage& assess = *scope.plan().find_assess_page(scope.page().model);
  return {{"title", model.title},
          {"people", scope.sentence("assess_results.people",
                                    {{"count", static_cast<std::int64_t>(results.people)}})},
          {"period", period_text(scope, results)},
          {"version", model.version},
          {"rule", model.methods.front().rule},
          {"is_shown", results.is_shown()},
          {"median", has_whole ? median_text(scope, results.nodes.front().median) : std::string()},
          {"stages", std::move(stages)},
          {"pillars", pillars_view(scope, results)},
          {"questions", std::move(questions)},
          {"assess", ValueMap{{"href", scope.href(assess)}}}};
}

}  // namespace stagecraft
