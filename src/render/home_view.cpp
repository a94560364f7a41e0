#include <algorithm>

#include "render/model_wording.h"
#include "render/page_views.h"
#include "render/report_sentences.h"

namespace stagecraft {
namespace {

std::string facts_text(const PageScope& scope, const MaturityModel& model) {
  if (model.updated.empty())
    return scope.sentence("model.facts_undated", {{"version", model.version}});
  return scope.sentence("model.facts", {{"version", model.version},
                                        {"date", scope.date(*parse_date(model.updated))}});
}

ValueMap listed_model(const PageScope& scope, std::size_t index) {
  const MaturityModel& model = scope.project().models[index];
  ValueList stages;
  for (StageIndex stage = 0; stage < model.stages.size(); ++stage) {
    const Stage& described = model.stages[stage];
    stages.emplace_back(
        ValueMap{{"number", stage_number(stage)},
                 {"title", described.title},
                 {"subtitle", described.subtitle},
                 {"sign", described.signs.empty() ? "" : described.signs.front()},
                 {"emerging", described.status == StageStatus::emerging},
                 {"href", scope.href(*scope.plan().find_stage_page(index, stage))}});
  }
  return {{"title", model.title},
          {"summary", model.summary},
          {"audience", model.audience},
          {"href", scope.href(*scope.plan().find_model_page(index))},
          {"assess", assess_offer(scope, index)},
          {"facts", facts_text(scope, model)},
          {"extent", extent_text(scope, model)},
          {"ladder", model.stages.empty()
                         ? Value()
                         : plain_ladder(scope, model, "ladder-" + model.id.text())},
          {"stages", std::move(stages)}};
}

ValueMap listed_report(const PageScope& scope, const PlannedPage& page) {
  const Assessment& assessment = scope.project().assessments[page.assessment];
  return {{"client", assessment.subject.name},
          {"date", scope.date(assessment.date)},
          {"model", scope.project().models[page.model].title},
          {"verdict", verdict_text(scope, scope.project().models[page.model], assessment,
                                   page.current)},
          {"stage", stage_reference(scope, page.model, page.current)},
          {"href", scope.href(page)}};
}

}  // namespace

ValueMap home_view(const PageScope& scope) {
  ValueList models;
  for (std::size_t i = 0; i < scope.project().models.size(); ++i)
    models.emplace_back(listed_model(scope, i));

  std::vector<const PlannedPage*> pages;
  for (const PlannedPage& page : scope.plan().pages)
    if (page.kind == PageKind::report && page.listing == Listing::listed) pages.push_back(&page);
  const auto date_of = [&](const PlannedPage* page) {
    return scope.project().assessments[page->assessment].date;
  };
  std::stable_sort(pages.begin(), pages.end(), [&](const PlannedPage* a, const PlannedPage* b) {
    return date_of(a) > date_of(b);
  });
  ValueList reports;
  for (const PlannedPage* page : pages) reports.emplace_back(listed_report(scope, *page));
  return {{"models", std::move(models)}, {"reports", std::move(reports)}};
}

}  // namespace stagecraft
