// Pillars: the matrix of all of them by stage, and a page for each.
#include <algorithm>

#include "render/model_wording.h"
#include "render/part_page.h"

namespace stagecraft {
namespace {

PartCell descriptor_cell(const PageScope& scope, const Descriptor& descriptor) {
  if (!descriptor.text.empty()) return {descriptor.text, {}, false};
  return {
      descriptor.absent.empty() ? scope.label("words.none_given") : descriptor.absent, {}, true};
}

std::string pillar_href(const PageScope& scope, PillarIndex pillar) {
  return scope.href(*scope.plan().find_part_page(scope.page().model, ModelPart::pillar, pillar));
}

bool has_descriptors(const Pillar& pillar) {
  return std::any_of(pillar.descriptors.begin(), pillar.descriptors.end(),
                     [](const Descriptor& descriptor) {
                       return !descriptor.text.empty() || !descriptor.absent.empty();
                     });
}

/// Pillar by stage; nothing where no pillar describes any stage.
std::optional<PartTable> matrix(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  if (std::none_of(model.pillars.begin(), model.pillars.end(), has_descriptors)) return {};
  PartTable table{
      scope.label("part.matrix_caption"), scope.label("part.pillar"), stage_columns(scope), {}};
  for (PillarIndex index = 0; index < model.pillars.size(); ++index) {
    if (!has_descriptors(model.pillars[index])) continue;
    PartRow row{model.pillars[index].title, pillar_href(scope, index), {}};
    for (const Descriptor& descriptor : model.pillars[index].descriptors)
      row.cells.push_back(descriptor_cell(scope, descriptor));
    table.rows.push_back(std::move(row));
  }
  return table;
}

PartEntry pillar_entry(const PageScope& scope, PillarIndex index) {
  const Pillar& pillar = scope.model().pillars[index];
  PartEntry entry;
  entry.id = "pillar-" + pillar.id.text();
  entry.title = pillar.title;
  entry.href = pillar_href(scope, index);
  entry.add_text(pillar.definition);
  entry.add_fact(scope.label("part.from"), pillar.from);
  entry.add_fact(scope.label("part.to"), pillar.to);
  entry.add_fact(scope.label("part.belongs_to"), pillar_link(scope, pillar.parent));
  entry.source = source_link(scope, pillar.source);
  return entry;
}

/// What the pillar is about, beside its descriptors.
PartSection about_section(const PageScope& scope, const Pillar& pillar) {
  PartEntry entry;
  entry.id = "about-" + pillar.id.text();
  entry.points = pillar.scope;
  entry.add_fact(scope.label("part.from"), pillar.from);
  entry.add_fact(scope.label("part.to"), pillar.to);
  std::vector<PartLink> also;
  for (const std::string& alias : pillar.aliases) also.push_back({alias, {}});
  entry.add_fact(scope.label("part.also_called"), std::move(also));
  entry.add_fact(scope.label("part.belongs_to"), pillar_link(scope, pillar.parent));
  entry.source = source_link(scope, pillar.source);
  return section_with("scope", scope.label("part.scope"), std::move(entry));
}

PartSection stages_section(const PageScope& scope, const Pillar& pillar) {
  PartSection section{"stages", scope.label("part.by_stage")};
  for (StageIndex stage = 0; stage < pillar.descriptors.size(); ++stage) {
    PartEntry entry;
    entry.id = "stage-" + scope.model().stages[stage].id.text();
    entry.title = stage_number(stage) + " " + scope.model().stages[stage].title;
    entry.href = scope.href(*scope.plan().find_stage_page(scope.page().model, stage));
    entry.stage = stage;
    entry.paragraphs = {descriptor_cell(scope, pillar.descriptors[stage]).text};
    section.entries.push_back(std::move(entry));
  }
  return section;
}

bool counts_towards(const Question& question, PillarIndex pillar) {
  return std::any_of(question.contributions.begin(), question.contributions.end(),
                     [&](const Contribution& c) { return c.pillar == pillar; });
}

PartSection questions_section(const PageScope& scope, PillarIndex pillar) {
  PartSection section{"questions", scope.label("model.questions")};
  for (const Question& question : scope.model().questions) {
    if (!counts_towards(question, pillar)) continue;
    PartEntry entry;
    entry.id = "question-" + question.id.text();
    entry.title = question.text;
    entry.add_text(question.help);
    entry.add_fact(scope.label("stage.evidence"), question.evidence);
    section.entries.push_back(std::move(entry));
  }
  return section;
}

PartSection kpis_section(const PageScope& scope, PillarIndex pillar) {
  PartSection section{"kpis", scope.label("model.kpis")};
  for (const Kpi& kpi : scope.model().kpis) {
    if (kpi.pillar != pillar) continue;
    PartEntry entry;
    entry.id = "kpi-" + kpi.id.text();
    entry.title = kpi.title;
    entry.href = link_to(scope, ModelPart::kpis, {}, entry.id).href;
    entry.add_text(kpi.definition);
    section.entries.push_back(std::move(entry));
  }
  return section;
}

PartSection capabilities_section(const PageScope& scope, PillarIndex pillar) {
  PartSection section{"capabilities", scope.label("part.capabilities")};
  for (const Capability& capability : scope.model().capabilities) {
    if (capability.pillar != pillar) continue;
    PartEntry entry;
    entry.id = "capability-" + capability.id.text();
    entry.title = capability.title;
    entry.href = link_to(scope, ModelPart::capabilities, {}, entry.id).href;
    entry.stage = capability.stage;
    entry.add_text(capability.text);
    section.entries.push_back(std::move(entry));
  }
  return section;
}

/// The actions of the pillar step by step; a step without any says so.
std::vector<PartSection> action_sections(const PageScope& scope, PillarIndex pillar) {
  const MaturityModel& model = scope.model();
  std::vector<PartSection> sections;
  const StageIndex steps = model.stages.empty() ? 1 : model.stages.size() - 1;
  const bool has_stages = !model.stages.empty();
  for (StageIndex from = 0; from < steps; ++from) {
    PartSection section{has_stages ? "from-" + model.stages[from].id.text() : "actions",
                        has_stages ? scope.sentence("part.step", {{"from", stage_number(from)},
                                                                  {"to", stage_number(from + 1)}})
                                   : scope.label("model.actions")};
    for (const Action& action : model.actions) {
      const bool is_of_step = has_stages ? action.from == from : !action.from.has_value();
      if (action.pillar == pillar && is_of_step)
        section.entries.push_back(action_entry(scope, action));
    }
    if (section.entries.empty()) section.note = scope.label("part.no_action");
    sections.push_back(std::move(section));
  }
  return sections;
}

PartSection pillars_below(const PageScope& scope, PillarIndex pillar) {
  PartSection section{"pillars", scope.label("part.pillars_below")};
  for (const PillarIndex below : scope.model().pillars_below(pillar))
    section.entries.push_back(pillar_entry(scope, below));
  return section;
}

}  // namespace

PartPage pillars_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.pillars_lead", scope.model().pillars.size());
  PartSection all{"pillars", scope.label("part.pillars")};
  for (PillarIndex index = 0; index < scope.model().pillars.size(); ++index)
    all.entries.push_back(pillar_entry(scope, index));
  page.sections.push_back(std::move(all));
  if (std::optional<PartTable> table = matrix(scope))
    page.sections.push_back(section_with("matrix", scope.label("part.matrix"), std::move(*table)));
  else if (!scope.model().stages.empty())
    page.missing.push_back(scope.sentence("part.no_descriptors"));
  return page;
}

PartPage pillar_page(const PageScope& scope) {
  const PillarIndex index = scope.page().item;
  const Pillar& pillar = scope.model().pillars[index];
  PartPage page;
  page.lead = pillar.definition;
  const auto add = [&](PartSection section) {
    if (!section.entries.empty()) page.sections.push_back(std::move(section));
  };
  if (!pillar.scope.empty() || !pillar.from.empty() || !pillar.to.empty())
    add(about_section(scope, pillar));
  add(pillars_below(scope, index));
  if (has_descriptors(pillar)) add(stages_section(scope, pillar));
  add(capabilities_section(scope, index));
  add(questions_section(scope, index));
  add(kpis_section(scope, index));
  std::vector<PartSection> steps = action_sections(scope, index);
  const bool has_actions = std::any_of(
      steps.begin(), steps.end(), [](const PartSection& step) { return !step.entries.empty(); });
  if (!has_actions) page.missing.push_back(scope.sentence("part.pillar_without_actions"));
  if (has_actions)
    for (PartSection& step : steps) page.sections.push_back(std::move(step));
  return page;
}

}  // namespace stagecraft
