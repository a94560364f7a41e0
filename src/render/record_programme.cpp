// What a programme is made of: capabilities, roles, use cases, phases, effort classes, layers.
#include "model/words.h"
#include "render/record_parts.h"

namespace stagecraft {
namespace {

Record example_record(const Example& example) {
  return {{"name", example.name}, {"kind", word_of(example_words, example.is_vendor)}};
}

Record component_record(const LayerComponent& component) {
  Record record{{"title", component.title}};
  put(record, "text", component.text);
  put(record, "source", component.source);
  return record;
}

}  // namespace

Record capability_record(const MaturityModel& model, const Capability& capability) {
  Record record = part_head(capability);
  put(record, "text", capability.text);
  put(record, "source", capability.source);
  put_stage(record, model, capability.stage);
  put_pillar(record, model, capability.pillar);
  put(record, "replaces", capability.replaces);
  put(record, "builds_on", capability.builds_on);
  put(record, "questions", capability.questions);
  put(record, "examples", list_of(capability.examples, example_record));
  return record;
}

Record role_record(const MaturityModel& model, const Role& role) {
  Record record = part_head(role), by_stage = Record::object();
  put(record, "source", role.source);
  put(record, "responsibility", role.responsibility);
  put_stage(record, model, role.stage);
  if (role.headcount != Headcount::not_given)
    record["headcount"] = word_of(headcount_words, role.headcount);
  put(record, "headcount_note", role.headcount_note);
  for (StageIndex stage = 0; stage < role.by_stage.size(); ++stage)
    put(by_stage, model.stages[stage].id.text(), role.by_stage[stage]);
  put(record, "by_stage", std::move(by_stage));
  return record;
}

Record use_case_record(const MaturityModel& model, const UseCase& use_case) {
  Record record = part_head(use_case);
  put(record, "text", use_case.text);
  put(record, "paragraphs", use_case.paragraphs);
  put(record, "points", use_case.points);
  put_stage(record, model, use_case.stage);
  put_pillar(record, model, use_case.pillar);
  put(record, "source", use_case.source);
  if (use_case.complexity != Complexity::not_given)
    record["complexity"] = word_of(complexity_words, use_case.complexity);
  put(record, "components", use_case.components);
  put(record, "effort_class", use_case.effort_class);
  put(record, "build_time", use_case.build_time);
  put(record, "pays_back", use_case.pays_back);
  put(record, "primary_kpi", use_case.primary_kpi);
  put(record, "secondary_kpis", use_case.secondary_kpis);
  put(record, "questions", use_case.questions);
  put(record, "capabilities", use_case.capabilities);
  return record;
}

Record phase_record(const Phase& phase) {
  Record record = part_head(phase);
  put(record, "text", phase.text);
  put(record, "duration", phase.duration);
  put(record, "source", phase.source);
  put(record, "entry", phase.entry);
  put(record, "activities", phase.activities);
  put(record, "gate", phase.gate);
  return record;
}

Record effort_class_record(const EffortClass& effort_class) {
  Record record = part_head(effort_class);
  put(record, "text", effort_class.text);
  put(record, "points", effort_class.points);
  put(record, "source", effort_class.source);
  Record window{{"from", effort_class.from}};
  if (effort_class.to) window["to"] = *effort_class.to;
  window["unit"] = word_of(time_unit_words, effort_class.unit);
  record["window"] = std::move(window);
  return record;
}

Record layer_record(const MaturityModel& model, const Layer& layer) {
  Record record = part_head(layer);
  put(record, "text", layer.text);
  put(record, "source", layer.source);
  put(record, "components", list_of(layer.components, component_record));
  put_stage(record, model, layer.stage);
  return record;
}

}  // namespace stagecraft
