#include "render/model_record.h"
#include "render/record_parts.h"

namespace stagecraft {
namespace {

void put_step(Record& record, const MaturityModel& model, StageIndex from) {
  if (const Transition* transition = model.transition_from(from))
    record["transition"] = transition_record(model, *transition);
  Record actions = Record::array();
  for (const Action& action : model.actions)
    if (action.from == from) actions.push_back(action_record(model, action));
  put(record, "actions", std::move(actions));
}

/// What the page is about, under the keys of the model's own record.
class PartRecord {
 public:
  PartRecord(Record& record, const MaturityModel& model) : record_(record), model_(model) {}

  void put_part(const PlannedPage& page) {
    switch (page.part) {
      case ModelPart::pillars:
        return put(record_, "pillars", pillars_record(model_, std::nullopt));
      case ModelPart::pillar:
        record_["pillar"] = pillar_record(model_, page.item);
        return;
      case ModelPart::moving: return put_step(record_, model_, page.item);
      case ModelPart::table:
        record_["table"] = table_record(model_.tables[page.item]);
        return;
      case ModelPart::phases:
        put(record_, "phases", list_of(model_.phases, phase_record));
        return put(record_, "effort_classes", list_of(model_.effort_classes, effort_class_record));
      case ModelPart::figures:
        put_list("claims", model_.claims, claim_record);
        return put(record_, "sources", list_of(model_.sources, source_record));
      case ModelPart::method:
        put_list("scoring", model_.methods, method_record);
        return put(record_, "accepted", list_of(model_.accepted, accepted_record));
      default: put_whole_list(page.part);
    }
  }

 private:
  template <class Part, class Make>
  void put_list(const char* key, const std::vector<Part>& parts, const Make& make) {
    put(record_, key, list_of(parts, [&](const Part& part) { return make(model_, part); }));
  }

  /// Of parts that are one list of the model.
  void put_whole_list(ModelPart part) {
    switch (part) {
      case ModelPart::kpis: return put_list("kpis", model_.kpis, kpi_record);
      case ModelPart::capabilities:
        return put_list("capabilities", model_.capabilities, capability_record);
      case ModelPart::roles: return put_list("roles", model_.roles, role_record);
      case ModelPart::use_cases: return put_list("use_cases", model_.use_cases, use_case_record);
      case ModelPart::architecture: return put_list("layers", model_.layers, layer_record);
      case ModelPart::checklists:
        return put_list("checklists", model_.checklists, checklist_record);
      case ModelPart::pitfalls: return put_list("pitfalls", model_.pitfalls, pitfall_record);
      case ModelPart::guidance: return put_list("topics", model_.topics, topic_record);
      case ModelPart::benefits:
        return put(record_, "benefits", list_of(model_.benefits, benefit_record));
      case ModelPart::questions: return put_list("questions", model_.questions, question_record);
      case ModelPart::faq: return put_list("faq", model_.faq, faq_record);
      case ModelPart::glossary:
        return put(record_, "glossary", list_of(model_.glossary, term_record));
      case ModelPart::related: return put_list("related", model_.related, related_record);
      default: break;
    }
  }

  Record& record_;
  const MaturityModel& model_;
};

}  // namespace

Record part_page_record(const MaturityModel& model, const PlannedPage& page) {
  Record record{{"schema", "stagecraft/part/1"},
                {"model",
                 {{"id", model.id.text()}, {"title", model.title}, {"version", model.version}}},
                {"part", part_word(page.part)}};
  PartRecord(record, model).put_part(page);
  return record;
}

}  // namespace stagecraft
