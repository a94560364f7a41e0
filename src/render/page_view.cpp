#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "render/page_scope.h"
#include "render/page_views.h"
#include "render/report_sections.h"

namespace stagecraft {
namespace {

ValueList breadcrumbs_of(const PageScope& scope) {
  const std::vector<PlannedPage>& pages = scope.plan().pages;
  std::vector<const PlannedPage*> above;
  for (auto parent = scope.page().parent; parent; parent = pages[*parent].parent)
    above.push_back(&pages[*parent]);
  if (above.empty()) return {};

  ValueList breadcrumbs;
  for (auto page = above.rbegin(); page != above.rend(); ++page)
    breadcrumbs.emplace_back(
        ValueMap{{"title", scope.name_of(**page)}, {"href", scope.href(**page)}});
  breadcrumbs.emplace_back(ValueMap{{"title", scope.name_of(scope.page())}, {"href", Value()}});
  return breadcrumbs;
}

ValueList twins_of(const PageScope& scope) {
  ValueList twins;
  for (const PageFile& file : scope.page().files) {
    if (file.form == PageForm::html || file.form == PageForm::picture) continue;
    const bool is_json = file.form == PageForm::json;
    twins.emplace_back(ValueMap{{"label", scope.sentence(is_json ? "twin.json" : "twin.markdown")},
                                {"href", scope.href(file.path)},
                                {"type", is_json ? "application/json" : "text/markdown"}});
  }
  return twins;
}

const OutputPath* picture_file(const PlannedPage& page) {
  for (const PageFile& file : page.files)
    if (file.form == PageForm::picture) return &file.path;
  return nullptr;
}

/// The address of the page's picture, or else of that of the home page; empty when the site has no
/// pictures, and for pages that are listed nowhere.
std::string picture_of(const PageScope& scope) {
  if (scope.page().listing == Listing::unlisted) return {};
  const OutputPath* picture = picture_file(scope.page());
  if (!picture) picture = picture_file(scope.plan().pages.front());
  return picture ? absolute(scope.project().settings.base_url, *picture).text() : "";
}

ValueList stylesheets_of(const PageScope& scope) {
  const PlannedAsset* stylesheet = scope.plan().find_asset(AssetKind::stylesheet);
  if (!stylesheet) return {};
  return {ValueMap{{"href", scope.href(stylesheet->path)},
                   {"media", "all"},
                   {"integrity", stylesheet->integrity}}};
}

/// A self-assessment asks one thing at a time and is no place to search in, and weighs the most.
bool is_searched_from(PageKind kind) {
  return kind != PageKind::assess && kind != PageKind::assess_embed;
}

/// The theme's scripts that the page loads: those for every page, then that of its kind.
std::vector<const PlannedAsset*> loaded_scripts(const PageScope& scope) {
  std::vector<const PlannedAsset*> scripts;
  const PlannedAsset* const left_out =
      is_searched_from(scope.page().kind) ? nullptr : scope.plan().find_asset("search.js");
  for (const PlannedAsset& asset : scope.plan().assets)
    if (asset.kind == AssetKind::script && &asset != left_out) scripts.push_back(&asset);
  const std::string own = fmt::format("scripts/{}.js", view_name(scope.page().kind));
  if (const PlannedAsset* script = scope.plan().find_asset(own)) scripts.push_back(script);
  return scripts;
}

ValueMap script_view(const PageScope& scope, const PlannedAsset& script) {
  return {{"href", scope.href(script.path)}, {"integrity", script.integrity}};
}

ValueList scripts_of(const PageScope& scope) {
  ValueList scripts;
  for (const PlannedAsset* script : loaded_scripts(scope))
    scripts.emplace_back(script_view(scope, *script));
  return scripts;
}

/// The pages that list all others, for the foot of every page.
ValueList lists_of(const PageScope& scope) {
  ValueList links;
  for (const PageKind kind : {PageKind::changes, PageKind::a_to_z, PageKind::data})
    if (const PlannedPage* page = scope.plan().find_page(kind))
      links.emplace_back(ValueMap{{"title", scope.title_of(*page)},
                                  {"href", scope.href(*page)},
                                  {"current", page == &scope.page()}});
  return links;
}

ValueList feeds_of(const PageScope& scope) {
  ValueList feeds;
  const auto add = [&](IndexKind kind, const char* type, const char* label) {
    if (const PlannedIndex* feed = scope.plan().find_index(kind))
      feeds.emplace_back(ValueMap{
          {"type", type}, {"label", scope.label(label)}, {"href", scope.href(feed->path)}});
  };
  add(IndexKind::atom, "application/atom+xml", "changes.atom");
  add(IndexKind::json_feed, "application/feed+json", "changes.json_feed");
  return feeds;
}

Value search_of(const PageScope& scope) {
  const PlannedIndex* index = scope.plan().find_index(IndexKind::search);
  return index && is_searched_from(scope.page().kind) ? Value(scope.href(index->path)) : Value();
}

/// What the page's scripts import, so that a browser fetches it at once and checks it.
ValueList modules_of(const PageScope& scope) {
  std::set<std::string> names;
  for (const PlannedAsset* script : loaded_scripts(scope))
    names.insert(script->imports.begin(), script->imports.end());
  ValueList modules;
  for (const std::string& name : names)
    modules.emplace_back(script_view(scope, *scope.plan().find_asset(name)));
  return modules;
}

Value icon_of(const PageScope& scope) {
  const PlannedAsset* icon = scope.plan().find_asset("icon.svg");
  return icon ? Value(scope.href(icon->path)) : Value();
}

ValueMap brand_of(const PageScope& scope) {
  const SiteSettings& settings = scope.project().settings;
  Value logo;
  if (const PlannedAsset* planned = scope.plan().find_asset(AssetKind::logo)) {
    const Logo& picture = *scope.project().logo;
    logo = ValueMap{{"href", scope.href(planned->path)},
                    {"width", picture.width},
                    {"height", picture.height},
                    {"adapts", picture.adapts}};
  }
  return {{"name", settings.brand.name.empty() ? settings.title : settings.brand.name},
          {"logo", std::move(logo)},
          {"footer", settings.brand.footer}};
}

/// What `page` is called in the main navigation; empty when it is not there.
const std::string& navigation_name(const Project& project, const PlannedPage& page) {
  static const std::string none;
  if (page.kind == PageKind::content) return project.pages[page.content].navigation;
  if (page.kind == PageKind::catalog && page.record == 0)
    return project.catalogs[page.catalog].navigation;
  const bool is_list = page.kind == PageKind::collection && page.record == 0;
  return is_list ? project.collections[page.collection].navigation : none;
}

ValueList navigation_of(const PageScope& scope) {
  ValueList items;
  for (std::size_t model = 0; model < scope.project().models.size(); ++model) {
    const PageKind kind = scope.page().kind;
    const bool below = (kind == PageKind::model || kind == PageKind::stage ||
                        kind == PageKind::part || kind == PageKind::assess) &&
                       scope.page().model == model;
    items.emplace_back(ValueMap{{"title", scope.project().models[model].short_title},
                                {"href", scope.href(*scope.plan().find_model_page(model))},
                                {"current", below}});
  }
  for (const PlannedPage& page : scope.plan().pages) {
    if (page.kind == PageKind::record || page.kind == PageKind::product) break;  // they come last
    const std::string& name = navigation_name(scope.project(), page);
    if (!name.empty())
      items.emplace_back(
          ValueMap{{"title", name},
                   {"href", scope.href(page)},
                   {"current", scope.page().route.text().starts_with(page.route.text())}});
  }
  return items;
}

/// The first sentence or so of what the product says of itself; of a silent one, what its page has.
std::string product_description(const PageScope& scope) {
  constexpr std::size_t most_bytes = 200;
  const Catalog& catalog = scope.project().catalogs[scope.page().catalog];
  const std::string& text = catalog.products[scope.page().record].description;
  if (text.empty())
    return scope.sentence("product.page_description",
                          {{"title", scope.page().title}, {"catalog", catalog.title}});
  const std::string_view first(text.data(), std::min(text.find('\n'), text.size()));
  if (first.size() <= most_bytes) return std::string(first);
  const std::size_t end = first.rfind(' ', most_bytes);
  return end == std::string_view::npos ? "" : std::string(first.substr(0, end)) + " …";
}

/// What the kind of the page adds; the page for wrong addresses has nothing of its own.
ValueMap kind_view(const PageScope& scope) {
  switch (scope.page().kind) {
    case PageKind::home: return home_view(scope);
    case PageKind::model: return model_view(scope);
    case PageKind::stage: return stage_view(scope);
    case PageKind::part: return part_view(scope);
    case PageKind::assess:
    case PageKind::assess_embed: return assess_view(scope);
    case PageKind::assess_results: return assess_results_view(scope);
    case PageKind::roi: return roi_view(scope);
    case PageKind::report: return report_view(scope);
    case PageKind::trend: return trend_view(scope);
    case PageKind::portfolio: return portfolio_view(scope);
    case PageKind::content: return content_view(scope);
    case PageKind::record: return record_view(scope);
    case PageKind::collection: return collection_view(scope);
    case PageKind::catalog: return catalog_view(scope);
    case PageKind::product: return product_view(scope);
    case PageKind::audit: return audit_view(scope);
    case PageKind::capability_feed: return capability_feed_view(scope);
    case PageKind::dataset: return dataset_view(scope);
    case PageKind::data: return data_view(scope);
    case PageKind::changes: return changes_view(scope);
    case PageKind::a_to_z: return a_to_z_view(scope);
    case PageKind::not_found: break;
  }
  return {};
}

}  // namespace

std::string description_of(const PageScope& scope, const ValueMap& kind) {
  switch (scope.page().kind) {
    case PageKind::home:
      return scope.project().settings.description;
    case PageKind::model:
      return scope.model().summary;
    case PageKind::stage: {
      const Stage& stage = scope.model().stages[scope.page().stage];
      return stage.summary.empty() ? stage.subtitle : stage.summary;
    }
    case PageKind::part: {
      const auto& lead = std::get<std::string>(kind.find("lead")->storage());
      return scope.sentence("part.description",
                            {{"title", scope.title_of(scope.page())},
                             {"lead", lead.empty() ? scope.model().summary : lead}});
    }
    case PageKind::assess:
    case PageKind::assess_embed:
      return scope.sentence("assess.description", {{"model", scope.model().title}});
    case PageKind::assess_results:
      return scope.sentence("assess_results.description", {{"model", scope.model().title}});
    case PageKind::roi:
      return scope.sentence("roi.description", {{"model", scope.model().title}});
    case PageKind::report:
      return std::get<std::string>(kind.find("verdict")->storage());
    case PageKind::trend:
    case PageKind::portfolio:
      return std::get<std::string>(kind.find("lead")->storage());
    case PageKind::content:
      return scope.project().pages[scope.page().content].description;
    case PageKind::record: {
      const DataCollection& collection = scope.project().collections[scope.page().collection];
      return collection.pages[scope.page().record].description;
    }
    case PageKind::collection:
      return scope.project().collections[scope.page().collection].description;
    case PageKind::catalog:
      return scope.project().catalogs[scope.page().catalog].description;
    case PageKind::product:
      return product_description(scope);
    case PageKind::audit:
      return scope.sentence(
          "audit.description",
          {{"catalog", scope.project().catalogs[scope.page().catalog].title}});
    case PageKind::capability_feed:
      return scope.sentence("capability_feed.description", {{"client", scope.page().title}});
    case PageKind::dataset:
      return scope.sentence("data.model_description", {{"model", scope.model().title}});
    case PageKind::data:
      return scope.label("data.description");
    case PageKind::changes:
      return scope.label("changes.description");
    case PageKind::a_to_z:
      return scope.label("a_to_z.description");
    case PageKind::not_found:
      return scope.label("not_found.text");
  }
  return {};
}

namespace {

/// "a_to_z".
std::string with_underscores(PageKind kind) {
  std::string name(kind_word(kind));
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

}  // namespace

std::string view_name(PageKind kind) {
  return with_underscores(kind == PageKind::assess_embed ? PageKind::assess : kind);
}

std::string template_name(PageKind kind) { return "pages/" + with_underscores(kind); }

std::string PageScope::part(const std::string& name, const Value& view) const {
  if (!templates_.contains(name)) {
    diagnostics_.error_in("templates/" + name, "there is no such template");
    return {};
  }
  return templates_.render(name, view, page_.route.text(), diagnostics_).value_or("");
}

std::string PageScope::href(const PlannedPage& to) const {
  if (page_.kind == PageKind::not_found)
    return path_of(absolute(project_.settings.base_url, to.route));
  return relative_link(page_.route, to.route);
}

std::string PageScope::href(const OutputPath& to) const {
  if (page_.kind == PageKind::not_found) return path_of(absolute(project_.settings.base_url, to));
  return relative_link(page_.route, to);
}

std::string PageScope::title_of(const PlannedPage& page) const {
  switch (page.kind) {
    case PageKind::stage:
      return sentence("stage.title",
                      {{"number", std::to_string(page.stage + 1)}, {"title", page.title}});
    case PageKind::part:
      return sentence("part.page_title",
                      {{"part", name_of(page)},
                       {"model", project_.models[page.model].short_title}});
    case PageKind::report:
      if (page.section)
        return sentence("report.section_page_title",
                        {{"section", label(report_section_label(*page.section))},
                         {"client", page.title},
                         {"date", date(project_.assessments[page.assessment].date)}});
      return sentence(
          "report.page_title",
          {{"client", page.title}, {"date", date(project_.assessments[page.assessment].date)}});
    case PageKind::trend:
      return sentence("trend.page_title",
                      {{"client", page.title}, {"model", project_.models[page.model].short_title}});
    case PageKind::portfolio:
      return sentence("portfolio.title", {{"model", page.title}});
    case PageKind::audit:
      return sentence("audit.title", {{"catalog", page.title}});
    case PageKind::capability_feed:
      return sentence("capability_feed.title", {{"client", page.title}});
    case PageKind::dataset:
      return sentence("data.model_title", {{"model", project_.models[page.model].short_title}});
    case PageKind::data:
      return label("data.title");
    case PageKind::changes:
      return label("changes.title");
    case PageKind::a_to_z:
      return label("a_to_z.title");
    case PageKind::roi:
      return sentence("roi.title",
                      {{"title", page.title}, {"model", project_.models[page.model].short_title}});
    case PageKind::assess_results:
      return sentence("assess_results.title", {{"model", page.title}});
    case PageKind::assess:
      return sentence("assess.title", {{"model", page.title}});
    case PageKind::assess_embed:
      return sentence("assess.embed_title", {{"model", page.title}});
    case PageKind::not_found:
      return label("not_found.title");
    case PageKind::home:
    case PageKind::model:
    case PageKind::content:
    case PageKind::record:
    case PageKind::collection:
    case PageKind::catalog:
    case PageKind::product:
      break;
  }
  return page.title;
}

std::string PageScope::name_of(const PlannedPage& page) const {
  if (page.kind != PageKind::part) return title_of(page);
  switch (page.part) {
    case ModelPart::pillar:
      return page.title;
    case ModelPart::moving:
      return sentence("part.step", {{"from", std::to_string(page.item + 1)},
                                    {"to", std::to_string(page.item + 2)}});
    case ModelPart::table: {
      if (!page.sorted_by) return page.title;
      const GuidanceTable& table = project_.models[page.model].tables[page.item];
      return sentence("part.sorted_table", {{"table", page.title},
                                            {"column", table.columns[*page.sorted_by].title}});
    }
    default:
      return label("parts." + std::string(part_word(page.part)));
  }
}

Value view_of(const PageScope& scope) {
  const SiteSettings& settings = scope.project().settings;
  const PlannedPage& page = scope.page();
  ValueMap view = kind_view(scope);
  const std::string description = description_of(scope, view);
  const bool is_404 = page.kind == PageKind::not_found;

  ValueMap root;
  root.set("site", ValueMap{{"title", settings.title},
                            {"description", settings.description},
                            {"publisher", settings.publisher},
                            {"language", settings.language},
                            {"home", scope.href(scope.plan().pages.front())},
                            {"url", settings.base_url.text()},
                            {"icon", icon_of(scope)},
                            {"lists", lists_of(scope)},
                            {"search", search_of(scope)},
                            {"feeds", feeds_of(scope)},
                            {"brand", brand_of(scope)}});
  root.set("page",
           ValueMap{{"kind", kind_word(page.kind)},
                    {"title", scope.title_of(page)},
                    {"description", description},
                    {"route", page.route.text()},
                    {"url", is_404 ? absolute(settings.base_url, page.files.front().path).text()
                                   : absolute(settings.base_url, page.route).text()},
                    {"picture", picture_of(scope)},
                    {"noindex", page.listing == Listing::unlisted},
                    {"breadcrumbs", breadcrumbs_of(scope)},
                    {"stylesheets", stylesheets_of(scope)},
                    {"scripts", scripts_of(scope)},
                    {"modules", modules_of(scope)},
                    {"twins", twins_of(scope)},
                    {"json_ld", json_ld_of(scope, description)}});
  root.set("nav", navigation_of(scope));
  root.set("strings", scope.labels());
  if (!is_404) root.set(view_name(page.kind), std::move(view));
  return root;
}

}  // namespace stagecraft
