// What explains and advises: claims, benefits, pitfalls, checklists, topics, FAQ, glossary.
#include "load/model_parts.h"

namespace stagecraft {
namespace {

ChecklistItem read_item(const ModelIds& ids, const ReadContext& context, const Node& node) {
  ChecklistItem item;
  if (node.kind != NodeKind::map) {
    item.text = read_entry(context, node, "items").value_or("");
    return item;
  }
  MapReader reader(context, node, "item");
  item.text = reader.required_text("text");
  item.help = reader.text("help");
  item.stage = ids.stages.position(reader, "stage");
  item.source = ids.sources.reference(reader, "source");
  reader.finish();
  return item;
}

TopicSection read_section(const ModelIds& ids, MapReader& reader) {
  TopicSection section;
  section.title = reader.required_text("title");
  section.paragraphs = reader.texts("paragraphs");
  section.points = reader.texts("points");
  section.source = ids.sources.reference(reader, "source");
  return section;
}

}  // namespace

void read_claims(ModelReading& reading) {
  const ModelIds& ids = reading.ids;
  reading.root.each_map("claims", ids.claims.kind(), [&](MapReader& reader) {
    Claim claim;
    claim.id = reader.required_id<ClaimId>("id");
    claim.figure = reader.text("figure");
    claim.text = reader.required_text("text");
    claim.source = ids.sources.reference(reader, "source");
    claim.date = reader.date("date");
    claim.organisation = reader.text("organisation");
    claim.kpi = ids.kpis.reference(reader, "kpi");
    claim.use_case = ids.use_cases.reference(reader, "use_case");
    claim.unsourced_note = reader.text("unsourced_note");
    claim.stages = ids.stages.positions(reader, "stages");
    reading.model.claims.push_back(std::move(claim));
  });
}

void read_benefits(ModelReading& reading) {
  read_parts(reading, "benefits", reading.ids.benefits, reading.model.benefits,
             [](MapReader& reader, Benefit& benefit) {
               benefit.text = reader.text("text");
               benefit.kind = reader.choice("kind", benefit_words, BenefitKind::other);
             });
}

void read_pitfalls(ModelReading& reading) {
  const ModelIds& ids = reading.ids;
  read_parts(reading, "pitfalls", ids.pitfalls, reading.model.pitfalls,
             [&](MapReader& reader, Pitfall& pitfall) {
               pitfall.problem = reader.required_text("problem");
               pitfall.avoidance = reader.required_text("avoidance");
               pitfall.stages = ids.stages.positions(reader, "stages");
               pitfall.use_cases = ids.use_cases.references(reader, "use_cases");
               pitfall.actions = ids.actions.references(reader, "actions");
             });
}

void read_checklists(ModelReading& reading) {
  read_parts(reading, "checklists", reading.ids.checklists, reading.model.checklists,
             [&](MapReader& reader, Checklist& checklist) {
               checklist.text = reader.text("text");
               reader.require_entries("items", 1);
               reader.each("items", [&](const Node& node) {
                 checklist.items.push_back(read_item(reading.ids, reading.context, node));
               });
             });
}

void read_topics(ModelReading& reading) {
  const ModelIds& ids = reading.ids;
  read_parts(reading, "topics", ids.topics, reading.model.topics,
             [&](MapReader& reader, Topic& topic) {
               topic.text = reader.text("text");
               topic.paragraphs = reader.texts("paragraphs");
               topic.points = reader.texts("points");
               reader.each_map("sections", "section", [&](MapReader& section) {
                 topic.sections.push_back(read_section(ids, section));
               });
               topic.stages = ids.stages.positions(reader, "stages");
             });
}

void read_faq(ModelReading& reading) {
  read_untitled(reading, "faq", reading.ids.faq, reading.model.faq,
                [&](MapReader& reader, FaqEntry& entry) {
                  entry.title = reader.required_text("question");
                  reader.require_entries("answer", 1);
                  entry.answer = reader.texts("answer");
                  entry.stages = reading.ids.stages.positions(reader, "stages");
                });
}

void read_glossary(ModelReading& reading) {
  read_untitled(reading, "glossary", reading.ids.glossary, reading.model.glossary,
                [](MapReader& reader, Term& term) {
                  term.title = reader.required_text("term");
                  term.definition = reader.required_text("definition");
                  term.abbreviation = reader.text("abbreviation");
                  term.aliases = reader.texts("aliases");
                });
}

}  // namespace stagecraft
