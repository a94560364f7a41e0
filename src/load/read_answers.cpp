#include "load/read_answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "load/resolve_part.h"

namespace stagecraft {
namespace {

constexpr std::array<Word<AnswerState>, 2> exception_words{
    {{"unknown", AnswerState::unknown}, {"not-applicable", AnswerState::not_applicable}}};

/// How JSON spells yes and no.
std::string_view plain_word(const Node& node) {
  if (node.kind == NodeKind::plain && node.scalar == "true") return "yes";
  if (node.kind == NodeKind::plain && node.scalar == "false") return "no";
  return node.scalar;
}

std::optional<AnswerState> exception_in(const Node& node) {
  if (node.is_scalar())
    for (const Word<AnswerState>& word : exception_words)
      if (node.scalar == word.text) return word.meaning;
  return std::nullopt;
}

/// What can be answered to `question`, for messages.
std::vector<std::string> choices_of(const Question& question) {
  std::vector<std::string> choices = ids_of(question.options);
  for (const Word<AnswerState>& word : exception_words) choices.emplace_back(word.text);
  return choices;
}

/// "a number from 0 to 100", as the question asks for it.
std::string wanted_number(const Question& question) {
  return fmt::format("a {} from {} to {}",
                     question.type == QuestionType::scale ? "whole number" : "number",
                     decimal_text(question.from, 6), decimal_text(question.to, 6));
}

void read_evidence_item(const ReadContext& context, const Node& node,
                        std::vector<Evidence>& evidence) {
  if (node.kind != NodeKind::map) {
    if (auto text = read_entry(context, node, "evidence"))
      evidence.push_back({std::move(*text), "", "", std::nullopt, EvidenceGrade::reported});
    return;
  }
  MapReader reader(context, node, "evidence");
  Evidence item;
  item.audit = reader.id<StrongText<struct CatalogTag>>("audit").text();
  item.text = item.audit.empty() ? reader.required_text("text") : reader.text("text");
  if (item.text.empty() && !item.audit.empty())
    item.text = fmt::format("Audit of the catalog '{}'", item.audit);
  item.link = reader.text("link");
  if (!item.link.empty() && !item.link.starts_with("https://") && !item.link.starts_with("http://"))
    reader.error(*reader.find("link"),
                 fmt::format("'{}' is not an address that begins with https:// or http://",
                             item.link));
  item.owner = reader.text("owner");
  item.date = reader.date("date");
  item.grade = reader.choice("grade", grade_words, EvidenceGrade::reported);
  reader.finish();
  evidence.push_back(std::move(item));
}

std::vector<Evidence> read_evidence(MapReader& reader) {
  std::vector<Evidence> evidence;
  const Node* node = reader.find("evidence");
  if (!node) return evidence;
  if (node->kind != NodeKind::list) {
    read_evidence_item(reader.context(), *node, evidence);
    return evidence;
  }
  for (const Node& item : node->items) read_evidence_item(reader.context(), item, evidence);
  return evidence;
}

}  // namespace

AnswerReader::AnswerReader(const ReadContext& context, const MaturityModel& model,
                           const Date& date, const std::vector<Team>& teams)
    : context_(context), model_(model), date_(date), teams_(teams) {}

Answers AnswerReader::read(MapReader& reader) const {
  return read_all(reader, Answering::together);
}

Answers AnswerReader::read_alone(MapReader& reader) const {
  return read_all(reader, Answering::alone);
}

std::optional<Answer> AnswerReader::read_alone(const Node& node, const Question& question) const {
  return read_answer(node, question, Answering::alone);
}

Answers AnswerReader::read_all(MapReader& reader, Answering answering) const {
  Answers answers;
  reader.each_member("answers", [&](const Member& member) {
    const auto index = resolve_part(context_, model_.questions, member, "question");
    if (!index || member.value.kind == NodeKind::null) return;
    const Question& question = model_.questions[*index];
    auto answer = read_answer(member.value, question, answering);
    if (answer && !answers.emplace(question.id, std::move(*answer)).second)
      context_.diagnostics.error(
          context_.document.span_of_key(member),
          fmt::format("a second answer to '{}', which was called '{}' before",
                      question.id.text(), member.key));
  });
  return answers;
}

/// An answer in short (`yes`), or as a map with details.
std::optional<Answer> AnswerReader::read_answer(const Node& node, const Question& question,
                                                Answering answering) const {
  Answer answer;
  if (node.kind != NodeKind::map) {
    if (!read_value(node, question, answer)) return std::nullopt;
    check_exception(node, question, answer);
    return answer;
  }
  MapReader reader(context_, node, "answer");
  const bool is_whole = read_details(reader, question, answering, answer);
  reader.finish();
  return is_whole ? std::optional(std::move(answer)) : std::nullopt;
}

bool AnswerReader::read_details(MapReader& reader, const Question& question, Answering answering,
                                Answer& answer) const {
  answer.note = reader.text("note");
  answer.evidence = read_evidence(reader);
  answer.confidence = reader.choice("confidence", confidence_words, Confidence::not_given);
  if (answering != Answering::within) {
    answer.date = reader.date("date");
    if (answer.date && *answer.date > date_)
      reader.error(*reader.find("date"), "the answer's date lies after the assessment's date",
                   {"what is planned stands under 'history' of a question of the type state"});
    if (question.type == QuestionType::state) read_history(reader, question, answer);
  }
  if (answering == Answering::together) read_teams(reader, question, answer);
  if (answering == Answering::together && reader.find("teams"))
    answer.state = AnswerState::by_teams;
  else if (question.type == QuestionType::state && answering != Answering::within &&
           reader.find("history"))
    answer.state = AnswerState::over_time;
  const bool stands_for_others = answer.state != AnswerState::unknown;
  const Node* value = stands_for_others ? reader.find("answer") : reader.find_required("answer");
  if (stands_for_others) {
    if (value)
      reader.error(*value, "'answer' stands beside 'teams' or 'history'; give one of them");
    return true;
  }
  if (!value || !read_value(*value, question, answer)) return false;
  check_exception(*value, question, answer);
  return true;
}

void AnswerReader::check_exception(const Node& at, const Question& question,
                                   const Answer& answer) const {
  if (answer.state != AnswerState::not_applicable) return;
  const auto index = static_cast<QuestionIndex>(&question - model_.questions.data());
  for (const ScoringMethod& method : model_.methods)
    if (method.not_applicable == NotApplicablePolicy::forbid &&
        std::binary_search(method.questions.begin(), method.questions.end(), index))
      context_.error(at, fmt::format("the method '{}' does not allow 'not-applicable'",
                                     method.id.text()));
  if (answer.note.empty())
    context_.error(
        at, fmt::format("say why '{}' does not apply", question.id.text()),
        {"for example: {answer: not-applicable, note: \"we sell through partners only\"}"});
}

bool AnswerReader::read_value(const Node& node, const Question& question, Answer& answer) const {
  answer.state = AnswerState::answered;
  if (const auto exception = exception_in(node)) {
    answer.state = *exception;
    return true;
  }
  if (question.type == QuestionType::text) {
    const auto text = read_text(context_, node, question.id.text());
    answer.text = text.value_or("");
    return text.has_value();
  }
  return question.takes_number() ? read_number(node, question, answer)
                                 : read_options(node, question, answer);
}

bool AnswerReader::read_number(const Node& node, const Question& question, Answer& answer) const {
  answer.number = node.is_scalar() ? parse_decimal(node.scalar) : std::nullopt;
  const bool fits =
      answer.number && question.from <= *answer.number && *answer.number <= question.to &&
      (question.type != QuestionType::scale || is_whole(*answer.number));
  if (!fits)
    context_.error(node, fmt::format("the answer to '{}' must be {}", question.id.text(),
                                     wanted_number(question)),
                   {"or one of: unknown, not-applicable"});
  return fits;
}

bool AnswerReader::read_options(const Node& node, const Question& question, Answer& answer) const {
  if (question.type != QuestionType::several) {
    const auto option = read_option(node, question);
    if (option) answer.chosen.push_back(*option);
    return option.has_value();
  }
  if (node.kind != NodeKind::list) {
    context_.error(node, fmt::format("the answer to '{}' must be a list", question.id.text()),
                   {choices_list(choices_of(question))});
    return false;
  }
  bool is_whole = true;
  for (const Node& item : node.items) {
    const auto option = read_option(item, question);
    is_whole &= option.has_value();
    if (!option) continue;
    if (std::find(answer.chosen.begin(), answer.chosen.end(), *option) != answer.chosen.end())
      context_.error(item, fmt::format("'{}' is chosen twice", item.scalar));
    answer.chosen.push_back(*option);
  }
  std::sort(answer.chosen.begin(), answer.chosen.end());
  return is_whole;
}

std::optional<OptionIndex> AnswerReader::read_option(const Node& node,
                                                     const Question& question) const {
  const std::vector<std::string> choices = choices_of(question);
  if (!node.is_scalar()) {
    context_.error(node, fmt::format("the answer to '{}' must be a word", question.id.text()),
                   {choices_list(choices)});
    return std::nullopt;
  }
  const bool is_yes_no = question.type == QuestionType::yes_no;
  const std::string word(is_yes_no ? plain_word(node) : std::string_view(node.scalar));
  const auto option =
      std::find_if(question.options.begin(), question.options.end(),
                   [&](const AnswerOption& each) { return each.id.text() == word; });
  if (option != question.options.end())
    return static_cast<OptionIndex>(option - question.options.begin());
  if (question.type == QuestionType::stage)
    if (const auto renamed = model_.find(StageId(word))) return *renamed;
  context_.error(
      node,
      fmt::format("unknown answer '{}' for question '{}'", node.scalar, question.id.text()),
      {choices_note(node.scalar, choices)});
  return std::nullopt;
}

void AnswerReader::read_teams(MapReader& reader, const Question& question, Answer& answer) const {
  reader.each_member("teams", [&](const Member& member) {
    const auto team = resolve_part(context_, teams_, member, "team");
    if (!team || member.value.kind == NodeKind::null) return;
    if (auto own = read_answer(member.value, question, Answering::alone))
      answer.teams.push_back({*team, std::move(*own)});
  });
}

void AnswerReader::read_history(MapReader& reader, const Question& question,
                                Answer& answer) const {
  reader.each_map("history", "history entry", [&](MapReader& entry) {
    entry.find_required("date");
    const std::optional<Date> date = entry.date("date");
    Answer then;
    if (read_details(entry, question, Answering::within, then) && date)
      answer.history.push_back({*date, std::move(then)});
  });
}

}  // namespace stagecraft
