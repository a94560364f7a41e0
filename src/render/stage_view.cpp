#include <algorithm>

#include "render/chart/ladder.h"
#include "render/model_wording.h"
#include "render/page_views.h"
#include "render/part_page.h"

namespace stagecraft {
namespace {

ValueList questions_of(const MaturityModel& model, StageIndex stage) {
  ValueList list;
  for (const Question& question : model.questions)
    if (question.stage() == stage)
      list.emplace_back(ValueMap{{"number", question_number(model, question)},
                                 {"text", question.text},
                                 {"evidence", question.evidence}});
  return list;
}

ValueList facets_of(const MaturityModel& model, const Stage& stage) {
  ValueList list;
  for (const FacetText& text : stage.facets) {
    const auto facet = std::find_if(model.facets.begin(), model.facets.end(),
                                    [&](const Facet& f) { return f.id == text.facet; });
    list.emplace_back(ValueMap{{"title", facet->title},
                               {"paragraphs", texts(text.paragraphs)},
                               {"points", texts(text.points)}});
  }
  return list;
}

ValueList kpis_at(const PageScope& scope, StageIndex stage) {
  ValueList list;
  for (const Kpi& kpi : scope.model().kpis) {
    const TypicalValue& typical = kpi.typical[stage];
    const bool given = typical.kind != TypicalKind::not_defined;
    const Source* source = given ? scope.model().find(kpi.source) : nullptr;
    const PartLink link = link_to(scope, ModelPart::kpis, kpi.title, "kpi-" + kpi.id.text());
    list.emplace_back(ValueMap{
        {"id", kpi.id.text()},
        {"title", link.text},
        {"href", link.href},
        {"definition", kpi.definition},
        {"typical", given ? typical_text(scope, kpi, typical) : scope.label("words.none_given")},
        {"direction", direction_text(scope, kpi.direction)},
        {"timing", timing_text(scope, kpi.timing)},
        {"source", source ? source->publisher : ""},
        {"accepted", accepted_reasons(scope.model(), kpi.id.text())},
        {"given", given}});
  }
  return list;
}

/// The actions of the step by name; the page of the step tells them in full.
PartTable actions_table(const PageScope& scope, StageIndex stage, const std::string& page) {
  PartTable table{scope.label("model.actions"), scope.label("part.action"), {}, {}};
  for (const char* column : {"action.impact", "action.effort", "action.duration", "action.owner"})
    table.columns.push_back({scope.label(column), {}, false, false});
  for (const Action& action : scope.model().actions) {
    if (action.from != stage) continue;
    const bool is_owned = !action.owner.empty();
    table.rows.push_back(
        {action.title,
         page + "#" + action.id.text(),
         {{out_of_five(scope, action.impact), {}, false},
          {out_of_five(scope, action.effort), {}, false},
          {duration_text(scope, action.duration), {}, false},
          {is_owned ? action.owner : scope.label("words.unassigned"), {}, !is_owned}}});
  }
  return table;
}

Value transition_view(const PageScope& scope, StageIndex stage) {
  const Transition* transition = scope.model().transition_from(stage);
  if (!transition) return {};
  const PlannedPage* page =
      scope.plan().find_part_page(scope.page().model, ModelPart::moving, stage);
  const std::string href = scope.href(*page);
  PartTable actions = actions_table(scope, stage, href);
  std::vector<PartSection> sections;
  if (!actions.rows.empty())
    sections.push_back(section_with("actions", scope.label("model.actions"), std::move(actions)));
  return ValueMap{{"to", stage_reference(scope, stage + 1)},
                  {"title", scope.sentence("stage.next_title", {{"from", stage_number(stage)},
                                                                {"to", stage_number(stage + 1)},
                                                                {"title", transition->title}})},
                  {"href", href},
                  {"summary", transition->summary},
                  {"difference", transition->difference},
                  {"duration", transition->duration_claim},
                  {"sections", sections_view(scope, sections)}};
}

ValueList claims_at(const PageScope& scope, StageIndex stage) {
  ValueList list;
  for (const Claim& claim : scope.model().claims)
    if (std::find(claim.stages.begin(), claim.stages.end(), stage) != claim.stages.end())
      list.emplace_back(claim_view(scope, claim));
  return list;
}

bool gives_typical_values(const MaturityModel& model, StageIndex stage) {
  return std::any_of(model.kpis.begin(), model.kpis.end(), [&](const Kpi& kpi) {
    return kpi.typical[stage].kind != TypicalKind::not_defined;
  });
}

ValueList missing_at(const PageScope& scope, StageIndex index) {
  const MaturityModel& model = scope.model();
  const Stage& stage = model.stages[index];
  const bool is_last = index + 1 == model.stages.size();
  const bool has_actions = std::any_of(model.actions.begin(), model.actions.end(),
                                       [&](const Action& action) { return action.from == index; });
  ValueList missing;
  const auto say_if = [&](bool absent, std::string_view key) {
    if (absent) missing.emplace_back(scope.sentence("stage." + std::string(key)));
  };
  say_if(stage.summary.empty(), "no_summary");
  say_if(stage.signs.empty(), "no_signs");
  say_if(!gives_typical_values(model, index), "no_kpis");
  say_if(!is_last && stage.exit_criteria.empty(), "no_exit_criteria");
  say_if(!is_last && !has_actions, "no_actions");
  say_if(true, "no_typical_duration");
  say_if(is_last, "last");
  return missing;
}

}  // namespace

ValueMap stage_view(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  const StageIndex index = scope.page().stage;
  const Stage& stage = model.stages[index];
  const std::string of = std::to_string(model.stages.size());
  const bool is_last = index + 1 == model.stages.size();
  return {
      {"number", stage_number(index)},
      {"of", of},
      {"position", scope.sentence("stage.position", {{"number", stage_number(index)}, {"of", of}})},
      {"title", stage.title},
      {"subtitle", stage.subtitle},
      {"aliases", texts(stage.aliases)},
      {"summary", stage.summary},
      {"emerging", stage.status == StageStatus::emerging},
      {"status_note", stage.status_note},
      {"ladder", Markup{draw_small_ladder(model.stages.size(), index)}},
      {"model", ValueMap{{"title", model.title},
                         {"href", scope.href(*scope.plan().find_model_page(scope.page().model))},
                         {"version", model.version}}},
      {"signs", texts(stage.signs)},
      {"questions", questions_of(model, index)},
      {"characteristic", stage.characteristic},
      {"facets", facets_of(model, stage)},
      {"sections", sections_view(scope, stage_sections(scope, index))},
      {"kpis", kpis_at(scope, index)},
      {"focus", stage.focus},
      {"challenge", stage.challenge},
      {"cost_of_staying", stage.cost_of_staying},
      {"exit_criteria", texts(stage.exit_criteria)},
      {"not_yet", texts(stage.not_yet)},
      {"transition", transition_view(scope, index)},
      {"claims", claims_at(scope, index)},
      {"sources", sources_view(model)},
      {"previous", stage_reference(scope, index > 0 ? std::optional(index - 1) : std::nullopt)},
      {"next", stage_reference(scope, is_last ? std::nullopt : std::optional(index + 1))},
      {"missing", missing_at(scope, index)}};
}

}  // namespace stagecraft
