#include "render/capability_feed.h"
#include "render/downloads.h"
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

/// Who stands behind the site; left out where nobody is named.
void set_publisher(ValueMap& thing, const PageScope& scope) {
  if (const std::string& publisher = scope.project().settings.publisher; !publisher.empty())
    thing.set("publisher", ValueMap{{"@type", "Organization"}, {"name", publisher}});
}

ValueMap web_page(const PageScope& scope, std::string_view type, std::string_view description) {
  ValueMap page{{"@type", type}, {"name", scope.title_of(scope.page())}};
  if (!description.empty()) page.set("description", description);
  page.set("url", address_of(scope, scope.page()));
  page.set("inLanguage", scope.project().settings.language);
  if (!scope.page().updated.empty()) page.set("dateModified", scope.page().updated);
  set_publisher(page, scope);
  return page;
}

ValueMap article(const PageScope& scope, std::string_view description) {
  ValueMap result = web_page(scope, "TechArticle", description);
  result.set("headline", scope.title_of(scope.page()));
  return result;
}

ValueMap glossary(const PageScope& scope, std::string_view description) {
  ValueMap result = web_page(scope, "DefinedTermSet", description);
  ValueList terms;
  for (const Term& term : scope.model().glossary)
    terms.emplace_back(
        ValueMap{{"@type", "DefinedTerm"},
                 {"name", term.title},
                 {"description", term.definition},
                 {"url", address_of(scope, scope.page()) + "#term-" + term.id.text()}});
  result.set("hasDefinedTerm", std::move(terms));
  return result;
}

ValueMap questions_of_readers(const PageScope& scope, std::string_view description) {
  ValueMap result = web_page(scope, "FAQPage", description);
  ValueList questions;
  for (const FaqEntry& entry : scope.model().faq) {
    std::string answer;
    for (const std::string& paragraph : entry.answer)
      answer += (answer.empty() ? "" : "\n\n") + paragraph;
    ValueMap accepted{{"@type", "Answer"}, {"text", std::move(answer)}};
    questions.emplace_back(ValueMap{{"@type", "Question"},
                                    {"name", entry.title},
                                    {"acceptedAnswer", std::move(accepted)}});
  }
  result.set("mainEntity", std::move(questions));
  return result;
}

/// A part of a model: its terms and questions are told one by one.
ValueMap part(const PageScope& scope, std::string_view description) {
  switch (scope.page().part) {
    case ModelPart::glossary: return glossary(scope, description);
    case ModelPart::faq: return questions_of_readers(scope, description);
    default: return article(scope, description);
  }
}

ValueMap data_download(const PageScope& scope, const Download& download) {
  const Url url = absolute(scope.project().settings.base_url, download.path);
  ValueMap result{{"@type", "DataDownload"},
                  {"name", download.title},
                  {"encodingFormat", download.media_type},
                  {"contentUrl", url.text()}};
  if (download.note) {
    result.set("contentSize", std::to_string(download.note->bytes) + " B");
    result.set("sha256", hex_text(download.note->sha256));
  }
  return result;
}

/// What is known of the data of model number `model`, without its files.
ValueMap dataset(const PageScope& scope, std::size_t index) {
  const MaturityModel& model = scope.project().models[index];
  ValueMap result{{"@type", "Dataset"},
                  {"name", model.title},
                  {"description", model.summary},
                  {"version", model.version},
                  {"isAccessibleForFree", true}};
  for (const PlannedPage& page : scope.plan().pages)
    if (page.kind == PageKind::dataset && page.model == index)
      result.set("url", address_of(scope, page));
  if (!model.licence.empty()) result.set("license", model.licence);
  if (!model.updated.empty()) result.set("dateModified", model.updated);
  set_publisher(result, scope);
  return result;
}

ValueMap dataset_with_files(const PageScope& scope) {
  ValueMap result = dataset(scope, scope.page().model);
  ValueList files;
  for (const Download& download : downloads_of(scope))
    files.emplace_back(data_download(scope, download));
  result.set("distribution", std::move(files));
  return result;
}

ValueMap data_catalog(const PageScope& scope, std::string_view description) {
  ValueMap result = web_page(scope, "DataCatalog", description);
  ValueList datasets;
  for (std::size_t model = 0; model < scope.project().models.size(); ++model)
    datasets.emplace_back(dataset(scope, model));
  result.set("dataset", std::move(datasets));
  return result;
}

Value value_of(const Record& record) {
  if (record.is_object()) {
    ValueMap map;
    for (const auto& [name, member] : record.items())
      if (name != "@context") map.set(name, value_of(member));
    return map;
  }
  if (record.is_array()) {
    ValueList list;
    for (const Record& entry : record) list.push_back(value_of(entry));
    return list;
  }
  if (record.is_string()) return record.get<std::string>();
  if (record.is_boolean()) return record.get<bool>();
  return record.is_number_integer() ? Value(record.get<std::int64_t>()) : Value();
}

/// The products that a list of a catalog shows, as an ItemList.
ValueMap product_list(const PageScope& scope) {
  const PlannedPage& list = scope.page();
  ValueList items;
  for (std::size_t i = list.record; i < list.record + list.records; ++i) {
    const PlannedPage& page = scope.plan().product_page(list.catalog, i);
    items.emplace_back(ValueMap{{"@type", "ListItem"},
                                {"position", i + 1},
                                {"name", page.title},
                                {"url", address_of(scope, page)}});
  }
  return {{"@type", "ItemList"}, {"itemListElement", std::move(items)}};
}

ValueMap catalog_page(const PageScope& scope, std::string_view description) {
  ValueMap page = web_page(scope, "CollectionPage", description);
  page.set("mainEntity", product_list(scope));
  return page;
}

/// The page, and what it offers as the feed for schema.org has it.
ValueList product_page(const PageScope& scope, std::string_view description) {
  const Catalog& catalog = scope.project().catalogs[scope.page().catalog];
  const std::string& markup = catalog.products[scope.page().record].markup;
  ValueList things;
  things.emplace_back(web_page(scope, "ItemPage", description));
  if (!markup.empty()) things.emplace_back(value_of(Record::parse(markup)));
  return things;
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
      break;
    case PageKind::part:
      graph.emplace_back(part(scope, description));
      break;
    case PageKind::stage:
      graph.emplace_back(article(scope, description));
      break;
    case PageKind::assess:
    case PageKind::assess_results:
    case PageKind::roi:
    case PageKind::report:
    case PageKind::trend:
    case PageKind::content:
    case PageKind::record:
    case PageKind::audit:
      graph.emplace_back(web_page(scope, "WebPage", description));
      break;
    case PageKind::catalog:
      graph.emplace_back(catalog_page(scope, description));
      break;
    case PageKind::product:
      graph = product_page(scope, description);
      break;
    case PageKind::capability_feed:
      graph.emplace_back(web_page(scope, "WebPage", description));
      graph.emplace_back(capability_list(scope));
      break;
    case PageKind::dataset:
      graph.emplace_back(dataset_with_files(scope));
      break;
    case PageKind::data:
      graph.emplace_back(data_catalog(scope, description));
      break;
    case PageKind::collection:
    case PageKind::changes:
    case PageKind::a_to_z:
      graph.emplace_back(web_page(scope, "CollectionPage", description));
      break;
    case PageKind::portfolio:  // never listed
    case PageKind::assess_embed:
    case PageKind::not_found: return {};
  }
  if (scope.page().kind != PageKind::home) graph.emplace_back(breadcrumb_list(scope));
  return ValueMap{{"@context", "https://schema.org"}, {"@graph", std::move(graph)}};
}

}  // namespace stagecraft
