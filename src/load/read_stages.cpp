#include <fmt/format.h>

#include <algorithm>

#include "load/model_parts.h"

namespace stagecraft {
namespace {

void read_lists(const ModelReading& reading, MapReader& reader, Stage& stage) {
  reader.each_map("lists", "list", [&](MapReader& map) {
    TitledList list;
    list.title = map.required_text("title");
    map.require_entries("points", 1);
    list.points = map.texts("points");
    list.source = reading.ids.sources.reference(map, "source");
    stage.lists.push_back(std::move(list));
  });
}

void read_facet_texts(const ModelReading& reading, MapReader& reader, Stage& stage) {
  std::vector<FacetText> texts(reading.model.facets.size());
  reading.ids.facets.each_keyed(reader, "facets", [&](std::size_t facet, const Node& node) {
    MapReader text(reading.context, node, "facet text");
    if (node.kind != NodeKind::map) return;
    texts[facet] = {reading.ids.facets.id(facet), text.texts("paragraphs"), text.texts("points")};
    text.finish();
  });
  for (FacetText& text : texts)
    if (!text.facet.empty()) stage.facets.push_back(std::move(text));
}

void read_stage(const ModelReading& reading, MapReader& reader, Stage& stage) {
  stage.aliases = reader.texts("aliases");
  stage.subtitle = reader.text("subtitle");
  stage.status = reader.choice("status", stage_status_words, StageStatus::established);
  stage.status_note = reader.text("status_note");
  stage.summary = reader.text("summary");
  stage.focus = reader.text("focus");
  stage.challenge = reader.text("challenge");
  stage.characteristic = reader.text("characteristic");
  stage.signs = reader.texts("signs");
  read_lists(reading, reader, stage);
  read_facet_texts(reading, reader, stage);
  stage.exit_criteria = reader.texts("exit_criteria");
  stage.cost_of_staying = reader.text("cost_of_staying");
  stage.not_yet = reader.texts("not_yet");
}

TransitionStep read_transition_step(const ModelReading& reading, MapReader& reader) {
  TransitionStep step;
  step.title = reader.required_text("title");
  step.text = reader.text("text");
  step.check = reader.text("check");
  step.duration = read_duration(reader, "duration");
  step.source = reading.ids.sources.reference(reader, "source");
  return step;
}

Transition read_transition(ModelReading& reading, MapReader& reader, StageIndex from) {
  Transition transition;
  transition.from = from;
  transition.title = reader.required_text("title");
  transition.summary = reader.text("summary");
  transition.difference = reader.text("difference");
  reader.each_map("steps", "step", [&](MapReader& step) {
    transition.steps.push_back(read_transition_step(reading, step));
  });
  transition.duration = read_duration(reader, "duration");
  transition.duration_claim = reader.text("duration_claim");
  transition.source = reading.ids.sources.reference(reader, "source");
  return transition;
}

}  // namespace

void read_facets(ModelReading& reading) {
  reading.root.each_map("facets", "facet", [&](MapReader& reader) {
    const FacetId id = reader.required_id<FacetId>("id");
    reading.model.facets.push_back({id, reader.required_text("title")});
  });
}

void read_stages(ModelReading& reading) {
  reading.root.check_entries("stages", 1);
  read_parts(reading, "stages", reading.ids.stages, reading.model.stages,
             [&](MapReader& reader, Stage& stage) { read_stage(reading, reader, stage); });
}

void read_transitions(ModelReading& reading) {
  std::vector<Transition>& transitions = reading.model.transitions;
  reading.root.each_map("transitions", "transition", [&](MapReader& reader) {
    const std::optional<StageIndex> from = read_step(reading, reader);
    Transition transition = read_transition(reading, reader, from.value_or(0));
    if (!from) return;
    if (reading.model.transition_from(*from))
      reader.error(reader.node(),
                   fmt::format("a second transition from '{}'", reading.ids.stages.name(*from)));
    transitions.push_back(std::move(transition));
  });
  std::sort(transitions.begin(), transitions.end(),
            [](const Transition& a, const Transition& b) { return a.from < b.from; });
}

}  // namespace stagecraft
