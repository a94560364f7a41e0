// What a programme is made of: capabilities, roles, use cases, phases, effort classes, layers.
#include "load/model_parts.h"

namespace stagecraft {
namespace {

void read_capability(const ModelIds& ids, MapReader& reader, Capability& capability) {
  capability.text = reader.text("text");
  capability.stage = ids.stages.position(reader, "stage");
  capability.pillar = ids.pillars.position(reader, "pillar");
  capability.replaces = reader.text("replaces");
  capability.questions = ids.questions.references(reader, "questions");
  reader.each_map("examples", "example", [&](MapReader& example) {
    std::string name = example.required_text("name");
    capability.examples.push_back({std::move(name), example.choice("kind", example_words, false)});
  });
}

void read_use_case(const ModelIds& ids, MapReader& reader, UseCase& use_case) {
  use_case.text = reader.text("text");
  use_case.paragraphs = reader.texts("paragraphs");
  use_case.points = reader.texts("points");
  use_case.stage = ids.stages.position(reader, "stage");
  use_case.pillar = ids.pillars.position(reader, "pillar");
  use_case.complexity = reader.choice("complexity", complexity_words, Complexity::not_given);
  use_case.components = reader.texts("components");
  use_case.effort_class = ids.effort_classes.reference(reader, "effort_class");
  use_case.build_time = read_duration(reader, "build_time");
  use_case.pays_back = read_duration(reader, "pays_back");
  use_case.primary_kpi = ids.kpis.reference(reader, "primary_kpi");
  use_case.secondary_kpis = ids.kpis.references(reader, "secondary_kpis");
  use_case.questions = ids.questions.references(reader, "questions");
  use_case.capabilities = ids.capabilities.references(reader, "capabilities");
}

void read_window(MapReader& reader, EffortClass& effort_class) {
  reader.find_required("window");
  reader.in_map("window", "window", [&](MapReader& window) {
    effort_class.from = window.required_whole("from", 1, 999);
    if (window.find("to")) effort_class.to = window.whole("to", 1, 999, 1);
    effort_class.unit = read_time_unit(window);
    if (effort_class.to && *effort_class.to < effort_class.from)
      window.error(window.node(), "the window ends before it starts");
  });
}

}  // namespace

void read_capabilities(ModelReading& reading) {
  Waiting waiting;
  const ModelIds& ids = reading.ids;
  read_parts(reading, "capabilities", ids.capabilities, reading.model.capabilities,
             [&](MapReader& reader, Capability& capability) {
               read_capability(ids, reader, capability);
               std::vector<std::size_t> needed = ids.capabilities.positions(reader, "builds_on");
               for (const std::size_t position : needed)
                 capability.builds_on.push_back(ids.capabilities.id(position));
               waiting.add(reader.find("builds_on"), std::move(needed));
             });
  report_circles(reading.context, waiting, ids.capabilities, "capabilities");
}

void read_roles(ModelReading& reading) {
  read_parts(reading, "roles", reading.ids.roles, reading.model.roles,
             [&](MapReader& reader, Role& role) {
               role.responsibility = reader.text("responsibility");
               role.stage = reading.ids.stages.position(reader, "stage");
               role.headcount = reader.choice("headcount", headcount_words, Headcount::not_given);
               role.headcount_note = reader.text("headcount_note");
               role.by_stage = read_texts_by_stage(reading, reader, "by_stage");
             });
}

void read_use_cases(ModelReading& reading) {
  read_parts(
      reading, "use_cases", reading.ids.use_cases, reading.model.use_cases,
      [&](MapReader& reader, UseCase& use_case) { read_use_case(reading.ids, reader, use_case); });
}

void read_phases(ModelReading& reading) {
  read_parts(reading, "phases", reading.ids.phases, reading.model.phases,
             [](MapReader& reader, Phase& phase) {
               phase.text = reader.text("text");
               phase.duration = read_duration(reader, "duration");
               phase.entry = reader.texts("entry");
               phase.activities = reader.texts("activities");
               phase.gate = reader.texts("gate");
             });
}

void read_effort_classes(ModelReading& reading) {
  read_parts(reading, "effort_classes", reading.ids.effort_classes, reading.model.effort_classes,
             [](MapReader& reader, EffortClass& effort_class) {
               effort_class.text = reader.text("text");
               effort_class.points = reader.texts("points");
               read_window(reader, effort_class);
             });
}

void read_layers(ModelReading& reading) {
  const ModelIds& ids = reading.ids;
  read_parts(
      reading, "layers", ids.layers, reading.model.layers, [&](MapReader& reader, Layer& layer) {
        layer.text = reader.text("text");
        layer.stage = ids.stages.position(reader, "stage");
        reader.each_map("components", "component", [&](MapReader& component) {
          std::string title = component.required_text("title");
          std::string text = component.text("text");
          layer.components.push_back(
              {std::move(title), std::move(text), ids.sources.reference(component, "source")});
        });
      });
}

}  // namespace stagecraft
