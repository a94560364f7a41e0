#include "render/answer_wording.h"

namespace stagecraft {
namespace {

std::string option_text(const PageScope& scope, const Question& question, OptionIndex option) {
  if (question.type == QuestionType::yes_no)
    return scope.label(option == 0 ? "words.answer_yes" : "words.answer_no");
  if (question.type == QuestionType::stage) return scope.model().stages[option].title;
  return question.options[option].text;
}

std::string chosen_text(const PageScope& scope, const Question& question,
                        const std::vector<OptionIndex>& chosen) {
  if (chosen.empty()) return scope.label("words.answer_none_of_them");
  std::string text;
  for (const OptionIndex option : chosen) {
    if (!text.empty()) text += scope.label("words.comma");
    text += option_text(scope, question, option);
  }
  return text;
}

std::string number_text(const PageScope& scope, const Question& question, const Exact& number) {
  const std::string unit = question.type == QuestionType::percent
                               ? scope.label("words.unit_percent")
                               : question.unit;
  return scope.sentence("answer.number", {{"number", scope.number(number)}, {"unit", unit}});
}

std::string teams_text(const PageScope& scope, const Question& question, const Answer& answer,
                       const std::vector<Team>& teams) {
  std::string text;
  for (const TeamAnswer& own : answer.teams) {
    if (!text.empty()) text += scope.label("words.semicolon");
    text += scope.sentence("answer.of_team",
                           {{"team", teams[own.team].name},
                            {"answer", answer_text(scope, question, &own.answer)}});
  }
  return text;
}

std::string respondents_text(const PageScope& scope, const Question& question,
                             const Assessment& assessment) {
  std::string text;
  for (const Respondent& respondent : assessment.respondents) {
    const auto answer = respondent.answers.find(question.id);
    if (answer == respondent.answers.end()) continue;
    if (!text.empty()) text += scope.label("words.semicolon");
    text += scope.sentence(
        "answer.of_team",
        {{"team", respondent.role.empty() ? scope.label("words.respondent") : respondent.role},
         {"answer", answer_text(scope, question, &answer->second)}});
  }
  return text.empty() ? state_text(scope, QuestionState::unanswered) : text;
}

}  // namespace

std::string state_text(const PageScope& scope, QuestionState state) {
  switch (state) {
    case QuestionState::answered: return {};
    case QuestionState::unknown: return scope.label("words.answer_unknown");
    case QuestionState::unanswered: return scope.label("words.answer_missing");
    case QuestionState::not_applicable: return scope.label("words.answer_not_applicable");
    case QuestionState::not_asked: return scope.label("words.answer_not_asked");
  }
  return {};
}

std::string answer_text(const PageScope& scope, const Question& question, const Answer* answer) {
  if (!answer) return state_text(scope, QuestionState::unanswered);
  if (answer->state == AnswerState::unknown) return state_text(scope, QuestionState::unknown);
  if (answer->state == AnswerState::not_applicable)
    return state_text(scope, QuestionState::not_applicable);
  if (question.type == QuestionType::text) return answer->text;
  return question.takes_number() ? number_text(scope, question, *answer->number)
                                 : chosen_text(scope, question, answer->chosen);
}

std::string answer_text(const PageScope& scope, const AssessmentEvaluation& evaluation,
                        const Question& question) {
  const Assessment& assessment = *evaluation.assessment;
  const auto agreed = assessment.answers.find(question.id);
  if (agreed == assessment.answers.end()) return respondents_text(scope, question, assessment);
  if (agreed->second.state == AnswerState::by_teams)
    return teams_text(scope, question, agreed->second, assessment.teams);
  return answer_text(scope, question, effective_at(agreed->second, assessment.date));
}

}  // namespace stagecraft
