#include "load/node_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace stagecraft {
namespace {

std::optional<StageIndex> required_stage(const ModelReading& reading, MapReader& reader) {
  reader.find_required("stage");
  return reading.ids.stages.position(reader, "stage");
}

Bands read_bands(const ModelReading& reading, MapReader& rule) {
  Bands bands;
  std::optional<Exact> last;
  std::optional<StageIndex> highest;
  rule.check_entries("bands", 1);
  rule.each_map("bands", "band", [&](MapReader& reader) {
    const std::optional<Exact> from = reader.required_number("from");
    const std::optional<StageIndex> stage = required_stage(reading, reader);
    Band band{from.value_or(0), stage.value_or(0), reader.text("meaning"), reader.text("priority")};
    if (from && last && *from <= *last)
      reader.error(*reader.find("from"),
                   "bands must ascend, and this one does not start above the last");
    if (from) last = from;
    if (stage && highest && *stage < *highest)
      reader.error(*reader.find("stage"), "the stages of bands must ascend as well");
    if (stage) highest = stage;
    bands.push_back(std::move(band));
  });
  return bands;
}

NeedsEach read_thresholds(const ModelReading& reading, MapReader& reader) {
  NeedsEach each;
  reading.ids.stages.each_keyed(reader, "needs", [&](StageIndex stage, const Node& node) {
    const auto percent = read_percent(reading.context, node, reading.ids.stages.name(stage));
    if (percent) each.thresholds.push_back({stage, *percent});
  });
  std::sort(each.thresholds.begin(), each.thresholds.end(),
            [](const StageThreshold& a, const StageThreshold& b) { return a.stage < b.stage; });
  return each;
}

void read_needs(const ModelReading& reading, MapReader& reader, Prerequisite& prerequisite) {
  const Node* node = reader.find_required("needs");
  if (!node) return;
  if (node->kind == NodeKind::map) {
    if (node->members.empty()) reader.error(*node, "'needs' names no stage");
    prerequisite.needs = read_thresholds(reading, reader);
  } else if (!node->is_scalar() || (node->scalar != "all" && !parse_decimal(node->scalar))) {
    reader.error(*node, "'needs' must be 'all', a number from 0 to 100 or a map by stage");
  } else if (node->scalar != "all") {
    prerequisite.needs = NeedsShare{reader.percent("needs").value_or(0)};
  }
}

Prerequisites read_prerequisites(const ModelReading& reading, MapReader& rule) {
  Prerequisites prerequisites;
  std::optional<StageIndex> last;
  rule.check_entries("prerequisites", 1);
  rule.each_map("prerequisites", "prerequisite", [&](MapReader& reader) {
    const std::optional<StageIndex> stage = required_stage(reading, reader);
    Prerequisite prerequisite;
    prerequisite.stage = stage.value_or(0);
    read_needs(reading, reader, prerequisite);
    prerequisite.meaning = reader.text("meaning");
    prerequisite.priority = reader.text("priority");
    if (stage && last && *stage <= *last)
      reader.error(*reader.find("stage"), "prerequisites must ascend by stage, one for each");
    if (stage) last = stage;
    prerequisites.push_back(std::move(prerequisite));
  });
  return prerequisites;
}

void read_stage_number(const ModelReading& reading, MapReader& reader, StageRule& stage) {
  const StageNumber number = reader.choice("stage", stage_number_words, StageNumber::chosen);
  if (!reader.find("stage")) return;
  if (reading.model.stages.empty())
    reader.error(*reader.find("stage"), "'stage' needs stages, and the model has none");
  stage = number;
}

/// What gives a stage: bands, prerequisites or the value itself.
StageRule read_stage_rule(const ModelReading& reading, MapReader& reader) {
  StageRule stage;
  read_stage_number(reading, reader, stage);
  Bands bands = read_bands(reading, reader);
  Prerequisites prerequisites = read_prerequisites(reading, reader);
  const bool has_bands = reader.find("bands"), has_prerequisites = reader.find("prerequisites");
  if (has_bands + has_prerequisites + (reader.find("stage") != nullptr) > 1)
    reader.error(
        reader.node(),
        fmt::format("{} has at most one of 'bands', 'prerequisites' and 'stage'", reader.what()));
  if (has_bands) stage = std::move(bands);
  if (has_prerequisites) stage = std::move(prerequisites);
  return stage;
}

}  // namespace

WrittenRule WrittenRule::over_those_of(const WrittenRule& other) const {
  WrittenRule result = *this;
  if (!by) result.by = other.by;
  if (!at_least) result.at_least = other.at_least;
  if (!over) result.over = other.over;
  if (!gives_stage()) result.stage = other.stage;
  return result;
}

NodeRule WrittenRule::complete() const {
  const bool climbs = std::holds_alternative<Prerequisites>(stage);
  NodeRule rule;
  rule.by = by.value_or(climbs ? Aggregate::none : Aggregate::mean);
  rule.at_least = at_least.value_or(1);
  rule.over = over.value_or(Over::children);
  rule.stage = stage;
  return rule;
}

WrittenRule read_rule(const ModelReading& reading, MapReader& reader) {
  WrittenRule rule;
  const Aggregate by = reader.choice("by", aggregate_words, Aggregate::mean);
  if (reader.find("by")) rule.by = by;
  rule.at_least = reader.number("at_least");
  const Over over = reader.choice("over", over_words, Over::children);
  if (reader.find("over")) rule.over = over;
  rule.stage = read_stage_rule(reading, reader);
  return rule;
}

}  // namespace stagecraft
