#include "model_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "load/embedded_files.h"
#include "load/find_model.h"

namespace stagecraft {
namespace {

constexpr std::size_t width = 100;

/// `words` joined and broken into lines, each after `indent`.
std::string wrapped(std::string_view words, std::string_view indent) {
  std::string text, line(indent);
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, end);
    if (line.size() > indent.size() && line.size() + 1 + word.size() > width) {
      text += line + "\n";
      line = indent;
    }
    if (line.size() > indent.size()) line += ' ';
    line += word;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return text + line + "\n";
}

struct PartCount {
  std::size_t count;
  std::string_view one;
  std::string_view several;
};

std::vector<PartCount> parts_of(const MaturityModel& model) {
  return {{model.stages.size(), "stage", "stages"},
          {model.transitions.size(), "transition", "transitions"},
          {model.pillars.size(), "pillar", "pillars"},
          {model.capabilities.size(), "capability", "capabilities"},
          {model.roles.size(), "role", "roles"},
          {model.use_cases.size(), "use case", "use cases"},
          {model.phases.size(), "phase", "phases"},
          {model.effort_classes.size(), "effort class", "effort classes"},
          {model.layers.size(), "layer", "layers"},
          {model.questions.size(), "question", "questions"},
          {model.methods.size(), "method", "methods"},
          {model.kpis.size(), "KPI", "KPIs"},
          {model.actions.size(), "action", "actions"},
          {model.claims.size(), "claim", "claims"},
          {model.benefits.size(), "benefit", "benefits"},
          {model.pitfalls.size(), "pitfall", "pitfalls"},
          {model.checklists.size(), "checklist", "checklists"},
          {model.tables.size(), "table", "tables"},
          {model.topics.size(), "topic", "topics"},
          {model.faq.size(), "answer for readers", "answers for readers"},
          {model.glossary.size(), "term", "terms"},
          {model.roi ? 1u : 0u, "calculation of worth", "calculations of worth"}};
}

std::string parts_text(const MaturityModel& model) {
  std::string present, absent;
  for (const PartCount& part : parts_of(model)) {
    std::string& list = part.count > 0 ? present : absent;
    if (!list.empty()) list += ", ";
    const std::string_view name = part.count == 1 ? part.one : part.several;
    list += part.count > 0 ? fmt::format("{} {}", part.count, name) : std::string(name);
  }
  std::string text = wrapped("has " + (present.empty() ? "no parts" : present), "  ");
  if (!absent.empty()) text += wrapped("has no " + absent, "  ");
  return text;
}

/// "catalogue-depth: yes", "tools: mail, chat", "share: 40".
std::string answer_text(const Question& question, const Answer& answer) {
  std::string text = question.id.text() + ": ";
  if (question.takes_number()) return text + decimal_text(*answer.number, 6);
  if (answer.chosen.empty()) return text + "none of them";
  for (const OptionIndex option : answer.chosen)
    text += (option == answer.chosen.front() ? "" : ", ") + question.options[option].id.text();
  return text;
}

/// The answers of `example` that are better than the least favourable ones.
std::string example_text(const MaturityModel& model, const Answers& example) {
  std::string text;
  for (const Question& question : model.questions) {
    const auto answer = example.find(question.id);
    if (answer == example.end() ||
        value_of(question, answer->second) == value_range(question).lowest)
      continue;
    text += (text.empty() ? "" : "; ") + answer_text(question, answer->second);
  }
  if (text.empty()) return "with the least favourable answer to every question";
  return "for example with " + text + "; the others at their least favourable";
}

std::string reach_text(const MaturityModel& model, const NodeReach& node) {
  std::string text = fmt::format(
      "    {}\n", node.pillar ? "pillar " + model.pillars[*node.pillar].id.text() : "the whole");
  for (StageIndex stage = 0; stage < node.stages.size(); ++stage) {
    const StageReach& reach = node.stages[stage];
    const std::string& id = model.stages[stage].id.text();
    if (reach.reach == Reach::unreachable)
      text += fmt::format("      {}: unreachable, which is proven\n", id);
    else if (reach.reach == Reach::not_proven)
      text +=
          fmt::format("      {}: not proven; the search found no answers that lead there\n", id);
    else if (node.pillar)
      text += fmt::format("      {}: reached\n", id);
    else
      text += fmt::format("      {}: reached\n", id) +
              wrapped(example_text(model, reach.example), "        ");
  }
  return text;
}

std::string accepted_text(const ModelLint& lint) {
  std::string text;
  for (const Finding& finding : lint.findings)
    if (!finding.accepted.empty())
      text += wrapped(fmt::format("{} of {}: {}", finding.rule, finding.of, finding.accepted),
                      "    ");
  return text.empty() ? text : "  accepted\n" + text;
}

std::string report_of(const std::optional<ModelFile>& file, Diagnostics& diagnostics) {
  if (!file) return {};
  const ModelLint lint = lint_model(file->document, file->model, lint_budget_of_check);
  report_findings(lint, diagnostics);
  return model_report(file->model, lint);
}

}  // namespace

std::string model_report(const MaturityModel& model, const ModelLint& lint) {
  std::string text = fmt::format("{} {}: {}\n", model.id.text(), model.version, model.title);
  text += parts_text(model);
  for (std::size_t i = 0; i < model.methods.size(); ++i) {
    const ScoringMethod& method = model.methods[i];
    text += fmt::format("  {} ({}), {} of {} questions\n", method.id.text(),
                        i == 0 ? "the primary method" : "beside it", method.questions.size(),
                        model.questions.size());
    if (lint.reach[i].empty()) text += "    gives no stages\n";
    for (const NodeReach& node : lint.reach[i]) text += reach_text(model, node);
  }
  return text + accepted_text(lint);
}

std::string check_model(const std::string& project, const std::string& model,
                        Diagnostics& diagnostics) {
  const DiskFiles disk(project);
  const FileTree project_tree{disk, shown_prefix(project)};
  const FileTree built_in{embedded_files(), "<built-in>/"};
  const Layers layers(project_tree, built_in);
  return report_of(find_model_or_file(layers, model, diagnostics), diagnostics);
}

}  // namespace stagecraft
