#include "render/self_assessment_record.h"

#include <initializer_list>

#include "render/record_parts.h"

namespace stagecraft {
namespace {

/// Those members of `whole` that `keys` name.
Record only(const Record& whole, std::initializer_list<const char*> keys) {
  Record part = Record::object();
  for (const char* key : keys)
    if (const auto member = whole.find(key); member != whole.end()) part[key] = *member;
  return part;
}

Record without(Record whole, std::initializer_list<const char*> keys) {
  for (const char* key : keys) whole.erase(key);
  return whole;
}

Record brief_stage(const Stage& stage) {
  return only(stage_record(stage), {"id", "formerly", "title"});
}

Record brief_pillars(const Record& pillars) {
  Record list = Record::array();
  for (const Record& pillar : pillars) {
    Record brief = only(pillar, {"id", "title", "weight"});
    if (const auto below = pillar.find("pillars"); below != pillar.end())
      brief["pillars"] = brief_pillars(*below);
    list.push_back(std::move(brief));
  }
  return list;
}

Record brief_question(const MaturityModel& model, const Question& question) {
  return without(question_record(model, question), {"source", "help", "evidence", "roles"});
}

Record brief_method(const MaturityModel& model, const ScoringMethod& method) {
  return without(method_record(model, method), {"source"});
}

Record brief_action(const MaturityModel& model, const Action& action) {
  return only(action_record(model, action),
              {"id", "title", "from", "pillar", "impact", "effort", "depends_on", "satisfied_by"});
}

}  // namespace

Record self_assessment_record(const MaturityModel& model) {
  Record record{
      {"schema", "stagecraft/self-assessment/1"},
      {"model", {{"id", model.id.text()}, {"title", model.title}, {"version", model.version}}}};
  const auto put_parts = [&](const char* key, const auto& parts, const auto& make) {
    put(record, key, list_of(parts, [&](const auto& part) { return make(model, part); }));
  };
  put(record, "stages", list_of(model.stages, brief_stage));
  put(record, "pillars", brief_pillars(pillars_record(model, std::nullopt)));
  put_parts("questions", model.questions, brief_question);
  put_parts("scoring", model.methods, brief_method);
  put_parts("actions", model.actions, brief_action);
  return record;
}

}  // namespace stagecraft
