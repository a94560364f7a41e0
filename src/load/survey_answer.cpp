#include "load/survey_answer.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <string_view>
#include <vector>

#include "base/loose_text.h"

namespace stagecraft {
namespace {

constexpr std::array<Word<std::string_view>, 16> words{{{"unknown", "unknown"},
                                                        {"don't know", "unknown"},
                                                        {"do not know", "unknown"},
                                                        {"?", "unknown"},
                                                        {"not-applicable", "not-applicable"},
                                                        {"not applicable", "not-applicable"},
                                                        {"n/a", "not-applicable"},
                                                        {"na", "not-applicable"},
                                                        {"yes", "yes"},
                                                        {"y", "yes"},
                                                        {"true", "yes"},
                                                        {"1", "yes"},
                                                        {"no", "no"},
                                                        {"n", "no"},
                                                        {"false", "no"},
                                                        {"0", "no"}}};
constexpr std::size_t words_of_all = 8;  // the rest is for yes-no

/// Stands where an assessment gives the reason.
constexpr const char* reason_of_a_survey = "The survey gives no reason.";

/// `text` as if it stood at `cell`.
Node written_at(const Node& cell, std::string text) {
  Node node;
  node.kind = NodeKind::plain;
  node.scalar = std::move(text);
  node.offset = cell.offset;
  node.length = cell.length;
  return node;
}

Node not_applicable_at(const Node& cell) {
  Node node = written_at(cell, "");
  node.kind = NodeKind::map;
  node.members.push_back(
      {"answer", cell.offset, cell.length, written_at(cell, "not-applicable")});
  node.members.push_back(
      {"note", cell.offset, cell.length, written_at(cell, reason_of_a_survey)});
  return node;
}

/// What `loose` means among the words that need no option; empty for nothing.
std::string_view word_for(const std::string& loose, bool is_yes_no) {
  for (std::size_t i = 0; i < (is_yes_no ? words.size() : words_of_all); ++i)
    if (words[i].text == loose) return words[i].meaning;
  return {};
}

}  // namespace

SurveyAnswer::SurveyAnswer(const MaturityModel& model, const Question& question)
    : model_(model), question_(question) {
  for (OptionIndex index = 0; index < question.options.size(); ++index) {
    const AnswerOption& option = question.options[index];
    ids_[loose_text(option.id.text())].insert(index);
    if (!option.text.empty()) texts_[loose_text(option.text)].insert(index);
  }
  if (question.type == QuestionType::stage) collect_stage_names();
}

void SurveyAnswer::collect_stage_names() {
  for (StageIndex index = 0; index < model_.stages.size(); ++index) {
    const Stage& stage = model_.stages[index];
    for (const StageId& id : stage.formerly) ids_[loose_text(id.text())].insert(index);
    texts_[loose_text(stage.title)].insert(index);
    numbers_[std::to_string(index + 1)].insert(index);
  }
}

/// The id of the option that `text` means; nothing when there is none. Of two, an error is reported
/// and an empty id is returned.
std::optional<std::string> SurveyAnswer::find_option(const ReadContext& context, const Node& cell,
                                                     const std::string& text) const {
  const std::string loose = loose_text(text);
  for (const Names* names : {&ids_, &texts_, &numbers_}) {
    const auto found = names->find(loose);
    if (found == names->end()) continue;
    if (found->second.size() == 1) return question_.options[*found->second.begin()].id.text();
    std::vector<std::string> ids;
    for (const OptionIndex index : found->second)
      ids.push_back(question_.options[index].id.text());
    context.error(cell, fmt::format("'{}' could be any of the answers {}", text,
                                    fmt::join(ids, ", ")),
                  {"answer with an id"});
    return std::string();
  }
  return std::nullopt;
}

/// Answers with semicolons between them, as a list.
Node SurveyAnswer::several(const ReadContext& context, const Node& cell,
                           const std::string& text) const {
  Node list = written_at(cell, "");
  list.kind = NodeKind::list;
  std::string_view rest = text;
  while (true) {
    const std::size_t end = rest.find(';');
    const std::string part(without_outer_blanks(rest.substr(0, end)));
    const auto option = part.empty() ? std::string() : find_option(context, cell, part);
    if (!option) {
      list.items.push_back(written_at(cell, part));
    } else if (!option->empty()) {
      list.items.push_back(written_at(cell, *option));
    }
    if (end == rest.npos) break;
    rest.remove_prefix(end + 1);
  }
  if (list.items.empty() && !text.empty()) list.items.push_back(written_at(cell, text));
  return list;
}

std::optional<Node> SurveyAnswer::as_written(const ReadContext& context, const Node& cell) const {
  const std::string text(without_outer_blanks(cell.scalar));
  if (text.empty()) return std::nullopt;
  const bool is_several = question_.type == QuestionType::several;
  if (const auto option = find_option(context, cell, text)) {
    if (option->empty()) return std::nullopt;
    Node node = written_at(cell, *option);
    if (!is_several) return node;
    Node list = written_at(cell, "");
    list.kind = NodeKind::list;
    list.items.push_back(std::move(node));
    return list;
  }
  const std::string loose = loose_text(text);
  const std::string_view word = word_for(loose, question_.type == QuestionType::yes_no);
  if (word == "not-applicable") return not_applicable_at(cell);
  if (!word.empty()) return written_at(cell, std::string(word));
  if (!is_several) return written_at(cell, text);
  return several(context, cell, loose == "none" ? "" : text);
}

}  // namespace stagecraft
