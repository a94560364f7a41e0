#include "load/lint_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/suggest.h"
#include "load/lint_rules.h"

namespace stagecraft {
namespace {

constexpr std::array<std::string_view, 9> acceptable_rules{
    "stage-without-way", "stage-unreachable",  "kpi-gap",
    "kpi-overlap",       "compound-question",  "constant-question",
    "missing-descriptor", "claim-without-source", "repeated-point"};

/// The map in `list` whose `id` is `of`, also in the lists at `below` of its maps; null when there
/// is none.
const Node* find_in(const Node& list, std::string_view of, std::string_view below) {
  for (const Node& item : list.items) {
    const Node* id = item.find("id");
    if (id && id->scalar == of) return &item;
    const Node* children = below.empty() ? nullptr : item.find(below);
    if (const Node* found = children ? find_in(*children, of, below) : nullptr) return found;
  }
  return nullptr;
}

/// What an entry of `accepted` gives in `key`, for its place.
const Node& accepted_node(const Linting& linting, std::size_t index, std::string_view key) {
  const Node* list = linting.document().root.find("accepted");
  const Node* value = list && index < list->items.size() ? list->items[index].find(key) : nullptr;
  return value ? *value : linting.document().root;
}

void accept(Linting& linting, std::size_t index, std::size_t found) {
  const Accepted& accepted = linting.model().accepted[index];
  const Node& at = accepted_node(linting, index, "rule");
  const bool is_rule = std::find(acceptable_rules.begin(), acceptable_rules.end(),
                                 accepted.rule) != acceptable_rules.end();
  if (!is_rule) {
    const std::vector<std::string> rules(acceptable_rules.begin(), acceptable_rules.end());
    return linting.warn("unknown-rule", accepted.of, at,
                        fmt::format("there is no rule '{}' that can be accepted", accepted.rule),
                        {choices_note(accepted.rule, rules)});
  }
  bool fits = false;
  for (std::size_t i = 0; i < found; ++i) {
    Finding& finding = linting.findings()[i];
    if (finding.rule != accepted.rule || finding.of != accepted.of) continue;
    finding.accepted = accepted.reason;
    fits = true;
  }
  if (!fits)
    linting.warn("accepts-nothing", accepted.of, at,
                 fmt::format("nothing is found by the rule '{}' about '{}'", accepted.rule,
                             accepted.of),
                 {"remove the entry"});
}

}  // namespace

const Node& Linting::find(std::string_view key, std::string_view of) const {
  const Node* list = document_.root.find(key);
  if (list && list->kind == NodeKind::map) return *list;  // a single method
  const Node* thing = list ? find_in(*list, of, key == "pillars" ? key : "") : nullptr;
  return thing ? *thing : document_.root;
}

void Linting::warn(std::string_view rule, const std::string& of, const Node& at,
                   std::string message, std::vector<std::string> notes) {
  findings_.push_back({std::string(rule), of, Severity::warning, document_.span_of(at),
                       std::move(message), std::move(notes), ""});
}

void Linting::fail(std::string_view rule, const std::string& of, const Node& at,
                   std::string message, std::vector<std::string> notes) {
  warn(rule, of, at, std::move(message), std::move(notes));
  findings_.back().severity = Severity::error;
}

ModelLint lint_model(const Document& document, const MaturityModel& model, std::size_t budget) {
  Linting linting(document, model);
  ModelLint lint;
  lint.reach = lint_scoring(linting, budget);
  lint_kpis(linting);
  lint_questions(linting);
  lint_pillars(linting);
  lint_claims(linting);
  lint_lists(linting);
  const std::size_t found = linting.findings().size();
  for (std::size_t i = 0; i < model.accepted.size(); ++i) accept(linting, i, found);
  lint.findings = std::move(linting.findings());
  return lint;
}

void report_unsound_methods(const Document& document, const MaturityModel& model,
                            Diagnostics& diagnostics) {
  Linting linting(document, model);
  for (const ScoringMethod& method : model.methods) lint_method_bands(linting, method);
  for (const Finding& finding : linting.findings())
    diagnostics.error(finding.at, finding.message, finding.notes);
}

void report_findings(const ModelLint& lint, Diagnostics& diagnostics) {
  for (const Finding& finding : lint.findings) {
    if (!finding.accepted.empty()) continue;
    if (finding.severity == Severity::error) {
      diagnostics.error(finding.at, finding.message, finding.notes);
      continue;
    }
    std::vector<std::string> notes = finding.notes;
    notes.push_back(fmt::format("rule {}; to keep it, accept it with a reason", finding.rule));
    diagnostics.warning(finding.at, finding.message, std::move(notes));
  }
}

}  // namespace stagecraft
