// The ladder and the tree: stages, transitions, pillars.
#include "model/words.h"
#include "render/record_parts.h"

namespace stagecraft {
namespace {

Record facet_texts_record(const Stage& stage) {
  Record facets = Record::object();
  for (const FacetText& text : stage.facets) {
    Record record = Record::object();
    put(record, "paragraphs", text.paragraphs);
    put(record, "points", text.points);
    facets[text.facet.text()] = std::move(record);
  }
  return facets;
}

Record titled_list_record(const TitledList& list) {
  Record record{{"title", list.title}};
  put(record, "points", list.points);
  put(record, "source", list.source);
  return record;
}

Record step_record(const TransitionStep& step) {
  Record record{{"title", step.title}};
  put(record, "text", step.text);
  put(record, "check", step.check);
  put(record, "duration", step.duration);
  put(record, "source", step.source);
  return record;
}

}  // namespace

Record pillar_record(const MaturityModel& model, PillarIndex index) {
  const Pillar& pillar = model.pillars[index];
  Record record = part_head(pillar), descriptors = Record::object();
  put(record, "source", pillar.source);
  put(record, "aliases", pillar.aliases);
  put(record, "definition", pillar.definition);
  put(record, "scope", pillar.scope);
  put(record, "from", pillar.from);
  put(record, "to", pillar.to);
  put_given(record, "weight", pillar.weight);
  for (StageIndex stage = 0; stage < pillar.descriptors.size(); ++stage)
    put(descriptors, model.stages[stage].id.text(), descriptor_record(pillar.descriptors[stage]));
  put(record, "descriptors", std::move(descriptors));
  put(record, "pillars", pillars_record(model, index));
  return record;
}

Record stage_record(const Stage& stage) {
  Record record = part_head(stage);
  put(record, "subtitle", stage.subtitle);
  put(record, "aliases", stage.aliases);
  put(record, "source", stage.source);
  record["status"] = word_of(stage_status_words, stage.status);
  put(record, "status_note", stage.status_note);
  put(record, "summary", stage.summary);
  put(record, "focus", stage.focus);
  put(record, "challenge", stage.challenge);
  put(record, "characteristic", stage.characteristic);
  put(record, "lists", list_of(stage.lists, titled_list_record));
  put(record, "signs", stage.signs);
  put(record, "facets", facet_texts_record(stage));
  put(record, "exit_criteria", stage.exit_criteria);
  put(record, "cost_of_staying", stage.cost_of_staying);
  put(record, "not_yet", stage.not_yet);
  return record;
}

Record transition_record(const MaturityModel& model, const Transition& transition) {
  Record record{{"from", model.stages[transition.from].id.text()}, {"title", transition.title}};
  put(record, "summary", transition.summary);
  put(record, "difference", transition.difference);
  put(record, "steps", list_of(transition.steps, step_record));
  put(record, "duration", transition.duration);
  put(record, "duration_claim", transition.duration_claim);
  put(record, "source", transition.source);
  return record;
}

Record descriptor_record(const Descriptor& descriptor) {
  if (!descriptor.absent.empty()) return {{"absent", descriptor.absent}};
  return descriptor.text.empty() ? Record() : Record(descriptor.text);
}

Record pillars_record(const MaturityModel& model, std::optional<PillarIndex> parent) {
  return list_of(model.pillars_below(parent),
                 [&](PillarIndex pillar) { return pillar_record(model, pillar); });
}

Record stage_ids(const MaturityModel& model, const std::vector<StageIndex>& stages) {
  return list_of(stages, [&](StageIndex stage) { return model.stages[stage].id.text(); });
}

void put_stage(Record& record, const MaturityModel& model, std::optional<StageIndex> stage) {
  if (stage) put(record, "stage", model.stages[*stage].id);
}

void put_pillar(Record& record, const MaturityModel& model, std::optional<PillarIndex> pillar) {
  if (pillar) put(record, "pillar", model.pillars[*pillar].id);
}

}  // namespace stagecraft
