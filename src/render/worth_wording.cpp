#include "render/worth_wording.h"

#include <algorithm>

namespace stagecraft {
namespace {

std::string option_name(const PageScope& scope, const Question& question, OptionIndex option) {
  if (question.type == QuestionType::yes_no)
    return scope.label(option == 0 ? "assess.yes" : "assess.no");
  if (question.type == QuestionType::stage) return scope.model().stages[option].title;
  return question.options[option].text;
}

bool has_values(const Question& question) {
  return std::any_of(question.options.begin(), question.options.end(),
                     [](const AnswerOption& option) { return option.value.has_value(); });
}

/// "Yes: 1; No: 0".
std::string options_text(const PageScope& scope, const Question& question) {
  std::string text;
  for (OptionIndex option = 0; option < question.options.size(); ++option)
    text += (option == 0 ? "" : scope.label("words.semicolon")) +
            scope.sentence("assess.worth_option",
                           {{"answer", option_name(scope, question, option)},
                            {"value", scope.number(*question.options[option].value)}});
  return text;
}

/// The worth before it is mapped.
std::string plain_worth(const PageScope& scope, const Question& question) {
  if (question.takes_number()) return scope.sentence("assess.worth_number");
  if (question.type != QuestionType::several) return options_text(scope, question);
  if (!has_values(question))
    return scope.sentence("assess.worth_share",
                          {{"count", static_cast<std::int64_t>(question.options.size())}});
  return scope.sentence("assess.worth_sum", {{"values", options_text(scope, question)}});
}

}  // namespace

std::string worth_text(const PageScope& scope, const Question& question) {
  const std::string worth = plain_worth(scope, question);
  if (!question.map) return worth;
  std::string pairs;
  for (const auto& [from, value] : question.map->pairs)
    pairs += (pairs.empty() ? "" : scope.label("words.semicolon")) +
             scope.sentence("assess.worth_pair",
                            {{"from", scope.number(from)}, {"value", scope.number(value)}});
  const bool is_line = question.map->kind == WorthMap::Kind::points;
  return scope.sentence(is_line ? "assess.worth_points" : "assess.worth_thresholds",
                        {{"worth", worth}, {"pairs", pairs}});
}

}  // namespace stagecraft
