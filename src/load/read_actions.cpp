#include <fmt/format.h>

#include "load/model_parts.h"

namespace stagecraft {
namespace {

void read_action(ModelReading& reading, MapReader& reader, Action& action) {
  const ModelIds& ids = reading.ids;
  action.text = reader.text("text");
  action.from = read_step(reading, reader);
  action.pillar = ids.pillars.position(reader, "pillar");
  action.area = reader.text("area");
  action.impact = reader.required_whole("impact", 1, 5);
  action.effort = reader.required_whole("effort", 1, 5);
  reader.find_required("duration");
  action.duration = read_duration(reader, "duration");
  action.owner = reader.text("owner");
  action.checks = reader.texts("checks");
  action.satisfied_by = ids.questions.references(reader, "satisfied_by");
  action.moves = ids.kpis.references(reader, "moves");
  action.brings = ids.capabilities.references(reader, "brings");
  action.use_cases = ids.use_cases.references(reader, "use_cases");
  action.phase = ids.phases.reference(reader, "phase");
  action.risk = reader.text("risk");
}

/// Reports what is listed at `node`, what `action` depends on, and belongs to a later step.
void check_steps(const ModelReading& reading, const Action& action, const Node& node) {
  for (const Node& item : node.items) {
    const auto position = reading.ids.actions.position_of(item.scalar);
    if (!position) continue;
    const Action& needed = reading.model.actions[*position];
    if (needed.from && action.from && *needed.from > *action.from)
      reading.context.error(item, fmt::format("'{}' belongs to a later step than '{}', which would "
                                              "wait for it",
                                              needed.id.text(), action.id.text()));
  }
}

}  // namespace

void read_actions(ModelReading& reading) {
  Waiting waiting;
  const IdTable<ActionId>& table = reading.ids.actions;
  std::vector<Action>& actions = reading.model.actions;
  read_parts(reading, "actions", table, actions, [&](MapReader& reader, Action& action) {
    read_action(reading, reader, action);
    std::vector<std::size_t> needed = table.positions(reader, "depends_on");
    for (const std::size_t position : needed) action.depends_on.push_back(table.id(position));
    waiting.add(reader.find("depends_on"), std::move(needed));
  });
  for (std::size_t i = 0; i < actions.size(); ++i)
    if (waiting.nodes[i]) check_steps(reading, actions[i], *waiting.nodes[i]);
  report_circles(reading.context, waiting, table, "actions");
}

}  // namespace stagecraft
