// Where a subject stands, and what that rests on.
#include "evaluate/evidence.h"
#include "model/words.h"
#include "render/capability_words.h"
#include "render/evaluation_record_parts.h"
#include "render/record_parts.h"
#include "render/score_record.h"

namespace stagecraft {
namespace {

Record pillar_ids(const MaturityModel& model, const std::vector<PillarIndex>& pillars) {
  return list_of(pillars, [&](PillarIndex pillar) { return model.pillars[pillar].id.text(); });
}

Record profile_record(const MaturityModel& model, const Profile& profile, int method_digits) {
  const bool by_number = profile.measure == Measure::number;
  const int digits = by_number ? method_digits : share_digits;
  const std::string measure = by_number ? "number" : "share";
  Record record{{"measure", measure}};
  record["pillars"] = list_of(profile.pillars, [&](const ProfilePoint& each) {
    Record entry{{"pillar", model.pillars[each.pillar].id.text()}};
    put_number(entry, measure, each.point, digits);
    return entry;
  });
  if (profile.figures) put_figures(record, *profile.figures, digits);
  put_number(record, "imbalance", profile.imbalance, digits);
  put(record, "leading", pillar_ids(model, profile.leading));
  put(record, "lagging", pillar_ids(model, profile.lagging));
  return record;
}

Record node_target_record(const MaturityModel& model, const NodeTarget& target, int digits) {
  Record record{{"stage", model.stages[target.stage].id.text()}};
  if (target.is_inherited) record["inherited"] = true;
  put(record, "by", target.by);
  put_number(record, "gap", target.gap, digits);
  put_number(record, "percent", target.percent, share_digits);
  if (target.percent)
    put_number(record, "percent_limited", std::clamp<Exact>(*target.percent, 0, 100),
               share_digits);
  if (target.gap && *target.gap <= 0) record["reached"] = true;
  return record;
}

void put_evidence(Record& record, const NodeEvidence& evidence, const MaturityModel& model,
                  int digits) {
  const GradeCounts& grades = evidence.grades;
  record["evidence"] = {{"verified", grades.verified},
                        {"corroborated", grades.corroborated},
                        {"reported", grades.reported},
                        {"none", grades.none}};
  if (evidence.weakest) record["grade"] = word_of(grade_words, *evidence.weakest);
  const ConfidenceCounts& sure = evidence.confidence;
  record["confidence"] = {{"high", sure.high},
                          {"medium", sure.medium},
                          {"low", sure.low},
                          {"not_given", sure.not_given}};
  if (evidence.backed) record["backed"] = reading_record(model, *evidence.backed, digits);
}

}  // namespace

void put_position(Record& record, const AssessmentEvaluation& evaluation) {
  if (evaluation.scores.methods.empty()) return;
  const MaturityModel& model = *evaluation.model;
  const int digits = evaluation.scores.methods.front().method->digits;
  const Position position = position_of(evaluation);
  const std::vector<NodeEvidence> evidence = evidence_of(evaluation);
  if (position.profile) record["profile"] = profile_record(model, *position.profile, digits);
  Record nodes = Record::array();
  for (std::size_t i = 0; i < position.nodes.size(); ++i) {
    const NodePosition& each = position.nodes[i];
    Record node = Record::object();
    put_pillar(node, model, each.pillar);
    put_number(node, "number", each.number, digits);
    put_number(node, "share", each.share, share_digits);
    if (each.target) node["target"] = node_target_record(model, *each.target, digits);
    put_evidence(node, evidence[i], model, digits);
    nodes.push_back(std::move(node));
  }
  record["nodes"] = std::move(nodes);
  put(record, "ahead", list_of(position.ahead, [&](QuestionIndex question) {
        return model.questions[question].id.text();
      }));
}

Record capabilities_record(const AssessmentEvaluation& evaluation) {
  return list_of(capabilities_of(evaluation), [](const CapabilityResult& result) {
    Record record{{"capability", result.capability->id.text()},
                  {"status", word_of(presence_words, result.presence)}};
    if (result.basis) record["basis"] = word_of(basis_words, *result.basis);
    if (result.answers_say) record["answers_say"] = word_of(presence_words, *result.answers_say);
    return record;
  });
}

}  // namespace stagecraft
