#include "model/words.h"
#include "render/record_parts.h"

namespace stagecraft {
namespace {

Record band_record(const MaturityModel& model, const Band& band) {
  Record record;
  put_given(record, "from", band.from);
  put_stage(record, model, band.stage);
  put(record, "meaning", band.meaning);
  put(record, "priority", band.priority);
  return record;
}

Record prerequisite_record(const MaturityModel& model, const Prerequisite& prerequisite) {
  Record record;
  put_stage(record, model, prerequisite.stage);
  record["needs"] = needs_record(model, prerequisite);
  put(record, "meaning", prerequisite.meaning);
  put(record, "priority", prerequisite.priority);
  return record;
}

Record rule_record(const MaturityModel& model, const NodeRule& rule) {
  Record record{{"by", word_of(aggregate_words, rule.by)}};
  if (rule.by == Aggregate::count) put_given(record, "at_least", rule.at_least);
  record["over"] = word_of(over_words, rule.over);
  if (const auto* bands = std::get_if<Bands>(&rule.stage))
    record["bands"] = list_of(*bands, [&](const Band& band) { return band_record(model, band); });
  if (const auto* prerequisites = std::get_if<Prerequisites>(&rule.stage))
    record["prerequisites"] = list_of(*prerequisites, [&](const Prerequisite& prerequisite) {
      return prerequisite_record(model, prerequisite);
    });
  if (const auto* number = std::get_if<StageNumber>(&rule.stage))
    record["stage"] = word_of(stage_number_words, *number);
  return record;
}

Record nodes_record(const MaturityModel& model, const ScoringMethod& method) {
  Record nodes = Record::object();
  for (PillarIndex pillar = 0; pillar < model.pillars.size(); ++pillar) {
    Record rule = rule_record(model, method.pillars[pillar]);
    put_given(rule, "weight", method.pillar_weights[pillar]);
    nodes[model.pillars[pillar].id.text()] = std::move(rule);
  }
  return nodes;
}

}  // namespace

Record needs_record(const MaturityModel& model, const Prerequisite& prerequisite) {
  if (const auto* share = std::get_if<NeedsShare>(&prerequisite.needs))
    return given_number(share->percent);
  const auto* each = std::get_if<NeedsEach>(&prerequisite.needs);
  if (!each) return "all";
  Record thresholds = Record::object();
  for (const StageThreshold& threshold : each->thresholds)
    put_given(thresholds, model.stages[threshold.stage].id.text(), threshold.percent);
  return thresholds;
}

Record method_record(const MaturityModel& model, const ScoringMethod& method) {
  Record record;
  put(record, "id", method.id);
  put(record, "title", method.title);
  put(record, "rule", method.rule);
  put(record, "own_note", method.own_note);
  put(record, "source", method.source);
  put(record, "questions", list_of(method.questions, [&](QuestionIndex question) {
        return model.questions[question].id.text();
      }));
  record["unanswered"] = word_of(unanswered_words, method.unanswered);
  record["not_applicable"] = word_of(not_applicable_words, method.not_applicable);
  put_given(record, "enough", Exact(method.enough * 100));
  record["teams"] = word_of(combination_words, method.teams);
  record["respondents"] = word_of(combination_words, method.respondents);
  record["digits"] = method.digits;
  record["overall"] = rule_record(model, method.overall);
  put(record, "nodes", nodes_record(model, method));
  return record;
}

}  // namespace stagecraft
