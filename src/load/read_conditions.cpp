#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"
#include "load/read_questions.h"

namespace stagecraft {
namespace {

void read_condition_answers(MapReader& reader, const Question& asked, Condition& condition) {
  std::vector<std::string> choices;
  for (const AnswerOption& option : asked.options) choices.push_back(option.id.text());
  if (choices.empty()) return;  // reported where the question stands
  reader.check_entries("answers", 1);
  reader.each("answers", [&](const Node& node) {
    const auto answer = read_text(reader.context(), node, "answers");
    if (!answer) return;
    const auto found = std::find(choices.begin(), choices.end(), *answer);
    if (found == choices.end())
      return reader.error(
          node, fmt::format("unknown answer '{}' for question '{}'", *answer, asked.id.text()),
          {choices_note(*answer, choices)});
    condition.options.push_back(static_cast<OptionIndex>(found - choices.begin()));
  });
  std::vector<OptionIndex>& options = condition.options;
  std::sort(options.begin(), options.end());
  options.erase(std::unique(options.begin(), options.end()), options.end());
}

/// Reports `key` where `asked` cannot be compared in this way.
void refuse(MapReader& reader, std::string_view key, const Question& asked) {
  if (const Node* node = reader.find(key))
    reader.error(*node,
                 fmt::format("'{}' cannot be asked of '{}', a question of the type '{}'", key,
                             asked.id.text(), type_word(asked.type)),
                 {asked.takes_number() ? "it is compared with 'at_least' and 'at_most'"
                                       : "it is compared with 'answers'"});
}

void read_comparison(MapReader& reader, const Question& asked, Condition& condition) {
  condition.at_least = reader.number("at_least");
  condition.at_most = reader.number("at_most");
  if (!reader.find("answers") && !reader.find("at_least") && !reader.find("at_most"))
    reader.error(reader.node(), "a condition needs 'answers', 'at_least' or 'at_most'");
  if (condition.at_least && condition.at_most && *condition.at_least > *condition.at_most)
    reader.error(*reader.find("at_least"), "the range ends before it starts");
  if (asked.type == QuestionType::text) {
    reader.error(*reader.find("question"),
                 fmt::format("'{}' is a question of the type 'text', which decides nothing",
                             asked.id.text()));
  } else if (asked.takes_number()) {
    refuse(reader, "answers", asked);
  } else {
    refuse(reader, "at_least", asked);
    refuse(reader, "at_most", asked);
    read_condition_answers(reader, asked, condition);
  }
}

std::optional<Condition> read_condition(const ModelReading& reading, MapReader& reader) {
  reader.find_required("question");
  const auto asked = reading.ids.questions.position(reader, "question");
  for (const char* key : {"answers", "at_least", "at_most"}) reader.find(key);
  Condition condition;
  condition.otherwise = reader.choice("otherwise", not_asked_words, NotAsked::exclude);
  if (!asked) return std::nullopt;
  condition.question = *asked;
  read_comparison(reader, reading.model.questions[*asked], condition);
  return condition;
}

}  // namespace

void read_conditions(ModelReading& reading, const std::vector<const Node*>& nodes) {
  Waiting waiting;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    std::vector<std::size_t> needed;
    if (nodes[i]) {
      MapReader reader(reading.context, *nodes[i], "condition");
      std::optional<Condition>& condition = reading.model.questions[i].asked_if;
      if (nodes[i]->kind == NodeKind::map) {
        condition = read_condition(reading, reader);
        reader.finish();
      }
      if (condition) needed.push_back(condition->question);
    }
    waiting.add(nodes[i], std::move(needed));
  }
  report_circles(reading.context, waiting, reading.ids.questions, "questions");
}

}  // namespace stagecraft
