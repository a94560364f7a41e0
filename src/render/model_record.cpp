#include "render/model_record.h"

#include <nlohmann/json.hpp>

namespace stagecraft {
namespace {

using Record = nlohmann::ordered_json;

constexpr int shown_digits = 2;

/// The texts that are there, null in place of an empty one.
Record text_or_null(const std::string& text) { return text.empty() ? Record() : Record(text); }

const char* timing_word(Timing timing) { return timing == Timing::leading ? "leading" : "lagging"; }

const char* duration_word(DurationUnit unit) {
  switch (unit) {
    case DurationUnit::hours: return "hours";
    case DurationUnit::days: return "days";
    case DurationUnit::weeks: return "weeks";
    case DurationUnit::months: return "months";
  }
  return "";
}

template <class Id>
Record ids_record(const std::vector<Id>& ids) {
  Record list = Record::array();
  for (const Id& id : ids) list.push_back(id.text());
  return list;
}

Record facets_record(const Stage& stage) {
  Record facets = Record::object();
  for (const FacetText& text : stage.facets)
    facets[text.facet.text()] = {{"paragraphs", text.paragraphs}, {"points", text.points}};
  return facets;
}

Record full_stage(const MaturityModel& model, StageIndex index) {
  const Stage& stage = model.stages[index];
  Record record = stage_name_record(model, index);
  record["subtitle"] = text_or_null(stage.subtitle);
  record["status"] = stage.status == StageStatus::emerging ? "emerging" : "established";
  record["status_note"] = text_or_null(stage.status_note);
  record["summary"] = text_or_null(stage.summary);
  record["focus"] = text_or_null(stage.focus);
  record["challenge"] = text_or_null(stage.challenge);
  record["signs"] = stage.signs;
  record["facets"] = facets_record(stage);
  record["exit_criteria"] = stage.exit_criteria;
  record["cost_of_staying"] = text_or_null(stage.cost_of_staying);
  record["not_yet"] = stage.not_yet;
  return record;
}

Record question_record(const MaturityModel& model, const Question& question) {
  return {{"id", question.id.text()},
          {"type", "yes-no"},
          {"title", question.title},
          {"text", question.text},
          {"help", text_or_null(question.help)},
          {"evidence", text_or_null(question.evidence)},
          {"stage", model.stages[question.stage].id.text()}};
}

Record scoring_record(const MaturityModel& model) {
  if (!model.method) return {};
  Record bands = Record::array();
  for (const Band& band : model.method->bands)
    bands.push_back({{"from", number_record(band.from)},
                     {"stage", model.stages[band.stage].id.text()},
                     {"meaning", text_or_null(band.meaning)},
                     {"priority", text_or_null(band.priority)}});
  const bool counts_as_no = model.method->unanswered == UnansweredPolicy::counts_as_no;
  return {{"id", model.method->id.text()},
          {"title", model.method->title},
          {"rule", model.method->rule},
          {"method", "count"},
          {"unanswered", counts_as_no ? "counts-as-no" : "voids-the-score"},
          {"bands", std::move(bands)}};
}

Record kpi_record(const MaturityModel& model, const Kpi& kpi) {
  Record typical = Record::object();
  for (StageIndex stage = 0; stage < kpi.typical.size(); ++stage)
    typical[model.stages[stage].id.text()] = typical_record(kpi.typical[stage]);
  return {{"id", kpi.id.text()},
          {"title", kpi.title},
          {"unit", unit_word(kpi.unit)},
          {"baseline", text_or_null(kpi.baseline)},
          {"better", direction_word(kpi.direction)},
          {"timing", timing_word(kpi.timing)},
          {"definition", kpi.definition},
          {"formula", text_or_null(kpi.formula)},
          {"data_source", text_or_null(kpi.data_source)},
          {"source", text_or_null(kpi.source.text())},
          {"typical", std::move(typical)}};
}

Record action_record(const MaturityModel& model, const Action& action) {
  return {{"id", action.id.text()},
          {"title", action.title},
          {"text", text_or_null(action.text)},
          {"from", model.stages[action.from].id.text()},
          {"to", model.stages[action.from + 1].id.text()},
          {"impact", action.impact},
          {"effort", action.effort},
          {"duration", {{"from", action.duration.from},
                        {"to", action.duration.to},
                        {"unit", duration_word(action.duration.unit)}}},
          {"owner", text_or_null(action.owner)},
          {"checks", action.checks},
          {"depends_on", ids_record(action.depends_on)},
          {"satisfied_by", ids_record(action.satisfied_by)},
          {"moves", ids_record(action.moves)}};
}

Record transition_record(const MaturityModel& model, const Transition& transition) {
  return {{"from", model.stages[transition.from].id.text()},
          {"to", model.stages[transition.from + 1].id.text()},
          {"title", transition.title},
          {"summary", text_or_null(transition.summary)},
          {"difference", text_or_null(transition.difference)},
          {"duration_claim", text_or_null(transition.duration_claim)}};
}

Record claim_record(const MaturityModel& model, const Claim& claim) {
  Record stages = Record::array();
  for (const StageIndex stage : claim.stages) stages.push_back(model.stages[stage].id.text());
  return {{"id", claim.id.text()},
          {"figure", text_or_null(claim.figure)},
          {"text", claim.text},
          {"source", text_or_null(claim.source.text())},
          {"unsourced_note", text_or_null(claim.unsourced_note)},
          {"stages", std::move(stages)}};
}

Record source_record(const Source& source) {
  return {{"id", source.id.text()},
          {"document", source.document},
          {"publisher", source.publisher},
          {"note", text_or_null(source.note)}};
}

/// The records that `make` gives for each of `parts`, as a list.
template <class Part, class Make>
Record list_of(const std::vector<Part>& parts, const Make& make) {
  Record list = Record::array();
  for (const Part& part : parts) list.push_back(make(part));
  return list;
}

}  // namespace

const char* unit_word(Unit unit) {
  switch (unit) {
    case Unit::percent: return "percent";
    case Unit::times: return "times";
    case Unit::text: return "text";
  }
  return "";
}

const char* direction_word(Direction direction) {
  return direction == Direction::higher_is_better ? "higher" : "lower";
}

Record number_record(const Exact& value) {
  // Parsed from its decimal digits, so that what is written is what is displayed.
  Record shown = Record::parse(decimal_text(value, shown_digits));
  if (is_shown_exactly(value, shown_digits)) return shown;
  return {{"value", std::move(shown)}, {"exact", fraction_text(value)}};
}

Record typical_record(const TypicalValue& typical) {
  if (typical.kind == TypicalKind::not_defined) return {};
  if (typical.kind == TypicalKind::words) return {{"words", typical.words}};
  return {{"from", typical.low ? number_record(*typical.low) : Record()},
          {"to", typical.high ? number_record(*typical.high) : Record()}};
}

Record stage_name_record(const MaturityModel& model, StageIndex stage) {
  return {{"id", model.stages[stage].id.text()},
          {"number", stage + 1},
          {"title", model.stages[stage].title}};
}

Record model_record(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  Record stages = Record::array();
  for (StageIndex stage = 0; stage < model.stages.size(); ++stage)
    stages.push_back(full_stage(model, stage));
  const auto in_model = [&](const auto& make) {
    return [&model, make](const auto& part) { return make(model, part); };
  };
  return {{"schema", "stagecraft/model/1"},
          {"id", model.id.text()},
          {"title", model.title},
          {"version", model.version},
          {"updated", text_or_null(model.updated)},
          {"licence", text_or_null(model.licence)},
          {"summary", model.summary},
          {"audience", text_or_null(model.audience)},
          {"sources", list_of(model.sources, source_record)},
          {"facets", list_of(model.facets,
                             [](const Facet& facet) {
                               return Record{{"id", facet.id.text()}, {"title", facet.title}};
                             })},
          {"stages", std::move(stages)},
          {"transitions", list_of(model.transitions, in_model(transition_record))},
          {"questions", list_of(model.questions, in_model(question_record))},
          {"scoring", scoring_record(model)},
          {"kpis", list_of(model.kpis, in_model(kpi_record))},
          {"actions", list_of(model.actions, in_model(action_record))},
          {"claims", list_of(model.claims, in_model(claim_record))}};
}

Record stage_record(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  const StageIndex index = scope.page().stage;
  Record typical = Record::object();
  for (const Kpi& kpi : model.kpis) typical[kpi.id.text()] = typical_record(kpi.typical[index]);
  Record actions = Record::array();
  for (const Action& action : model.actions)
    if (action.from == index) actions.push_back(action_record(model, action));
  const Transition* transition = model.transition_from(index);
  return {{"schema", "stagecraft/stage/1"},
          {"model", {{"id", model.id.text()}, {"version", model.version}}},
          {"stage", full_stage(model, index)},
          {"typical", std::move(typical)},
          {"transition", transition ? transition_record(model, *transition) : Record()},
          {"actions", std::move(actions)}};
}

}  // namespace stagecraft
