#include "render/model_wording.h"
#include "render/page_views.h"
#include "render/score_wording.h"

namespace stagecraft {
namespace {

ValueList stages_view(const PageScope& scope) {
  ValueList list;
  for (StageIndex index = 0; index < scope.model().stages.size(); ++index) {
    const Stage& stage = scope.model().stages[index];
    list.emplace_back(
        ValueMap{{"number", stage_number(index)},
                 {"title", stage.title},
                 {"subtitle", stage.subtitle},
                 {"summary", stage.summary},
                 {"sign", stage.signs.empty() ? "" : stage.signs.front()},
                 {"focus", stage.focus},
                 {"emerging", stage.status == StageStatus::emerging},
                 {"href", scope.href(*scope.plan().find_stage_page(scope.page().model, index))}});
  }
  return list;
}

ValueList transitions_view(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  ValueList list;
  for (const Transition& transition : model.transitions) {
    std::int64_t actions = 0;
    for (const Action& action : model.actions) actions += action.from == transition.from ? 1 : 0;
    const PlannedPage* page = scope.plan().find_stage_page(scope.page().model, transition.from);
    list.emplace_back(ValueMap{{"from", stage_reference(scope, transition.from)},
                               {"to", stage_reference(scope, transition.from + 1)},
                               {"title", transition.title},
                               {"difference", transition.difference},
                               {"duration", transition.duration_claim},
                               {"actions", scope.sentence("model.actions", {{"count", actions}})},
                               {"href", scope.href(*page) + "#transition"}});
  }
  return list;
}

ValueList methods_view(const PageScope& scope) {
  ValueList methods;
  for (const ScoringMethod& method : scope.model().methods) {
    const bool has_bands = std::holds_alternative<Bands>(method.overall.stage);
    methods.emplace_back(ValueMap{
        {"title", method.title},
        {"rule", method.rule},
        {"own_note", method.own_note},
        {"accepted", accepted_reasons(scope.model(), method.id.text())},
        {"unanswered", unanswered_text(scope, method)},
        {"condition", scope.label(has_bands ? "model.band" : "model.needs")},
        {"conditions", stage_conditions(scope, method, Reading{})}});
  }
  return methods;
}

ValueList questions_view(const PageScope& scope) {
  ValueList list;
  for (const Question& question : scope.model().questions)
    list.emplace_back(ValueMap{{"number", question_number(scope.model(), question)},
                               {"title", question.title},
                               {"text", question.text},
                               {"help", question.help},
                               {"evidence", question.evidence},
                               {"accepted", accepted_reasons(scope.model(), question.id.text())},
                               {"stage", stage_reference(scope, question.stage())}});
  return list;
}

ValueList kpis_view(const PageScope& scope) {
  ValueList list;
  for (const Kpi& kpi : scope.model().kpis)
    list.emplace_back(ValueMap{{"id", kpi.id.text()},
                               {"title", kpi.title},
                               {"definition", kpi.definition},
                               {"direction", direction_text(scope, kpi.direction)},
                               {"timing", timing_text(scope, kpi.timing)},
                               {"formula", kpi.formula},
                               {"data_source", kpi.data_source},
                               {"accepted", accepted_reasons(scope.model(), kpi.id.text())},
                               {"typical", typical_values(scope, kpi)}});
  return list;
}

ValueList missing_parts(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  ValueList missing;
  if (model.stages.empty()) missing.emplace_back(scope.sentence("model.no_stages"));
  if (model.questions.empty()) missing.emplace_back(scope.sentence("model.no_questions"));
  if (model.methods.empty()) missing.emplace_back(scope.sentence("model.no_method"));
  if (model.kpis.empty()) missing.emplace_back(scope.sentence("model.no_kpis"));
  if (model.actions.empty()) missing.emplace_back(scope.sentence("model.no_actions"));
  for (StageIndex from = 0; from + 1 < model.stages.size(); ++from)
    if (!model.transition_from(from))
      missing.emplace_back(scope.sentence("model.no_transition",
                                          {{"from", stage_number(from)},
                                           {"to", stage_number(from + 1)}}));
  return missing;
}

}  // namespace

ValueMap model_view(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  ValueList claims;
  for (const Claim& claim : model.claims) claims.emplace_back(claim_view(scope, claim));
  return {{"title", model.title},
          {"short_title", model.short_title},
          {"summary", model.summary},
          {"audience", model.audience},
          {"version", model.version},
          {"updated", model.updated.empty() ? "" : scope.date(*parse_date(model.updated))},
          {"licence", model.licence},
          {"extent", extent_text(scope, model)},
          {"ladder", model.stages.empty() ? Value() : plain_ladder(scope, model, "ladder")},
          {"stages", stages_view(scope)},
          {"transitions", transitions_view(scope)},
          {"methods", methods_view(scope)},
          {"questions", questions_view(scope)},
          {"kpis", kpis_view(scope)},
          {"claims", std::move(claims)},
          {"sources", sources_view(model)},
          {"missing", missing_parts(scope)}};
}

}  // namespace stagecraft
