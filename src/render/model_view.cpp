#include "render/model_wording.h"
#include "render/page_views.h"

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
    const PlannedPage* page =
        scope.plan().find_part_page(scope.page().model, ModelPart::moving, transition.from);
    list.emplace_back(ValueMap{{"from", stage_reference(scope, transition.from)},
                               {"to", stage_reference(scope, transition.from + 1)},
                               {"title", transition.title},
                               {"difference", transition.difference},
                               {"duration", transition.duration_claim},
                               {"actions", scope.sentence("model.actions", {{"count", actions}})},
                               {"href", scope.href(*page)}});
  }
  return list;
}

/// Whether the overview leads to `page`; a pillar or a step is reached from the page above it.
bool is_beneath_overview(const PlannedPage& page) {
  if (page.kind == PageKind::dataset) return true;
  return page.kind == PageKind::part && page.part != ModelPart::pillar &&
         page.part != ModelPart::moving && !page.sorted_by;
}

/// The pages of the model's parts, and last that of its data.
ValueList parts_view(const PageScope& scope) {
  ValueList list;
  for (const PlannedPage& page : scope.plan().pages) {
    if (page.model == scope.page().model && is_beneath_overview(page))
      list.emplace_back(ValueMap{{"title", scope.name_of(page)}, {"href", scope.href(page)}});
  }
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

/// The way to the calculator; null when the model has none.
Value roi_link(const PageScope& scope) {
  const PlannedPage* page = scope.plan().find_roi_page(scope.page().model);
  if (!page) return {};
  return ValueMap{{"title", page->title}, {"href", scope.href(*page)}};
}

}  // namespace

ValueMap model_view(const PageScope& scope) {
  const MaturityModel& model = scope.model();
  return {{"title", model.title},
          {"short_title", model.short_title},
          {"summary", model.summary},
          {"audience", model.audience},
          {"version", model.version},
          {"updated", model.updated.empty() ? "" : scope.date(*parse_date(model.updated))},
          {"licence", model.licence},
          {"authors", texts(model.authors)},
          {"extent", extent_text(scope, model)},
          {"ladder", model.stages.empty() ? Value() : plain_ladder(scope, model, "ladder")},
          {"stages", stages_view(scope)},
          {"transitions", transitions_view(scope)},
          {"assess", assess_offer(scope, scope.page().model)},
          {"roi", roi_link(scope)},
          {"sources", sources_view(model)},
          {"parts", parts_view(scope)},
          {"missing", missing_parts(scope)}};
}

}  // namespace stagecraft
