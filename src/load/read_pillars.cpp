#include <fmt/format.h>

#include "load/model_parts.h"

namespace stagecraft {
namespace {

constexpr std::size_t deepest = 16;

Descriptor read_descriptor(const ModelReading& reading, const Node& node, const std::string& what) {
  if (node.kind != NodeKind::map) return {read_text(reading.context, node, what).value_or(""), ""};
  MapReader reader(reading.context, node, "descriptor");
  Descriptor descriptor{"", reader.required_text("absent")};
  reader.finish();
  return descriptor;
}

Pillar read_pillar(const ModelReading& reading, MapReader& reader) {
  Pillar pillar;
  read_identity(reader, reading.ids, pillar);
  pillar.title = reader.required_text("title");
  pillar.aliases = reader.texts("aliases");
  pillar.definition = reader.text("definition");
  pillar.scope = reader.texts("scope");
  pillar.from = reader.text("from");
  pillar.to = reader.text("to");
  pillar.weight = reader.weight("weight");
  pillar.descriptors.resize(reading.model.stages.size());
  reading.ids.stages.each_keyed(reader, "descriptors", [&](StageIndex stage, const Node& node) {
    pillar.descriptors[stage] = read_descriptor(reading, node, reading.ids.stages.name(stage));
  });
  return pillar;
}

/// The pillars in the list `pillars` of `above` and those below them, parents before children.
void read_below(ModelReading& reading, MapReader& above, std::optional<PillarIndex> parent,
                std::size_t depth) {
  above.each_map("pillars", "pillar", [&](MapReader& reader) {
    if (depth == deepest)
      reader.error(reader.node(), fmt::format("pillars lie more than {} deep", deepest));
    std::vector<Pillar>& pillars = reading.model.pillars;
    const PillarIndex index = pillars.size();
    pillars.push_back(read_pillar(reading, reader));
    pillars.back().parent = parent;
    pillars.back().depth = depth;
    read_below(reading, reader, index, depth + 1);
  });
}

}  // namespace

void read_pillars(ModelReading& reading) {
  read_below(reading, reading.root, std::nullopt, 0);
}

}  // namespace stagecraft
