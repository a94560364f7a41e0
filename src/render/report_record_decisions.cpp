// What an assessment says beside its answers: where to, what is there, what is decided.
#include "model/words.h"
#include "render/model_record.h"
#include "render/record_parts.h"
#include "render/report_record_parts.h"

namespace stagecraft {
namespace {

Record pillar_target_record(const MaturityModel& model, const PillarTarget& target) {
  Record record;
  put_pillar(record, model, target.pillar);
  record["stage"] = stage_name_record(model, target.stage);
  put(record, "by", target.by);
  return record;
}

Record decision_record(const ActionId& action, const ActionDecision& decision) {
  Record record{{"action", action.text()}};
  put(record, "owner", decision.owner);
  record["status"] = word_of(action_status_words, decision.status);
  put(record, "start", decision.start);
  put(record, "end", decision.end);
  if (decision.impact) record["impact"] = *decision.impact;
  if (decision.effort) record["effort"] = *decision.effort;
  put(record, "note", decision.note);
  put(record, "skip", decision.skip);
  return record;
}

Record deferral_record(const Deferral& deferral) {
  Record record;
  put(record, "question", deferral.question);
  put(record, "pillar", deferral.pillar);
  put(record, "action", deferral.action);
  put(record, "reason", deferral.reason);
  record["review"] = iso_text(deferral.review);
  return record;
}

Record roi_value_record(const RoiInputId& input, const RoiValue& value) {
  Record record{{"input", input.text()}};
  put_given(record, "low", value.low);
  put_given(record, "expected", value.expected);
  put_given(record, "high", value.high);
  put(record, "source", value.source);
  if (value.method) record["method"] = word_of(proof_words, *value.method);
  return record;
}

/// What `make` gives for each of `parts` that `values` names, in the order of the parts.
template <class Element, class Values, class Make>
Record in_model_order(const std::vector<Element>& parts, const Values& values, const Make& make) {
  Record list = Record::array();
  for (const Element& part : parts) {
    const auto value = values.find(part.id);
    if (value != values.end()) list.push_back(make(part.id, value->second));
  }
  return list;
}

}  // namespace

Record target_record(const AssessmentEvaluation& evaluation) {
  const std::optional<Target>& target = evaluation.assessment->target;
  if (!target) return {};
  Record record;
  put(record, "stage", stage_name_record(*evaluation.model, target->stage));
  put(record, "by", target->by);
  put(record, "pillars", list_of(target->pillars, [&](const PillarTarget& pillar) {
        return pillar_target_record(*evaluation.model, pillar);
      }));
  return record;
}

Record declared_capabilities_record(const AssessmentEvaluation& evaluation) {
  return in_model_order(
      evaluation.model->capabilities, evaluation.assessment->capabilities,
      [](const CapabilityId& capability, const DeclaredCapability& declared) {
        Record record{{"capability", capability.text()},
                      {"status", word_of(capability_words, declared.status)}};
        put(record, "note", declared.note);
        put(record, "date", declared.date);
        return record;
      });
}

Record decisions_record(const AssessmentEvaluation& evaluation) {
  return in_model_order(evaluation.model->actions, evaluation.assessment->actions,
                        decision_record);
}

Record deferred_record(const Assessment& assessment) {
  return list_of(assessment.deferred, deferral_record);
}

Record roi_values_record(const AssessmentEvaluation& evaluation) {
  const std::optional<RoiInputs>& roi = evaluation.assessment->roi;
  if (!roi || !evaluation.model->roi) return {};
  Record record{{"currency", roi->currency}};
  put(record, "inputs",
      in_model_order(evaluation.model->roi->inputs, roi->values, roi_value_record));
  if (evaluation.roi) record["result"] = roi_result_record(*evaluation.roi, roi->currency);
  return record;
}

}  // namespace stagecraft
