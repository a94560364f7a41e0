#include "render/page_views.h"

namespace stagecraft {
namespace {

std::string address_of(const PageScope& scope, const PlannedPage& page) {
  return absolute(scope.project().settings.base_url, page.route).text();
}

/// The page and the pages above it as a BreadcrumbList.
ValueMap breadcrumb_list(const PageScope& scope) {
  const std::vector<PlannedPage>& pages = scope.plan().pages;
  std::vector<const PlannedPage*> path{&scope.page()};
  while (path.back()->parent) path.push_back(&pages[*path.back()->parent]);
  ValueList items;
  for (auto page = path.rbegin(); page != path.rend(); ++page)
    items.emplace_back(ValueMap{{"@type", "ListItem"},
                                {"position", items.size() + 1},
                                {"name", scope.title_of(**page)},
                                {"item", address_of(scope, **page)}});
  return {{"@type", "BreadcrumbList"}, {"itemListElement", std::move(items)}};
}

/// The stages of the model as an ItemList.
ValueMap stage_list(const PageScope& scope, std::size_t model) {
  ValueList items;
  for (StageIndex stage = 0; stage < scope.project().models[model].stages.size(); ++stage) {
    const PlannedPage* page = scope.plan().find_stage_page(model, stage);
    items.emplace_back(ValueMap{{"@type", "ListItem"},
                                {"position", stage + 1},
                                {"name", page->title},
                                {"url", address_of(scope, *page)}});
  }
  return {{"@type", "ItemList"},
          {"name", scope.project().models[model].title},
          {"itemListElement", std::move(items)}};
}

ValueMap web_page(const PageScope& scope, std::string_view type, std::string_view description) {
  return {{"@type", type},
          {"name", scope.title_of(scope.page())},
          {"description", description},
          {"url", address_of(scope, scope.page())},
          {"inLanguage", scope.project().settings.language}};
}

ValueMap article(const PageScope& scope, std::string_view description) {
  ValueMap result = web_page(scope, "TechArticle", description);
  result.set("headline", scope.title_of(scope.page()));
  if (const std::string& updated = scope.model().updated; !updated.empty())
    result.set("dateModified", updated);
  return result;
}

}  // namespace

Value json_ld_of(const PageScope& scope, std::string_view description) {
  if (scope.page().listing == Listing::unlisted) return {};
  ValueList graph;
  switch (scope.page().kind) {
    case PageKind::home:
      graph.emplace_back(web_page(scope, "WebSite", description));
      for (std::size_t model = 0; model < scope.project().models.size(); ++model)
        graph.emplace_back(stage_list(scope, model));
      break;
    case PageKind::model:
      graph.emplace_back(web_page(scope, "WebPage", description));
      graph.emplace_back(stage_list(scope, scope.page().model));
      graph.emplace_back(breadcrumb_list(scope));
      break;
    case PageKind::stage:
    case PageKind::part:
      graph.emplace_back(article(scope, description));
      graph.emplace_back(breadcrumb_list(scope));
      break;
    case PageKind::assess:
    case PageKind::report:
    case PageKind::content:
      graph.emplace_back(web_page(scope, "WebPage", description));
      graph.emplace_back(breadcrumb_list(scope));
      break;
    case PageKind::assess_embed:
    case PageKind::not_found: return {};
  }
  return ValueMap{{"@context", "https://schema.org"}, {"@graph", std::move(graph)}};
}

}  // namespace stagecraft
