#include "render/index_views.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "model/crawlers.h"
#include "plan/date_pages.h"
#include "render/change_feed.h"
#include "render/record_fields.h"

namespace stagecraft {
namespace {

ValueMap site_of(const IndexScope& scope) {
  const SiteSettings& settings = scope.project.settings;
  return {{"title", settings.title},
          {"description", settings.description},
          {"base_url", settings.base_url.text()},
          {"sitemap", absolute(settings.base_url, OutputPath("sitemap.xml")).text()}};
}

Value text_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }

/// The pages of one sitemap.
ValueList pages_of(const IndexScope& scope, const PlannedIndex& index) {
  ValueList pages;
  std::size_t listed = 0;
  for (const PlannedPage& page : scope.plan.pages) {
    if (page.listing == Listing::unlisted) continue;
    const std::size_t place = listed++;
    if (place < index.first || place >= index.first + index.count) continue;
    pages.emplace_back(
        ValueMap{{"url", absolute(scope.project.settings.base_url, page.route).text()},
                 {"updated", text_or_null(page.updated)}});
  }
  return pages;
}

/// The sitemaps, each with the latest date of its pages.
ValueList sitemaps_of(const IndexScope& scope) {
  std::vector<const PlannedPage*> listed;
  for (const PlannedPage& page : scope.plan.pages)
    if (page.listing == Listing::listed) listed.push_back(&page);
  ValueList sitemaps;
  for (const PlannedIndex& index : scope.plan.indexes) {
    if (index.kind != IndexKind::sitemap) continue;
    std::string updated;
    for (std::size_t i = index.first; i < index.first + index.count; ++i)
      updated = std::max(updated, listed[i]->updated);
    sitemaps.emplace_back(
        ValueMap{{"url", absolute(scope.project.settings.base_url, index.path).text()},
                 {"updated", text_or_null(updated)}});
  }
  return sitemaps;
}

const OutputPath* markdown_of(const PlannedPage& page) {
  for (const PageFile& file : page.files)
    if (file.form == PageForm::markdown) return &file.path;
  return nullptr;
}

/// The catalog that `page` is about; nothing for other pages.
std::optional<std::size_t> catalog_of(const PlannedPage& page) {
  const bool is_of_catalog = page.kind == PageKind::catalog || page.kind == PageKind::product ||
                             page.kind == PageKind::audit;
  return is_of_catalog ? std::optional(page.catalog) : std::nullopt;
}

/// The pages that belong to `model` or `catalog`, or to none, with their Markdown twins.
ValueList twins_of(const IndexScope& scope, std::optional<std::size_t> model,
                   std::optional<std::size_t> catalog) {
  ValueList pages;
  for (std::size_t i = 0; i < scope.plan.pages.size(); ++i) {
    const PlannedPage& page = scope.plan.pages[i];
    const OutputPath* twin = markdown_of(page);
    if (page.listing == Listing::unlisted || !twin || scope.plan.model_of(page) != model ||
        catalog_of(page) != catalog)
      continue;
    const PageNote& note = scope.notes.page(i);
    pages.emplace_back(ValueMap{{"title", note.title},
                                {"description", note.description},
                                {"url", absolute(scope.project.settings.base_url, *twin).text()}});
  }
  return pages;
}

ValueList sections_of(const IndexScope& scope) {
  ValueList sections;
  for (std::size_t i = 0; i < scope.project.models.size(); ++i)
    sections.emplace_back(
        ValueMap{{"title", scope.project.models[i].title}, {"pages", twins_of(scope, i, {})}});
  for (std::size_t i = 0; i < scope.project.catalogs.size(); ++i)
    sections.emplace_back(
        ValueMap{{"title", scope.project.catalogs[i].title}, {"pages", twins_of(scope, {}, i)}});
  sections.emplace_back(ValueMap{{"title", scope.wording.label("site.all_else")},
                                 {"pages", twins_of(scope, {}, {})}});
  return sections;
}

template <std::size_t n>
void add_group(ValueList& groups, const std::array<std::string_view, n>& crawlers,
               CrawlerRule rule) {
  if (rule == CrawlerRule::not_said) return;
  ValueList agents;
  for (const std::string_view crawler : crawlers) agents.emplace_back(crawler);
  groups.emplace_back(ValueMap{{"agents", std::move(agents)},
                               {"rule", rule == CrawlerRule::allow ? "Allow" : "Disallow"}});
}

/// The crawlers that the settings speak of, by purpose.
ValueList crawler_groups(const IndexScope& scope) {
  ValueList groups;
  add_group(groups, answering_crawlers, scope.project.settings.answering);
  add_group(groups, training_crawlers, scope.project.settings.training);
  return groups;
}

}  // namespace

std::string index_now_batch(const IndexScope& scope, const PlannedIndex& index) {
  const SiteSettings& settings = scope.project.settings;
  const std::string& address = settings.base_url.text();
  const std::size_t host = address.find("//") + 2;
  Record batch{{"host", address.substr(host, address.find('/', host) - host)},
               {"key", settings.index_now_key},
               {"keyLocation", address + settings.index_now_key + ".txt"},
               {"urlList", Record::array()}};
  std::size_t place = 0;
  for (const PlannedPage& page : scope.plan.pages) {
    if (!is_of_latest_date(scope.plan, page)) continue;
    if (index.first <= place && place < index.first + index.count)
      batch["urlList"].push_back(absolute(settings.base_url, page.route).text());
    ++place;
  }
  return batch.dump(2) + "\n";
}

std::string index_template(IndexKind kind) {
  switch (kind) {
    case IndexKind::sitemap: return "indexes/sitemap.xml";
    case IndexKind::sitemap_index: return "indexes/sitemap_index.xml";
    case IndexKind::robots: return "indexes/robots.txt";
    case IndexKind::llms: return "indexes/llms.md";
    case IndexKind::atom: return "indexes/feed.xml";
    case IndexKind::search:
    case IndexKind::json_feed:
    case IndexKind::index_now_key:
    case IndexKind::index_now: break;
  }
  assert(false && "other files have no template");
  return {};
}

Value index_view(const IndexScope& scope, const PlannedIndex& index) {
  ValueMap view{{"site", site_of(scope)}};
  if (index.kind == IndexKind::robots) view.set("groups", crawler_groups(scope));
  if (index.kind == IndexKind::sitemap) view.set("pages", pages_of(scope, index));
  if (index.kind == IndexKind::sitemap_index) view.set("sitemaps", sitemaps_of(scope));
  if (index.kind == IndexKind::llms) view.set("sections", sections_of(scope));
  if (index.kind == IndexKind::atom) view.set("feed", feed_view(scope.project, index));
  return view;
}

}  // namespace stagecraft
