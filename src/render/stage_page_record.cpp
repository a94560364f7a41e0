#include <algorithm>

#include "render/model_record.h"
#include "render/record_parts.h"

namespace stagecraft {
namespace {

bool is_of(const std::optional<StageIndex>& own, StageIndex stage) { return own == stage; }
bool is_of(const std::vector<StageIndex>& own, StageIndex stage) {
  return std::find(own.begin(), own.end(), stage) != own.end();
}

/// What `make` gives for those of `parts` that belong to `stage` by what `stages_of` gives.
template <class Part, class Stages, class Make>
Record list_at(const MaturityModel& model, StageIndex stage, const std::vector<Part>& parts,
               const Stages& stages_of, const Make& make) {
  Record list = Record::array();
  for (const Part& part : parts)
    if (is_of(stages_of(part), stage)) list.push_back(make(model, part));
  return list;
}

Record descriptors_at(const MaturityModel& model, StageIndex stage) {
  Record descriptors = Record::object();
  for (const Pillar& pillar : model.pillars)
    put(descriptors, pillar.id.text(), descriptor_record(pillar.descriptors[stage]));
  return descriptors;
}

/// The stages of other models that come nearest.
Record related_at(const MaturityModel& model, StageIndex stage) {
  Record list = Record::array();
  for (const RelatedModel& related : model.related)
    for (const StageMapping& mapping : related.stages)
      if (mapping.stage == stage && !mapping.nearest.empty()) {
        Record record{{"model", related.model.text()}};
        put(record, "stages", mapping.nearest);
        list.push_back(std::move(record));
      }
  return list;
}

/// What the whole must come to for the stage, by each method that says so.
Record conditions_at(const MaturityModel& model, StageIndex stage) {
  Record list = Record::array();
  for (const ScoringMethod& method : model.methods) {
    const auto add = [&](const char* key, Record condition, const auto& entry) {
      Record record{{"method", method.id.text()}};
      record[key] = std::move(condition);
      put(record, "meaning", entry.meaning);
      put(record, "priority", entry.priority);
      list.push_back(std::move(record));
    };
    if (const auto* bands = std::get_if<Bands>(&method.overall.stage))
      for (const Band& band : *bands)
        if (band.stage == stage) add("from", given_number(band.from), band);
    if (const auto* prerequisites = std::get_if<Prerequisites>(&method.overall.stage))
      for (const Prerequisite& prerequisite : *prerequisites)
        if (prerequisite.stage == stage)
          add("needs", needs_record(model, prerequisite), prerequisite);
  }
  return list;
}

/// The questions that are evidence of the stage.
Record questions_at(const MaturityModel& model, StageIndex stage) {
  const auto stages_of = [](const Question& question) {
    std::vector<StageIndex> stages;
    for (const Contribution& contribution : question.contributions)
      if (contribution.stage) stages.push_back(*contribution.stage);
    return stages;
  };
  return list_at(model, stage, model.questions, stages_of, question_record);
}

/// Roles that are first needed here, or have something to do here.
Record roles_at(const MaturityModel& model, StageIndex stage) {
  Record list = Record::array();
  for (const Role& role : model.roles)
    if (role.stage == stage || !role.by_stage[stage].empty())
      list.push_back(role_record(model, role));
  return list;
}

/// The lists that have items of the stage, with these items alone.
Record checklists_at(const MaturityModel& model, StageIndex stage) {
  Record list = Record::array();
  for (Checklist checklist : model.checklists) {
    std::erase_if(checklist.items,
                  [&](const ChecklistItem& item) { return item.stage != stage; });
    if (!checklist.items.empty()) list.push_back(checklist_record(model, checklist));
  }
  return list;
}

Record typical_at(const MaturityModel& model, StageIndex stage) {
  Record typical = Record::object();
  for (const Kpi& kpi : model.kpis)
    put(typical, kpi.id.text(), typical_record(kpi.typical[stage]));
  return typical;
}

}  // namespace

Record stage_page_record(const MaturityModel& model, StageIndex stage) {
  const auto stage_of = [](const auto& part) { return part.stage; };
  const auto stages_of = [](const auto& part) { return part.stages; };
  Record record{{"schema", "stagecraft/stage/2"},
                {"model",
                 {{"id", model.id.text()}, {"title", model.title}, {"version", model.version}}},
                {"number", stage + 1},
                {"stage", stage_record(model.stages[stage])}};
  const auto put_at = [&](const char* key, const auto& parts, const auto& places,
                          const auto& make) {
    put(record, key, list_at(model, stage, parts, places, make));
  };
  put(record, "related", related_at(model, stage));
  put(record, "descriptors", descriptors_at(model, stage));
  put(record, "conditions", conditions_at(model, stage));
  put(record, "questions", questions_at(model, stage));
  put(record, "typical", typical_at(model, stage));
  put_at("capabilities", model.capabilities, stage_of, capability_record);
  put(record, "roles", roles_at(model, stage));
  put_at("use_cases", model.use_cases, stage_of, use_case_record);
  put_at("layers", model.layers, stage_of, layer_record);
  if (const Transition* transition = model.transition_from(stage))
    record["transition"] = transition_record(model, *transition);
  put_at("actions", model.actions, [](const Action& action) { return action.from; },
         action_record);
  put_at("claims", model.claims, stages_of, claim_record);
  put_at("pitfalls", model.pitfalls, stages_of, pitfall_record);
  put(record, "checklists", checklists_at(model, stage));
  put_at("topics", model.topics, stages_of, topic_record);
  put_at("faq", model.faq, stages_of, faq_record);
  return record;
}

}  // namespace stagecraft
