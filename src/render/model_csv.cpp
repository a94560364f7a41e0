// The parts of a model as CSV: what leads a reader through it. model_csv_fields.h names the others.
#include "render/model_csv.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "model/words.h"
#include "render/model_csv_fields.h"

namespace stagecraft {
namespace {

std::string stages_csv(const MaturityModel& model) {
  CsvWriter csv({"number", "id", "title", "subtitle", "status", "status_note", "summary", "focus",
                 "challenge", "characteristic", "signs", "exit_criteria", "cost_of_staying",
                 "not_yet", "source"});
  for (StageIndex i = 0; i < model.stages.size(); ++i) {
    const Stage& stage = model.stages[i];
    csv.number(i + 1).text(stage.id.text()).text(stage.title).text(stage.subtitle);
    csv.text(word_of(stage_status_words, stage.status)).text(stage.status_note);
    csv.text(stage.summary).text(stage.focus).text(stage.challenge).text(stage.characteristic);
    csv.list(stage.signs).list(stage.exit_criteria).text(stage.cost_of_staying);
    csv.list(stage.not_yet).text(stage.source.text()).end_row();
  }
  return csv.take();
}

std::string facets_csv(const MaturityModel& model) {
  CsvWriter csv({"facet", "facet_title", "stage_number", "stage", "text", "points"});
  for (const Facet& facet : model.facets)
    for (StageIndex stage = 0; stage < model.stages.size(); ++stage)
      for (const FacetText& text : model.stages[stage].facets) {
        if (text.facet != facet.id) continue;
        csv.text(facet.id.text()).text(facet.title);
        put_stage(csv, model, stage).list(text.paragraphs).list(text.points).end_row();
      }
  return csv.take();
}

std::string transitions_csv(const MaturityModel& model) {
  CsvWriter csv({"from", "to", "transition", "transition_from", "transition_to", "transition_unit",
                 "step", "text", "check", "duration_from", "duration_to", "duration_unit",
                 "source"});
  for (const Transition& transition : model.transitions) {
    std::vector<TransitionStep> steps = transition.steps;
    if (steps.empty()) steps.push_back({{}, transition.summary, {}, {}, transition.source});
    for (const TransitionStep& step : steps) {
      csv.text(model.stages[transition.from].id.text());
      csv.text(model.stages[transition.from + 1].id.text()).text(transition.title);
      put_duration(csv, transition.duration).text(step.title).text(step.text).text(step.check);
      put_duration(csv, step.duration).text(step.source.text()).end_row();
    }
  }
  return csv.take();
}

std::string pillars_csv(const MaturityModel& model) {
  CsvWriter csv({"id", "parent", "title", "definition", "scope", "from", "to", "weight", "source"});
  for (const Pillar& pillar : model.pillars) {
    csv.text(pillar.id.text());
    put_pillar(csv, model, pillar.parent).text(pillar.title).text(pillar.definition);
    csv.list(pillar.scope).text(pillar.from).text(pillar.to).number(pillar.weight);
    csv.text(pillar.source.text()).end_row();
  }
  return csv.take();
}

std::string pillars_by_stage_csv(const MaturityModel& model) {
  CsvWriter csv({"pillar", "pillar_title", "stage_number", "stage", "descriptor", "absent"});
  for (const Pillar& pillar : model.pillars)
    for (StageIndex stage = 0; stage < pillar.descriptors.size(); ++stage) {
      csv.text(pillar.id.text()).text(pillar.title);
      put_stage(csv, model, stage).text(pillar.descriptors[stage].text);
      csv.text(pillar.descriptors[stage].absent).end_row();
    }
  return csv.take();
}

std::string capabilities_csv(const MaturityModel& model) {
  CsvWriter csv({"id", "title", "text", "stage_number", "stage", "pillar", "replaces", "builds_on",
                 "questions", "source"});
  for (const Capability& capability : model.capabilities) {
    csv.text(capability.id.text()).text(capability.title).text(capability.text);
    put_stage(csv, model, capability.stage);
    put_pillar(csv, model, capability.pillar).text(capability.replaces);
    put_ids(csv, capability.builds_on);
    put_ids(csv, capability.questions).text(capability.source.text()).end_row();
  }
  return csv.take();
}

std::string capabilities_by_stage_csv(const MaturityModel& model) {
  CsvWriter csv({"capability", "capability_title", "stage_number", "stage", "state"});
  for (const Capability& capability : model.capabilities) {
    if (!capability.stage) continue;
    for (StageIndex stage = 0; stage < model.stages.size(); ++stage) {
      csv.text(capability.id.text()).text(capability.title);
      const char* state = stage < *capability.stage    ? "not-yet"
                          : stage == *capability.stage ? "new"
                                                       : "present";
      put_stage(csv, model, stage).text(state).end_row();
    }
  }
  return csv.take();
}

std::string roles_csv(const MaturityModel& model) {
  CsvWriter csv({"id", "title", "responsibility", "stage_number", "stage", "headcount",
                 "headcount_note", "source"});
  for (const Role& role : model.roles) {
    csv.text(role.id.text()).text(role.title).text(role.responsibility);
    put_stage(csv, model, role.stage);
    const bool is_given = role.headcount != Headcount::not_given;
    csv.text(is_given ? word_of(headcount_words, role.headcount) : "");
    csv.text(role.headcount_note).text(role.source.text()).end_row();
  }
  return csv.take();
}

std::string roles_by_stage_csv(const MaturityModel& model) {
  CsvWriter csv({"role", "role_title", "stage_number", "stage", "text"});
  for (const Role& role : model.roles)
    for (StageIndex stage = 0; stage < role.by_stage.size(); ++stage) {
      csv.text(role.id.text()).text(role.title);
      put_stage(csv, model, stage).text(role.by_stage[stage]).end_row();
    }
  return csv.take();
}

std::string kpis_csv(const MaturityModel& model) {
  CsvWriter csv({"id", "title", "definition", "unit", "baseline", "better", "timing", "formula",
                 "data_source", "owner", "cadence", "window", "pillar", "leads_to", "source"});
  for (const Kpi& kpi : model.kpis) {
    csv.text(kpi.id.text()).text(kpi.title).text(kpi.definition);
    csv.text(word_of(unit_words, kpi.unit)).text(kpi.baseline);
    csv.text(word_of(direction_words, kpi.direction)).text(word_of(timing_words, kpi.timing));
    csv.text(kpi.formula).text(kpi.data_source).text(kpi.owner).text(kpi.cadence).text(kpi.window);
    put_pillar(csv, model, kpi.pillar);
    put_ids(csv, kpi.leads_to).text(kpi.source.text()).end_row();
  }
  return csv.take();
}

const char* kind_of(const TypicalValue& typical) {
  switch (typical.kind) {
    case TypicalKind::range:
      return "range";
    case TypicalKind::words:
      return "words";
    case TypicalKind::not_defined:
      return "not-defined";
  }
  return "";
}

std::string kpis_by_stage_csv(const MaturityModel& model) {
  CsvWriter csv({"kpi", "kpi_title", "unit", "stage_number", "stage", "kind", "from", "to", "words",
                 "note", "window", "source"});
  for (const Kpi& kpi : model.kpis)
    for (StageIndex stage = 0; stage < kpi.typical.size(); ++stage) {
      const TypicalValue& typical = kpi.typical[stage];
      const SourceId& source = typical.source.empty() ? kpi.source : typical.source;
      csv.text(kpi.id.text()).text(kpi.title).text(word_of(unit_words, kpi.unit));
      put_stage(csv, model, stage).text(kind_of(typical)).number(typical.low).number(typical.high);
      csv.text(typical.words).text(typical.note);
      csv.text(typical.window.empty() ? kpi.window : typical.window);
      csv.text(source.text()).end_row();
    }
  return csv.take();
}

std::string actions_csv(const MaturityModel& model) {
  CsvWriter csv({"id",           "title",         "text",   "from",      "to",
                 "pillar",       "area",          "impact", "effort",    "duration_from",
                 "duration_to",  "duration_unit", "owner",  "checks",    "depends_on",
                 "satisfied_by", "moves",         "brings", "use_cases", "phase",
                 "risk",         "source"});
  for (const Action& action : model.actions) {
    csv.text(action.id.text()).text(action.title).text(action.text);
    csv.text(action.from ? model.stages[*action.from].id.text() : "");
    csv.text(action.from ? model.stages[*action.from + 1].id.text() : "");
    put_pillar(csv, model, action.pillar).text(action.area);
    csv.number(action.impact).number(action.effort);
    put_duration(csv, action.duration).text(action.owner).list(action.checks);
    put_ids(csv, action.depends_on);
    put_ids(csv, action.satisfied_by);
    put_ids(csv, action.moves);
    put_ids(csv, action.brings);
    put_ids(csv, action.use_cases).text(action.phase.text()).text(action.risk);
    csv.text(action.source.text()).end_row();
  }
  return csv.take();
}

/// What writes the tables of one part that need the model alone.
struct TableWriter {
  TablePart part;
  std::string (*write)(const MaturityModel&);
};

constexpr std::array<TableWriter, 27> table_writers{
    {{TablePart::stages, stages_csv},
     {TablePart::facets_by_stage, facets_csv},
     {TablePart::transitions, transitions_csv},
     {TablePart::pillars, pillars_csv},
     {TablePart::pillars_by_stage, pillars_by_stage_csv},
     {TablePart::capabilities, capabilities_csv},
     {TablePart::capabilities_by_stage, capabilities_by_stage_csv},
     {TablePart::roles, roles_csv},
     {TablePart::roles_by_stage, roles_by_stage_csv},
     {TablePart::use_cases, use_cases_csv},
     {TablePart::phases, phases_csv},
     {TablePart::effort_classes, effort_classes_csv},
     {TablePart::layers, layers_csv},
     {TablePart::questions, questions_csv},
     {TablePart::answers, answers_csv},
     {TablePart::bands, bands_csv},
     {TablePart::kpis, kpis_csv},
     {TablePart::kpis_by_stage, kpis_by_stage_csv},
     {TablePart::actions, actions_csv},
     {TablePart::claims, claims_csv},
     {TablePart::benefits, benefits_csv},
     {TablePart::pitfalls, pitfalls_csv},
     {TablePart::checklists, checklists_csv},
     {TablePart::faq, faq_csv},
     {TablePart::glossary, glossary_csv},
     {TablePart::sources, sources_csv},
     {TablePart::related_stages, related_stages_csv}}};

}  // namespace

std::string model_csv(const MaturityModel& model, const ModelTable& table) {
  if (table.part == TablePart::guidance) return guidance_csv(model.tables[table.guidance]);
  if (table.part == TablePart::roi_inputs) return roi_inputs_csv(*model.roi);
  if (table.part == TablePart::roi_lines) return roi_lines_csv(*model.roi);
  const auto writer = std::find_if(table_writers.begin(), table_writers.end(),
                                   [&](const TableWriter& one) { return one.part == table.part; });
  assert(writer != table_writers.end());
  return writer->write(model);
}

}  // namespace stagecraft
