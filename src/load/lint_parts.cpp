#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "load/lint_rules.h"
#include "scoring/question_value.h"

namespace stagecraft {
namespace {

std::string range_text(const TypicalValue& typical) {
  const auto end = [](const std::optional<Exact>& number) {
    return number ? decimal_text(*number, 6) : std::string("…");
  };
  return end(typical.low) + " to " + end(typical.high);
}

/// Compares the ranges of a stage and the next.
void lint_neighbours(Linting& linting, const Kpi& kpi, StageIndex stage) {
  const TypicalValue& here = kpi.typical[stage];
  const TypicalValue& next = kpi.typical[stage + 1];
  if (here.kind != TypicalKind::range || next.kind != TypicalKind::range) return;
  const bool rises = !here.low || (next.low && *here.low <= *next.low);
  const TypicalValue& lower = rises ? here : next;
  const TypicalValue& upper = rises ? next : here;
  const bool meet = !lower.high || !upper.low || *upper.low < *lower.high;
  const bool apart = lower.high && upper.low && *lower.high < *upper.low;
  if (!meet && !apart) return;
  const std::vector<Stage>& stages = linting.model().stages;
  linting.warn(
      meet ? "kpi-overlap" : "kpi-gap", kpi.id.text(), linting.find("kpis", kpi.id.text()),
      fmt::format("the ranges of '{}' at '{}' ({}) and '{}' ({}) {}", kpi.id.text(),
                  stages[stage].id.text(), range_text(here), stages[stage + 1].id.text(),
                  range_text(next), meet ? "overlap" : "leave a gap"));
}

bool is_word_end(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == ',' || text[at] == '?';
}

/// Whether `text` goes on with one of `words` as a whole word; `at` is then behind it.
template <std::size_t n>
bool goes_on_with(std::string_view text, std::size_t& at,
                  const std::array<std::string_view, n>& words) {
  for (const std::string_view word : words)
    if (text.substr(at).starts_with(word) && is_word_end(text, at + word.size())) {
      at += word.size() + 1;
      return true;
    }
  return false;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

void lint_list(Linting& linting, const Node& list, const std::string& of) {
  std::set<std::string> seen;
  for (const Node& item : list.items) {
    if (!item.is_scalar() || seen.insert(lower_case(item.scalar)).second) continue;
    linting.warn("repeated-point", of, item, fmt::format("'{}' stands here twice", item.scalar));
  }
}

/// Looks at every list of texts in `node`; `of` is the id of the thing that holds it.
void lint_lists_in(Linting& linting, const Node& node, const std::string& of) {
  const Node* id = node.find("id");
  const std::string& own = id && id->is_scalar() ? id->scalar : of;
  for (const Member& member : node.members) {
    if (member.value.kind == NodeKind::list) lint_list(linting, member.value, own);
    lint_lists_in(linting, member.value, own);
  }
  for (const Node& item : node.items) lint_lists_in(linting, item, own);
}

}  // namespace

bool asks_two_things(std::string_view text) {
  static constexpr std::array<std::string_view, 2> joints{"and", "or"};
  static constexpr std::array<std::string_view, 18> verbs{
      "do",  "does", "did",   "is",   "are",   "was",    "were",  "has",    "have",
      "can", "will", "could", "would", "should", "must", "may", "how", "what"};
  static constexpr std::array<std::string_view, 11> subjects{
      "you", "your", "the", "it", "they", "there", "we", "our", "this", "these", "anybody"};
  const std::string lower = lower_case(text);
  if (std::count(lower.begin(), lower.end(), '?') > 1) return true;
  if (lower.find("and/or") != std::string::npos) return true;
  for (std::size_t blank = lower.find(' '); blank != std::string::npos;
       blank = lower.find(' ', blank + 1)) {
    std::size_t at = blank + 1;
    if (goes_on_with(lower, at, joints) && goes_on_with(lower, at, verbs) &&
        goes_on_with(lower, at, subjects))
      return true;
  }
  return false;
}

void lint_kpis(Linting& linting) {
  for (const Kpi& kpi : linting.model().kpis)
    for (StageIndex stage = 0; stage + 1 < kpi.typical.size(); ++stage)
      lint_neighbours(linting, kpi, stage);
}

void lint_questions(Linting& linting) {
  for (const Question& question : linting.model().questions) {
    const Node& written = linting.find("questions", question.id.text());
    const Node* text = written.find("text");
    if (asks_two_things(question.text))
      linting.warn("compound-question", question.id.text(), text ? *text : written,
                   fmt::format("the question '{}' seems to ask two things", question.id.text()),
                   {"ask them apart, so that each can be answered"});
    if (!question.is_scored()) continue;
    const Range range = value_range(question);
    if (range.lowest == range.highest)
      linting.warn("constant-question", question.id.text(), written,
                   fmt::format("every answer to '{}' counts {}", question.id.text(),
                               decimal_text(range.lowest, 6)));
  }
}

void lint_pillars(Linting& linting) {
  const MaturityModel& model = linting.model();
  for (const Pillar& pillar : model.pillars) {
    const auto is_described = [](const Descriptor& cell) { return !cell.text.empty(); };
    const auto is_missing = [](const Descriptor& cell) {
      return cell.text.empty() && cell.absent.empty();
    };
    if (std::none_of(pillar.descriptors.begin(), pillar.descriptors.end(), is_described)) continue;
    for (StageIndex stage = 0; stage < pillar.descriptors.size(); ++stage)
      if (is_missing(pillar.descriptors[stage]))
        linting.warn("missing-descriptor", pillar.id.text(),
                     linting.find("pillars", pillar.id.text()),
                     fmt::format("the pillar '{}' does not describe the stage '{}'",
                                 pillar.id.text(), model.stages[stage].id.text()),
                     {fmt::format("describe it, or say why not: {}: {{absent: \"…\"}}",
                                  model.stages[stage].id.text())});
  }
}

void lint_claims(Linting& linting) {
  for (const Claim& claim : linting.model().claims)
    if (claim.source.empty())
      linting.warn("claim-without-source", claim.id.text(),
                   linting.find("claims", claim.id.text()),
                   fmt::format("the claim '{}' does not say who published it", claim.id.text()));
}

void lint_lists(Linting& linting) {
  lint_lists_in(linting, linting.document().root, linting.model().id.text());
}

}  // namespace stagecraft
