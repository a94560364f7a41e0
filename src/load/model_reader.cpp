#include "load/model_reader.h"

#include <utility>

#include "load/model_parts.h"

namespace stagecraft {

MaturityModel read_model(const ReadContext& context, const Node& root) {
  ModelReading reading{context, MapReader(context, root, "the model"), {}, {}, {}};
  if (root.kind != NodeKind::map) return {};
  reading.ids.collect(context, root);
  read_head(reading);
  read_sources(reading);
  read_related(reading);
  read_facets(reading);
  read_stages(reading);
  read_transitions(reading);
  read_pillars(reading);
  read_capabilities(reading);
  read_roles(reading);
  read_use_cases(reading);
  read_phases(reading);
  read_effort_classes(reading);
  read_layers(reading);
  read_answer_sets(reading);
  read_questions(reading);
  read_scoring(reading);
  read_kpis(reading);
  read_actions(reading);
  read_claims(reading);
  read_benefits(reading);
  read_pitfalls(reading);
  read_checklists(reading);
  read_tables(reading);
  read_topics(reading);
  read_faq(reading);
  read_glossary(reading);
  read_roi(reading);
  read_accepted(reading);
  reading.root.finish();
  return std::move(reading.model);
}

}  // namespace stagecraft
