#include "plan/model_tables.h"

#include <algorithm>

namespace stagecraft {
namespace {

template <class Parts, class Wanted>
bool any(const Parts& parts, const Wanted& wanted) {
  return std::any_of(parts.begin(), parts.end(), wanted);
}

bool has_bands(const ScoringMethod& method) {
  return std::holds_alternative<Bands>(method.overall.stage);
}

}  // namespace

std::vector<ModelTable> tables_of(const MaturityModel& model) {
  std::vector<ModelTable> tables;
  const auto add = [&](bool has_rows, TablePart part, const char* name) {
    if (has_rows) tables.push_back({part, 0, name});
  };
  const bool is_staged = !model.stages.empty();
  add(is_staged, TablePart::stages, "stages");
  add(any(model.stages, [](const Stage& stage) { return !stage.facets.empty(); }),
      TablePart::facets_by_stage, "facets-by-stage");
  add(!model.transitions.empty(), TablePart::transitions, "transitions");
  add(!model.pillars.empty(), TablePart::pillars, "pillars");
  add(is_staged && !model.pillars.empty(), TablePart::pillars_by_stage, "pillars-by-stage");
  add(!model.capabilities.empty(), TablePart::capabilities, "capabilities");
  add(is_staged && any(model.capabilities, [](const Capability& c) { return c.stage.has_value(); }),
      TablePart::capabilities_by_stage, "capabilities-by-stage");
  add(!model.roles.empty(), TablePart::roles, "roles");
  add(any(model.roles, [](const Role& role) { return !role.by_stage.empty(); }),
      TablePart::roles_by_stage, "roles-by-stage");
  add(!model.use_cases.empty(), TablePart::use_cases, "use-cases");
  add(!model.phases.empty(), TablePart::phases, "phases");
  add(!model.effort_classes.empty(), TablePart::effort_classes, "effort-classes");
  add(!model.layers.empty(), TablePart::layers, "layers");
  add(!model.questions.empty(), TablePart::questions, "questions");
  add(any(model.questions, [](const Question& question) { return !question.options.empty(); }),
      TablePart::answers, "answers");
  add(any(model.methods, has_bands), TablePart::bands, "bands");
  add(!model.kpis.empty(), TablePart::kpis, "kpis");
  add(is_staged && !model.kpis.empty(), TablePart::kpis_by_stage, "kpis-by-stage");
  add(!model.actions.empty(), TablePart::actions, "actions");
  add(!model.claims.empty(), TablePart::claims, "claims");
  add(!model.benefits.empty(), TablePart::benefits, "benefits");
  add(!model.pitfalls.empty(), TablePart::pitfalls, "pitfalls");
  add(any(model.checklists, [](const Checklist& list) { return !list.items.empty(); }),
      TablePart::checklists, "checklists");
  add(!model.faq.empty(), TablePart::faq, "faq");
  add(!model.glossary.empty(), TablePart::glossary, "glossary");
  add(model.roi && !model.roi->inputs.empty(), TablePart::roi_inputs, "roi-inputs");
  add(model.roi && !model.roi->lines.empty(), TablePart::roi_lines, "roi-lines");
  add(!model.sources.empty(), TablePart::sources, "sources");
  add(any(model.related, [](const RelatedModel& related) { return !related.stages.empty(); }),
      TablePart::related_stages, "related-stages");
  for (std::size_t i = 0; i < model.tables.size(); ++i)
    if (!model.tables[i].rows.empty())
      tables.push_back({TablePart::guidance, i, "table-" + model.tables[i].id.text()});
  return tables;
}

}  // namespace stagecraft
