#include <algorithm>

#include "render/model_wording.h"
#include "render/page_views.h"
#include "render/score_wording.h"
#include "render/worth_wording.h"

namespace stagecraft {
namespace {

/// What a visitor chooses by; stages stand without their numbers and, where the pillar describes
/// them, without their names, so that nobody aims for one.
std::string choice_text(const PageScope& scope, const Question& question, OptionIndex option) {
  const AnswerOption& choice = question.options[option];
  if (question.type == QuestionType::yes_no)
    return scope.label(option == 0 ? "assess.yes" : "assess.no");
  if (question.type == QuestionType::stage && choice.text.empty())
    return scope.model().stages[option].title;
  return choice.text;
}

ValueList choices_view(const PageScope& scope, const Question& question) {
  ValueList choices;
  for (OptionIndex option = 0; option < question.options.size(); ++option)
    choices.emplace_back(ValueMap{{"id", question.options[option].id.text()},
                                  {"text", choice_text(scope, question, option)},
                                  {"help", question.options[option].help}});
  constexpr int most_shown = 11;
  if (question.type == QuestionType::scale && question.to - question.from < most_shown)
    for (Exact number = question.from; number <= question.to; number += 1)
      choices.emplace_back(
          ValueMap{{"id", decimal_text(number, 0)}, {"text", scope.number(number)}, {"help", ""}});
  return choices;
}

/// Which control the question is answered with.
std::string_view control_of(const Question& question, bool has_choices) {
  if (question.type == QuestionType::several) return "several";
  if (question.type == QuestionType::text) return "text";
  return has_choices ? "one" : "number";
}

/// "Only if the answer to question 3 is: Yes"; empty for a question that is always asked.
std::string condition_text(const PageScope& scope, const Question& question) {
  if (!question.asked_if) return {};
  const Condition& condition = *question.asked_if;
  const Question& asked = scope.model().questions[condition.question];
  const std::string number = question_number(scope.model(), asked);
  if (condition.at_least && condition.at_most)
    return scope.sentence("assess.only_if_between", {{"number", number},
                                                     {"least", scope.number(*condition.at_least)},
                                                     {"most", scope.number(*condition.at_most)}});
  if (condition.at_least)
    return scope.sentence("assess.only_if_at_least",
                          {{"number", number}, {"least", scope.number(*condition.at_least)}});
  if (condition.at_most)
    return scope.sentence("assess.only_if_at_most",
                          {{"number", number}, {"most", scope.number(*condition.at_most)}});
  std::string answers;
  for (const OptionIndex option : condition.options)
    answers +=
        (answers.empty() ? "" : scope.label("words.semicolon")) + choice_text(scope, asked, option);
  return scope.sentence("assess.only_if", {{"number", number}, {"answers", answers}});
}

std::string unit_of(const PageScope& scope, const Question& question) {
  return question.type == QuestionType::percent ? scope.label("words.unit_percent") : question.unit;
}

/// "A number from 0 to 100".
std::string range_text(const PageScope& scope, const Question& question) {
  return scope.sentence("assess.range",
                        {{"from", scope.number(question.from)}, {"to", scope.number(question.to)}});
}

ValueMap question_view(const PageScope& scope, const Question& question) {
  ValueList choices = choices_view(scope, question);
  const std::string_view control = control_of(question, !choices.empty());
  return {{"id", question.id.text()},
          {"position", scope.sentence("assess.position",
                                      {{"number", question_number(scope.model(), question)},
                                       {"of", std::to_string(scope.model().questions.size())}})},
          {"control", control},
          {"text", question.text},
          {"help", question.help},
          {"evidence", question.evidence},
          {"condition", condition_text(scope, question)},
          {"choices", std::move(choices)},
          {"unit", unit_of(scope, question)},
          {"range", control == "number" ? range_text(scope, question) : std::string()}};
}

const Pillar* pillar_of(const MaturityModel& model, const Question& question) {
  const auto& contributions = question.contributions;
  if (contributions.empty() || !contributions.front().pillar) return nullptr;
  return &model.pillars[*contributions.front().pillar];
}

/// The questions in the model's order; those of a pillar that stand together are one group.
ValueList groups_view(const PageScope& scope) {
  const std::vector<Question>& questions = scope.model().questions;
  ValueList groups;
  for (std::size_t first = 0, last = 0; first < questions.size(); first = last) {
    const Pillar* pillar = pillar_of(scope.model(), questions[first]);
    ValueList group;
    for (; last < questions.size() && pillar_of(scope.model(), questions[last]) == pillar; ++last)
      group.emplace_back(question_view(scope, questions[last]));
    groups.emplace_back(ValueMap{{"title", pillar ? pillar->title : std::string()},
                                 {"definition", pillar ? pillar->definition : std::string()},
                                 {"questions", std::move(group)}});
  }
  return groups;
}

ValueList methods_view(const PageScope& scope) {
  ValueList methods;
  for (const ScoringMethod& method : scope.model().methods) {
    const bool has_bands = std::holds_alternative<Bands>(method.overall.stage);
    ValueList worth;
    for (const QuestionIndex index : method.questions) {
      const Question& question = scope.model().questions[index];
      worth.emplace_back(ValueMap{{"number", question_number(scope.model(), question)},
                                  {"title", question.title},
                                  {"stage", stage_reference(scope, question.stage())},
                                  {"worth", worth_text(scope, question)}});
    }
    methods.emplace_back(
        ValueMap{{"title", method.title},
                 {"rule", method.rule},
                 {"own_note", method.own_note},
                 {"unanswered", unanswered_text(scope, method)},
                 {"condition", scope.label(has_bands ? "model.band" : "model.needs")},
                 {"conditions", stage_conditions(scope, method, Reading{})},
                 {"worth", std::move(worth)}});
  }
  return methods;
}

/// The texts that the page's scripts show, by their keys.
ValueList words_view(const PageScope& scope) {
  constexpr std::string_view group = "assess_live.";
  const auto& strings = scope.project().strings;
  ValueList words;
  for (auto text = strings.lower_bound(group);
       text != strings.end() && text->first.starts_with(group); ++text)
    words.emplace_back(ValueMap{{"key", text->first.substr(group.size())}, {"text", text->second}});
  return words;
}

Value call_view(const SelfAssessment& settings) {
  if (settings.call_text.empty()) return {};
  return ValueMap{{"text", settings.call_text}, {"href", settings.call_link}};
}

bool may_not_apply(const MaturityModel& model) {
  return std::none_of(model.methods.begin(), model.methods.end(), [](const ScoringMethod& method) {
    return method.not_applicable == NotApplicablePolicy::forbid;
  });
}

/// The way to what others answered; null when there is nothing.
Value others_view(const PageScope& scope) {
  const PlannedPage* page = scope.plan().find_assess_results(scope.page().model);
  return page ? Value(ValueMap{{"href", scope.href(*page)}}) : Value();
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : " ") + text;
  return all;
}

std::string record_href(const PageScope& scope, const PlannedPage& page) {
  const auto json = std::find_if(page.files.begin(), page.files.end(),
                                 [](const PageFile& file) { return file.form == PageForm::json; });
  return scope.href(json->path);
}

ValueMap model_view_of(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  return {{"id", model.id.text()},
          {"title", model.title},
          {"version", model.version},
          {"summary", model.summary},
          {"href", scope.href(*scope.plan().find_model_page(scope.page().model))}};
}

}  // namespace

ValueMap assess_view(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  const SelfAssessment& settings =
      scope.project().settings.self_assessments[scope.page().self_assessment];
  const PlannedPage& own = *scope.plan().find_assess_page(scope.page().model);
  return {{"title", scope.title_of(scope.page())},
          {"model", model_view_of(scope)},
          {"length", assess_length(scope, model)},
          {"who", settings.who.empty() ? model.audience : settings.who},
          {"href", scope.href(own)},
          {"record", record_href(scope, own)},
          {"by_pillar", settings.questions_per_page == QuestionsPerPage::pillar},
          {"may_not_apply", may_not_apply(model)},
          {"groups", groups_view(scope)},
          {"methods", methods_view(scope)},
          {"others", others_view(scope)},
          {"call", call_view(settings)},
          {"send_to", settings.send_to},
          {"embed_on", joined(settings.embed_on)},
          {"words", words_view(scope)}};
}

}  // namespace stagecraft
