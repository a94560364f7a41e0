#include "render/model_record.h"

#include "render/record_parts.h"

namespace stagecraft {
namespace {

Record facet_record(const Facet& facet) {
  return {{"id", facet.id.text()}, {"title", facet.title}};
}

void put_head(Record& record, const MaturityModel& model) {
  put(record, "id", model.id);
  put(record, "formerly", model.formerly);
  put(record, "title", model.title);
  put(record, "short_title", model.short_title);
  put(record, "version", model.version);
  put(record, "updated", model.updated);
  put(record, "licence", model.licence);
  put(record, "authors", model.authors);
  put(record, "summary", model.summary);
  put(record, "audience", model.audience);
  put(record, "instructions", model.instructions);
  put(record, "provenance", model.provenance);
  put(record, "sources", list_of(model.sources, source_record));
}

}  // namespace

Record source_record(const Source& source) {
  Record record{{"id", source.id.text()},
                {"document", source.document},
                {"publisher", source.publisher}};
  put(record, "note", source.note);
  return record;
}

Record related_record(const MaturityModel& model, const RelatedModel& related) {
  Record record{{"model", related.model.text()}, {"text", related.text}};
  Record stages = Record::object();
  for (const StageMapping& mapping : related.stages)
    stages[model.stages[mapping.stage].id.text()] =
        list_of(mapping.nearest, [](const StageId& stage) { return stage.text(); });
  put(record, "stages", std::move(stages));
  return record;
}

Record accepted_record(const Accepted& accepted) {
  return {{"rule", accepted.rule}, {"of", accepted.of}, {"reason", accepted.reason}};
}

Record model_record(const MaturityModel& model) {
  Record record{{"schema", "stagecraft/model/2"}};
  const auto put_parts = [&](const char* key, const auto& parts, const auto& make) {
    put(record, key, list_of(parts, [&](const auto& part) { return make(model, part); }));
  };
  put_head(record, model);
  put_parts("related", model.related, related_record);
  put(record, "facets", list_of(model.facets, facet_record));
  put(record, "stages", list_of(model.stages, stage_record));
  put_parts("transitions", model.transitions, transition_record);
  put(record, "pillars", pillars_record(model, std::nullopt));
  put_parts("capabilities", model.capabilities, capability_record);
  put_parts("roles", model.roles, role_record);
  put_parts("use_cases", model.use_cases, use_case_record);
  put(record, "phases", list_of(model.phases, phase_record));
  put(record, "effort_classes", list_of(model.effort_classes, effort_class_record));
  put_parts("layers", model.layers, layer_record);
  put_parts("questions", model.questions, question_record);
  put_parts("scoring", model.methods, method_record);
  put_parts("kpis", model.kpis, kpi_record);
  put_parts("actions", model.actions, action_record);
  put_parts("claims", model.claims, claim_record);
  put(record, "benefits", list_of(model.benefits, benefit_record));
  put_parts("pitfalls", model.pitfalls, pitfall_record);
  put_parts("checklists", model.checklists, checklist_record);
  put(record, "tables", list_of(model.tables, table_record));
  put_parts("topics", model.topics, topic_record);
  put_parts("faq", model.faq, faq_record);
  put(record, "glossary", list_of(model.glossary, term_record));
  if (model.roi) record["roi"] = roi_record(*model.roi);
  put(record, "accepted", list_of(model.accepted, accepted_record));
  return record;
}

Record stage_name_record(const MaturityModel& model, std::optional<StageIndex> stage) {
  if (!stage) return {};
  return {{"id", model.stages[*stage].id.text()},
          {"number", *stage + 1},
          {"title", model.stages[*stage].title}};
}

}  // namespace stagecraft
