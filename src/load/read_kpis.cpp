#include "load/model_parts.h"

namespace stagecraft {
namespace {

void check_typical_value(MapReader& reader, const TypicalValue& value, Unit unit) {
  const bool is_range = reader.find("from") || reader.find("to");
  const int kinds =
      is_range + (reader.find("words") != nullptr) + (reader.find("undefined") != nullptr);
  if (kinds != 1)
    reader.error(reader.node(), "a typical value has 'from' and 'to', or 'words', or 'undefined'");
  if (is_range && unit == Unit::text)
    reader.error(reader.node(), "a KPI with the unit 'text' has no numbers");
  if (value.low && value.high && *value.low > *value.high)
    reader.error(*reader.find("from"), "the range ends before it starts");
}

TypicalValue read_typical_value(const ModelReading& reading, const Node& node, Unit unit) {
  MapReader reader(reading.context, node, "typical value");
  if (node.kind != NodeKind::map) return {};
  TypicalValue value;
  value.low = reader.number("from");
  value.high = reader.number("to");
  value.words = reader.text("words");
  const std::string reason = reader.text("undefined");
  value.note = reader.text("note");
  value.window = reader.text("window");
  value.source = reading.ids.sources.reference(reader, "source");
  reader.finish();
  check_typical_value(reader, value, unit);
  if (value.low || value.high)
    value.kind = TypicalKind::range;
  else if (reader.find("words"))
    value.kind = TypicalKind::words;
  else
    value.words = reason;
  return value;
}

void read_kpi(const ModelReading& reading, MapReader& reader, Kpi& kpi) {
  kpi.unit = reader.choice("unit", unit_words, Unit::percent);
  kpi.baseline = reader.text("baseline");
  kpi.direction = reader.choice("better", direction_words, Direction::higher_is_better);
  kpi.timing = reader.choice("timing", timing_words, Timing::lagging);
  kpi.definition = reader.required_text("definition");
  kpi.formula = reader.text("formula");
  kpi.data_source = reader.text("data_source");
  kpi.owner = reader.text("owner");
  kpi.cadence = reader.text("cadence");
  kpi.window = reader.text("window");
  kpi.pillar = reading.ids.pillars.position(reader, "pillar");
  kpi.leads_to = reading.ids.kpis.references(reader, "leads_to");
  kpi.typical.resize(reading.model.stages.size());
  reading.ids.stages.each_keyed(reader, "typical", [&](StageIndex stage, const Node& node) {
    kpi.typical[stage] = read_typical_value(reading, node, kpi.unit);
  });
}

}  // namespace

void read_kpis(ModelReading& reading) {
  read_parts(reading, "kpis", reading.ids.kpis, reading.model.kpis,
             [&](MapReader& reader, Kpi& kpi) { read_kpi(reading, reader, kpi); });
}

}  // namespace stagecraft
