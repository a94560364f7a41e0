// What is measured and what is done about it: KPIs and actions.
#include "model/words.h"
#include "render/record_parts.h"

namespace stagecraft {

Record typical_record(const TypicalValue& typical) {
  Record record;
  switch (typical.kind) {
    case TypicalKind::range:
      put_given(record, "from", typical.low);
      put_given(record, "to", typical.high);
      break;
    case TypicalKind::words:
      record["words"] = typical.words;
      break;
    case TypicalKind::not_defined:
      put(record, "undefined", typical.words);
      break;
  }
  put(record, "note", typical.note);
  put(record, "window", typical.window);
  put(record, "source", typical.source);
  if (typical.kind == TypicalKind::not_defined && !record.empty())
    record["undefined"] = typical.words;
  return record;
}

Record kpi_record(const MaturityModel& model, const Kpi& kpi) {
  Record record = part_head(kpi), typical = Record::object();
  record["unit"] = word_of(unit_words, kpi.unit);
  put(record, "baseline", kpi.baseline);
  record["better"] = word_of(direction_words, kpi.direction);
  record["timing"] = word_of(timing_words, kpi.timing);
  put(record, "definition", kpi.definition);
  put(record, "formula", kpi.formula);
  put(record, "data_source", kpi.data_source);
  put(record, "owner", kpi.owner);
  put(record, "cadence", kpi.cadence);
  put(record, "window", kpi.window);
  put_pillar(record, model, kpi.pillar);
  put(record, "leads_to", kpi.leads_to);
  put(record, "source", kpi.source);
  for (StageIndex stage = 0; stage < kpi.typical.size(); ++stage)
    put(typical, model.stages[stage].id.text(), typical_record(kpi.typical[stage]));
  put(record, "typical", std::move(typical));
  return record;
}

Record action_record(const MaturityModel& model, const Action& action) {
  Record record = part_head(action);
  put(record, "text", action.text);
  put(record, "source", action.source);
  if (action.from) put(record, "from", model.stages[*action.from].id);
  put_pillar(record, model, action.pillar);
  put(record, "area", action.area);
  record["impact"] = action.impact;
  record["effort"] = action.effort;
  put(record, "duration", action.duration);
  put(record, "owner", action.owner);
  put(record, "checks", action.checks);
  put(record, "depends_on", action.depends_on);
  put(record, "satisfied_by", action.satisfied_by);
  put(record, "moves", action.moves);
  put(record, "brings", action.brings);
  put(record, "use_cases", action.use_cases);
  put(record, "phase", action.phase);
  put(record, "risk", action.risk);
  return record;
}

}  // namespace stagecraft
