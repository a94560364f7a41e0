#include "render/model_wording.h"

#include <cassert>

#include "render/chart/ladder.h"

namespace stagecraft {

std::string stage_number(StageIndex stage) { return std::to_string(stage + 1); }

Value stage_reference(const PageScope& scope, std::size_t model, std::optional<StageIndex> stage) {
  if (!stage) return {};
  const std::vector<Stage>& stages = scope.project().models[model].stages;
  const PlannedPage* page = scope.plan().find_stage_page(model, *stage);
  assert(page && "every stage of a published model has a page");
  return ValueMap{{"number", stage_number(*stage)},
                  {"title", stages[*stage].title},
                  {"href", scope.href(*page)},
                  {"glyph", Markup{draw_ladder_glyph(stages.size(), *stage)}}};
}

Value stage_reference(const PageScope& scope, std::optional<StageIndex> stage) {
  return stage_reference(scope, scope.page().model, stage);
}

std::string typical_text(const PageScope& scope, const Kpi& kpi, const TypicalValue& typical) {
  if (typical.kind == TypicalKind::not_defined) return scope.label("words.dash");
  if (typical.kind == TypicalKind::words) return typical.words;
  MessageValues values{{"unit", unit_text(scope, kpi.unit)}};
  if (typical.low) values.emplace_back("low", scope.number(*typical.low));
  if (typical.high) values.emplace_back("high", scope.number(*typical.high));
  if (!typical.high) return scope.sentence("typical.at_least", values);
  if (!typical.low) return scope.sentence("typical.at_most", values);
  return scope.sentence(*typical.low == *typical.high ? "typical.exactly" : "typical.between",
                        values);
}

ValueList typical_values(const PageScope& scope, const Kpi& kpi) {
  ValueList list;
  for (const TypicalValue& typical : kpi.typical)
    list.emplace_back(ValueMap{{"text", typical_text(scope, kpi, typical)},
                               {"given", typical.kind != TypicalKind::not_defined}});
  return list;
}

std::string unit_text(const PageScope& scope, Unit unit) {
  switch (unit) {
    case Unit::percent: return scope.label("words.unit_percent");
    case Unit::times: return scope.label("words.unit_times");
    case Unit::points: return scope.label("words.unit_points");
    case Unit::hours: return scope.label("words.unit_hours");
    case Unit::minutes: return scope.label("words.unit_minutes");
    case Unit::days: return scope.label("words.unit_days");
    case Unit::number:
    case Unit::money:
    case Unit::text: return {};
  }
  return {};
}

std::string direction_text(const PageScope& scope, Direction direction) {
  return scope.label(direction == Direction::higher_is_better ? "words.higher_is_better"
                                                              : "words.lower_is_better");
}

std::string timing_text(const PageScope& scope, Timing timing) {
  return scope.label(timing == Timing::leading ? "words.leading" : "words.lagging");
}

std::string duration_text(const PageScope& scope, const Duration& duration) {
  std::string key = "duration.";
  switch (duration.unit) {
    case TimeUnit::hours: key += "hours"; break;
    case TimeUnit::days: key += "days"; break;
    case TimeUnit::weeks: key += "weeks"; break;
    case TimeUnit::months: key += "months"; break;
  }
  if (duration.from != duration.to) key += "_range";
  return scope.sentence(key, {{"from", std::to_string(duration.from)},
                              {"to", std::int64_t{duration.to}}});
}

std::string out_of_five(const PageScope& scope, int value) {
  return scope.sentence("action.out_of_five", {{"value", std::to_string(value)}});
}

std::string question_number(const MaturityModel& model, const Question& question) {
  return std::to_string(&question - model.questions.data() + 1);
}

ValueList texts(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

ValueMap source_view(const Source& source) {
  return {{"id", source.id.text()},
          {"document", source.document},
          {"publisher", source.publisher},
          {"note", source.note}};
}

ValueMap claim_view(const PageScope& scope, const Claim& claim) {
  const Source* source = scope.model().find(claim.source);
  return {{"figure", claim.figure},
          {"text", claim.text},
          {"source", source ? source->publisher + ", " + source->document : ""},
          {"unsourced_note", claim.unsourced_note}};
}

ValueList sources_view(const MaturityModel& model) {
  ValueList list;
  for (const Source& source : model.sources) list.emplace_back(source_view(source));
  return list;
}

ValueList accepted_reasons(const MaturityModel& model, std::string_view id) {
  ValueList reasons;
  for (const Accepted& accepted : model.accepted)
    if (accepted.of == id) reasons.emplace_back(accepted.reason);
  return reasons;
}

ValueList moved_kpis(const MaturityModel& model, const Action& action) {
  ValueList titles;
  for (const KpiId& kpi : action.moves) titles.emplace_back(model.find(kpi)->title);
  return titles;
}

ValueMap chart_view(std::string wide, std::string narrow) {
  return {{"wide", Markup{std::move(wide)}}, {"narrow", Markup{std::move(narrow)}}};
}

std::string extent_text(const PageScope& scope, const MaturityModel& model) {
  const auto count = [](const auto& parts) { return static_cast<std::int64_t>(parts.size()); };
  return scope.sentence("model.extent", {{"stages", count(model.stages)},
                                         {"questions", count(model.questions)},
                                         {"kpis", count(model.kpis)},
                                         {"actions", count(model.actions)}});
}

std::string assess_length(const PageScope& scope, const MaturityModel& model) {
  constexpr std::int64_t seconds_per_question = 20;
  const auto questions = static_cast<std::int64_t>(model.questions.size());
  const std::int64_t minutes = (questions * seconds_per_question + 59) / 60;
  return scope.sentence("assess.length", {{"questions", questions}, {"minutes", minutes}});
}

Value assess_offer(const PageScope& scope, std::size_t model) {
  const PlannedPage* page = scope.plan().find_assess_page(model);
  if (!page) return {};
  const MaturityModel& offered = scope.project().models[model];
  const std::string length = assess_length(scope, offered);
  return ValueMap{{"text", scope.sentence("assess.offer", {{"length", length}})},
                  {"model", offered.id.text()},
                  {"questions", std::to_string(offered.questions.size())},
                  {"href", scope.href(*page)}};
}

namespace {

Ladder ladder_of(const PageScope& scope, const MaturityModel& model) {
  Ladder ladder;
  std::string titles;
  for (StageIndex stage = 0; stage < model.stages.size(); ++stage) {
    ladder.steps.push_back({stage_number(stage), model.stages[stage].title});
    titles += (stage == 0 ? "" : ", ") + model.stages[stage].title;
  }
  ladder.title = model.title;
  ladder.description = scope.sentence(
      "model.ladder_description",
      {{"count", static_cast<std::int64_t>(model.stages.size())}, {"titles", titles}});
  return ladder;
}

}  // namespace

ValueMap plain_ladder(const PageScope& scope, const MaturityModel& model, std::string_view id) {
  const Ladder ladder = ladder_of(scope, model);
  Ladder untitled = ladder;
  for (LadderStep& step : untitled.steps) step.title.clear();
  return chart_view(draw_ladder(untitled, ChartWidth::wide, std::string(id)),
                    draw_ladder(ladder, ChartWidth::narrow, std::string(id) + "-narrow"));
}

ValueMap marked_ladder(const PageScope& scope, const MaturityModel& model,
                       std::optional<StageIndex> stage, std::string_view id) {
  Ladder ladder = ladder_of(scope, model);
  ladder.today = stage;
  return chart_view(draw_ladder(ladder, ChartWidth::wide, std::string(id)),
                    draw_ladder(ladder, ChartWidth::narrow, std::string(id) + "-narrow"));
}

}  // namespace stagecraft
