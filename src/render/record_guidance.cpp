// What explains and advises: claims, benefits, pitfalls, checklists, topics, FAQ, glossary.
#include "model/words.h"
#include "render/record_parts.h"

namespace stagecraft {
namespace {

Record item_record(const MaturityModel& model, const ChecklistItem& item) {
  Record record{{"text", item.text}};
  put(record, "help", item.help);
  put_stage(record, model, item.stage);
  put(record, "source", item.source);
  return record;
}

Record section_record(const TopicSection& section) {
  Record record{{"title", section.title}};
  put(record, "paragraphs", section.paragraphs);
  put(record, "points", section.points);
  put(record, "source", section.source);
  return record;
}

}  // namespace

Record claim_record(const MaturityModel& model, const Claim& claim) {
  Record record{{"id", claim.id.text()}};
  put(record, "figure", claim.figure);
  put(record, "text", claim.text);
  put(record, "source", claim.source);
  put(record, "date", claim.date);
  put(record, "organisation", claim.organisation);
  put(record, "kpi", claim.kpi);
  put(record, "use_case", claim.use_case);
  put(record, "unsourced_note", claim.unsourced_note);
  put(record, "stages", stage_ids(model, claim.stages));
  return record;
}

Record benefit_record(const Benefit& benefit) {
  Record record = part_head(benefit);
  put(record, "text", benefit.text);
  put(record, "source", benefit.source);
  record["kind"] = word_of(benefit_words, benefit.kind);
  return record;
}

Record pitfall_record(const MaturityModel& model, const Pitfall& pitfall) {
  Record record = part_head(pitfall);
  put(record, "problem", pitfall.problem);
  put(record, "avoidance", pitfall.avoidance);
  put(record, "stages", stage_ids(model, pitfall.stages));
  put(record, "use_cases", pitfall.use_cases);
  put(record, "actions", pitfall.actions);
  put(record, "source", pitfall.source);
  return record;
}

Record checklist_record(const MaturityModel& model, const Checklist& checklist) {
  Record record = part_head(checklist);
  put(record, "text", checklist.text);
  put(record, "source", checklist.source);
  put(record, "items", list_of(checklist.items, [&](const ChecklistItem& item) {
        return item_record(model, item);
      }));
  return record;
}

Record topic_record(const MaturityModel& model, const Topic& topic) {
  Record record = part_head(topic);
  put(record, "text", topic.text);
  put(record, "paragraphs", topic.paragraphs);
  put(record, "points", topic.points);
  put(record, "sections", list_of(topic.sections, section_record));
  put(record, "stages", stage_ids(model, topic.stages));
  put(record, "source", topic.source);
  return record;
}

Record faq_record(const MaturityModel& model, const FaqEntry& entry) {
  Record record{{"id", entry.id.text()}};
  put(record, "formerly", entry.formerly);
  put(record, "question", entry.title);
  put(record, "answer", entry.answer);
  put(record, "stages", stage_ids(model, entry.stages));
  put(record, "source", entry.source);
  return record;
}

Record term_record(const Term& term) {
  Record record{{"id", term.id.text()}};
  put(record, "formerly", term.formerly);
  put(record, "term", term.title);
  put(record, "definition", term.definition);
  put(record, "abbreviation", term.abbreviation);
  put(record, "aliases", term.aliases);
  put(record, "source", term.source);
  return record;
}

}  // namespace stagecraft
