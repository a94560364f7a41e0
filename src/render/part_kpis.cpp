// The KPIs of a model: typical values by stage, and how each is measured.
#include "render/model_wording.h"
#include "render/part_page.h"

namespace stagecraft {
namespace {

PartSection table_section(const PageScope& scope) {
  PartTable table{
      scope.label("model.kpis_caption"), scope.label("model.kpi"), stage_columns(scope), {}};
  for (PartColumn& column : table.columns) column.is_number = true;
  for (const Kpi& kpi : scope.model().kpis) {
    PartRow row{kpi.title, "#kpi-" + kpi.id.text(), {}};
    for (const TypicalValue& typical : kpi.typical)
      row.cells.push_back(
          {typical_text(scope, kpi, typical), {}, typical.kind == TypicalKind::not_defined});
    table.rows.push_back(std::move(row));
  }
  PartSection section = section_with("typical", scope.label("part.typical"), std::move(table));
  section.note = scope.label("model.kpis_note");
  return section;
}

/// What is said of single stages: why there is no value, notes, other sources.
void add_stage_notes(const PageScope& scope, const Kpi& kpi, PartEntry& entry) {
  for (StageIndex stage = 0; stage < kpi.typical.size(); ++stage) {
    const TypicalValue& typical = kpi.typical[stage];
    std::string text = typical.note;
    if (typical.kind == TypicalKind::not_defined && !typical.words.empty()) text = typical.words;
    if (!typical.window.empty()) text += (text.empty() ? "" : " ") + typical.window;
    if (!text.empty())
      entry.add_note(
          scope.sentence("part.at_stage", {{"number", stage_number(stage)}, {"text", text}}));
  }
}

PartEntry kpi_entry(const PageScope& scope, const Kpi& kpi) {
  PartEntry entry = entry_of(scope, "kpi", kpi);
  entry.add_text(kpi.definition);
  if (!kpi.formula.empty()) entry.add_list(scope.label("model.formula"), {kpi.formula});
  entry.add_fact(scope.label("part.unit"), unit_text(scope, kpi.unit));
  entry.add_fact(scope.label("part.baseline"), kpi.baseline);
  entry.add_fact(scope.label("stage.direction"), direction_text(scope, kpi.direction));
  entry.add_fact(scope.label("part.timing"), timing_text(scope, kpi.timing));
  std::vector<PartLink> leads;
  for (const KpiId& id : kpi.leads_to)
    leads.push_back({scope.model().find(id)->title, "#kpi-" + id.text()});
  entry.add_fact(scope.label("part.leads_to"), std::move(leads));
  entry.add_fact(scope.label("part.pillar"), pillar_link(scope, kpi.pillar));
  entry.add_fact(scope.label("model.data_source"), kpi.data_source);
  entry.add_fact(scope.label("action.owner"), kpi.owner);
  entry.add_fact(scope.label("part.cadence"), kpi.cadence);
  entry.add_fact(scope.label("part.window"), kpi.window);
  add_stage_notes(scope, kpi, entry);
  for (const Accepted& accepted : scope.model().accepted)
    if (accepted.of == kpi.id.text())
      entry.add_note(scope.label("model.accepted") + ": " + accepted.reason);
  return entry;
}

}  // namespace

PartPage kpis_page(const PageScope& scope) {
  PartPage page;
  page.lead = counted_lead(scope, "part.kpis_lead", scope.model().kpis.size());
  if (scope.model().stages.empty())
    page.missing.push_back(scope.sentence("part.no_typical"));
  else
    page.sections.push_back(table_section(scope));
  PartSection definitions{"definitions", scope.label("model.definitions")};
  for (const Kpi& kpi : scope.model().kpis) definitions.entries.push_back(kpi_entry(scope, kpi));
  page.sections.push_back(std::move(definitions));
  return page;
}

}  // namespace stagecraft
