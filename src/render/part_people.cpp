// What an organisation can do, and who does it: capabilities and roles, each by stage.
#include <algorithm>

#include "render/model_wording.h"
#include "render/part_page.h"

namespace stagecraft {
namespace {

std::vector<PartLink> example_names(const PageScope& scope, const Capability& capability) {
  std::vector<PartLink> names;
  for (const Example& example : capability.examples)
    names.push_back({example.is_vendor
                         ? scope.sentence("part.vendor_example", {{"name", example.name}})
                         : example.name,
                     {}});
  return names;
}

PartEntry capability_entry(const PageScope& scope, const Capability& capability) {
  const MaturityModel& model = scope.model();
  PartEntry entry = entry_of(scope, "capability", capability);
  entry.stage = capability.stage;
  entry.add_text(capability.text);
  entry.add_fact(scope.label("part.appears_at"), stage_link(scope, capability.stage));
  entry.add_fact(scope.label("part.pillar"), pillar_link(scope, capability.pillar));
  entry.add_fact(scope.label("part.replaces"), capability.replaces);
  std::vector<PartLink> builds_on, questions;
  for (const CapabilityId& id : capability.builds_on)
    builds_on.push_back({model.find(id)->title, "#capability-" + id.text()});
  entry.add_fact(scope.label("part.builds_on"), std::move(builds_on));
  for (const QuestionId& id : capability.questions)
    questions.push_back(
        link_to(scope, ModelPart::questions, question_name(scope, id), "question-" + id.text()));
  entry.add_fact(scope.label("part.asked_in"), std::move(questions));
  entry.add_fact(scope.label("part.examples"), example_names(scope, capability));
  return entry;
}

/// From its stage on a capability is there; before, it is not.
PartTable capability_table(const PageScope& scope) {
  PartTable table{scope.label("part.capabilities_caption"),
                  scope.label("part.capability"),
                  stage_columns(scope),
                  {}};
  for (const Capability& capability : scope.model().capabilities) {
    if (!capability.stage) continue;
    PartRow row{capability.title, "#capability-" + capability.id.text(), {}};
    for (StageIndex stage = 0; stage < scope.model().stages.size(); ++stage) {
      const bool is_new = stage == *capability.stage, is_there = stage >= *capability.stage;
      row.cells.push_back({scope.label(is_new     ? "part.appears"
                                       : is_there ? "part.stays"
                                                  : "words.dash"),
                           {},
                           !is_there});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string headcount_word(const PageScope& scope, Headcount headcount) {
  switch (headcount) {
    case Headcount::not_given:
      return {};
    case Headcount::grows:
      return scope.label("part.headcount_grows");
    case Headcount::steady:
      return scope.label("part.headcount_steady");
    case Headcount::shrinks:
      return scope.label("part.headcount_shrinks");
  }
  return {};
}

PartEntry role_entry(const PageScope& scope, const Role& role) {
  PartEntry entry = entry_of(scope, "role", role);
  entry.stage = role.stage;
  entry.add_text(role.responsibility);
  entry.add_fact(scope.label("part.needed_from"), stage_link(scope, role.stage));
  entry.add_fact(scope.label("part.headcount"), headcount_word(scope, role.headcount));
  entry.add_note(role.headcount_note);
  return entry;
}

bool has_stage_texts(const Role& role) {
  return std::any_of(role.by_stage.begin(), role.by_stage.end(),
                     [](const std::string& text) { return !text.empty(); });
}

PartTable role_table(const PageScope& scope) {
  PartTable table{
      scope.label("part.roles_caption"), scope.label("part.role"), stage_columns(scope), {}};
  for (const Role& role : scope.model().roles) {
    if (!has_stage_texts(role)) continue;
    PartRow row{role.title, "#role-" + role.id.text(), {}};
    for (const std::string& text : role.by_stage)
      row.cells.push_back({text.empty() ? scope.label("words.dash") : text, {}, text.empty()});
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

PartPage capabilities_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.capabilities_lead", scope.model().capabilities.size());
  PartTable table = capability_table(scope);
  if (!table.rows.empty()) {
    page.sections.push_back(
        section_with("by-stage", scope.label("part.by_stage"), std::move(table)));
    page.sections.back().note = scope.label("part.capabilities_note");
  }
  PartSection all{"capabilities", scope.label("part.capabilities")};
  for (const Capability& capability : scope.model().capabilities)
    all.entries.push_back(capability_entry(scope, capability));
  page.sections.push_back(std::move(all));
  return page;
}

PartPage roles_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.roles_lead", scope.model().roles.size());
  PartTable table = role_table(scope);
  if (!table.rows.empty()) {
    page.sections.push_back(
        section_with("by-stage", scope.label("part.by_stage"), std::move(table)));
    page.sections.back().note = scope.label("model.kpis_note");
  }
  PartSection all{"roles", scope.label("parts.roles")};
  for (const Role& role : scope.model().roles) all.entries.push_back(role_entry(scope, role));
  page.sections.push_back(std::move(all));
  return page;
}

}  // namespace stagecraft
