// What can be built, and in what course: use cases, phases, architecture.
#include <algorithm>

#include "render/model_wording.h"
#include "render/part_page.h"

namespace stagecraft {
namespace {

std::string complexity_word(const PageScope& scope, Complexity complexity) {
  switch (complexity) {
    case Complexity::not_given:
      return {};
    case Complexity::low:
      return scope.label("part.complexity_low");
    case Complexity::medium:
      return scope.label("part.complexity_medium");
    case Complexity::high:
      return scope.label("part.complexity_high");
  }
  return {};
}

std::string given_duration(const PageScope& scope, const Duration& duration) {
  return duration.is_given() ? duration_text(scope, duration) : std::string();
}

void add_measures(const PageScope& scope, const UseCase& use_case, PartEntry& entry) {
  const auto kpi = [&](const KpiId& id) {
    return link_to(scope, ModelPart::kpis, scope.model().find(id)->title, "kpi-" + id.text());
  };
  if (!use_case.primary_kpi.text().empty())
    entry.add_fact(scope.label("part.primary_kpi"), {kpi(use_case.primary_kpi)});
  std::vector<PartLink> secondary;
  for (const KpiId& id : use_case.secondary_kpis) secondary.push_back(kpi(id));
  entry.add_fact(scope.label("part.secondary_kpis"), std::move(secondary));
}

PartEntry use_case_entry(const PageScope& scope, const UseCase& use_case) {
  PartEntry entry = entry_of(scope, "use-case", use_case);
  entry.stage = use_case.stage;
  entry.add_text(use_case.text);
  for (const std::string& paragraph : use_case.paragraphs) entry.add_text(paragraph);
  entry.points = use_case.points;
  entry.add_list(scope.label("part.components"), use_case.components);
  entry.add_fact(scope.label("part.belongs_at"), stage_link(scope, use_case.stage));
  entry.add_fact(scope.label("part.pillar"), pillar_link(scope, use_case.pillar));
  entry.add_fact(scope.label("part.complexity"), complexity_word(scope, use_case.complexity));
  entry.add_fact(scope.label("part.build_time"), given_duration(scope, use_case.build_time));
  entry.add_fact(scope.label("part.pays_back"), given_duration(scope, use_case.pays_back));
  for (const EffortClass& effort : scope.model().effort_classes)
    if (effort.id == use_case.effort_class)
      entry.add_fact(scope.label("part.effort_class"), effort.title,
                     link_to(scope, ModelPart::phases, {}, "effort-" + effort.id.text()).href);
  add_measures(scope, use_case, entry);
  std::vector<PartLink> capabilities;
  for (const CapabilityId& id : use_case.capabilities)
    capabilities.push_back(link_to(scope, ModelPart::capabilities, scope.model().find(id)->title,
                                   "capability-" + id.text()));
  entry.add_fact(scope.label("part.needs"), std::move(capabilities));
  return entry;
}

/// Takes away the columns in which no row has anything.
void drop_empty_columns(PartTable& table) {
  for (std::size_t column = table.columns.size(); column-- > 0;) {
    const auto at = static_cast<std::ptrdiff_t>(column);
    if (!std::all_of(table.rows.begin(), table.rows.end(),
                     [&](const PartRow& row) { return row.cells[column].is_missing; }))
      continue;
    table.columns.erase(table.columns.begin() + at);
    for (PartRow& row : table.rows) row.cells.erase(row.cells.begin() + at);
  }
}

PartTable use_case_table(const PageScope& scope) {
  PartTable table{scope.label("part.use_cases_caption"), scope.label("part.use_case"), {}, {}};
  for (const char* column :
       {"part.belongs_at", "part.complexity", "part.build_time", "part.pays_back"})
    table.columns.push_back({scope.label(column), {}, false, false});
  const auto cell = [&](std::string text) {
    const bool is_missing = text.empty();
    return PartCell{is_missing ? scope.label("words.dash") : std::move(text), {}, is_missing};
  };
  for (const UseCase& use_case : scope.model().use_cases) {
    PartRow row{use_case.title, "#use-case-" + use_case.id.text(), {}};
    const std::vector<PartLink> stage = stage_link(scope, use_case.stage);
    row.cells.push_back(stage.empty() ? cell({}) : PartCell{stage[0].text, stage[0].href, false});
    row.cells.push_back(cell(complexity_word(scope, use_case.complexity)));
    row.cells.push_back(cell(given_duration(scope, use_case.build_time)));
    row.cells.push_back(cell(given_duration(scope, use_case.pays_back)));
    table.rows.push_back(std::move(row));
  }
  drop_empty_columns(table);
  return table;
}

PartSection phases_section(const PageScope& scope) {
  PartSection section{"phases", scope.label("parts.phases")};
  for (const Phase& phase : scope.model().phases) {
    PartEntry entry = entry_of(scope, "phase", phase);
    entry.add_text(phase.text);
    entry.add_list(scope.label("part.phase_entry"), phase.entry);
    entry.add_list(scope.label("part.phase_activities"), phase.activities);
    entry.add_list(scope.label("part.phase_gate"), phase.gate);
    entry.add_fact(scope.label("action.duration"), given_duration(scope, phase.duration));
    std::vector<PartLink> actions;
    for (const Action& action : scope.model().actions)
      if (action.phase == phase.id) actions.push_back(action_link(scope, action));
    entry.add_fact(scope.label("model.actions"), std::move(actions));
    section.entries.push_back(std::move(entry));
  }
  return section;
}

PartSection effort_section(const PageScope& scope) {
  PartSection section{"effort", scope.label("part.effort_classes")};
  for (const EffortClass& effort : scope.model().effort_classes) {
    PartEntry entry = entry_of(scope, "effort", effort);
    entry.add_text(effort.text);
    entry.points = effort.points;
    const std::string unit = effort.unit == TimeUnit::months ? "part.months" : "part.weeks";
    entry.add_fact(scope.label("part.falls_in"),
                   effort.to
                       ? scope.sentence(unit, {{"from", std::to_string(effort.from)},
                                               {"to", std::to_string(*effort.to)}})
                       : scope.sentence(unit + "_open", {{"from", std::to_string(effort.from)}}));
    section.entries.push_back(std::move(entry));
  }
  return section;
}

}  // namespace

PartPage use_cases_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.use_cases_lead", scope.model().use_cases.size());
  page.sections.push_back(
      section_with("overview", scope.label("part.overview"), use_case_table(scope)));
  page.sections.back().note = scope.label("part.use_cases_note");
  PartSection all{"use-cases", scope.label("parts.use-cases")};
  for (const UseCase& use_case : scope.model().use_cases)
    all.entries.push_back(use_case_entry(scope, use_case));
  page.sections.push_back(std::move(all));
  return page;
}

PartPage phases_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.phases_lead", scope.model().phases.size());
  for (PartSection section : {phases_section(scope), effort_section(scope)})
    if (!section.entries.empty()) page.sections.push_back(std::move(section));
  if (scope.model().phases.empty()) page.missing.push_back(scope.sentence("part.no_phases"));
  return page;
}

PartPage architecture_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.architecture_lead", scope.model().layers.size());
  for (const Layer& layer : scope.model().layers) {
    PartSection section{"layer-" + layer.id.text(), layer.title};
    PartEntry about;
    about.id = "about-" + layer.id.text();
    about.add_text(layer.text);
    about.add_fact(scope.label("part.needed_from"), stage_link(scope, layer.stage));
    about.source = source_link(scope, layer.source);
    section.entries.push_back(std::move(about));
    int number = 0;
    for (const LayerComponent& component : layer.components) {
      PartEntry entry;
      entry.id = layer.id.text() + "-" + std::to_string(++number);
      entry.title = component.title;
      entry.add_text(component.text);
      if (component.source != layer.source) entry.source = source_link(scope, component.source);
      section.entries.push_back(std::move(entry));
    }
    page.sections.push_back(std::move(section));
  }
  return page;
}

}  // namespace stagecraft
