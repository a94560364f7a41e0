#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/address.h"
#include "plan/model_tables.h"

namespace stagecraft {

enum class PageKind {
  home,
  model,
  stage,
  part,  ///< of a model; see ModelPart
  roi,           ///< the calculator of a model
  assess,        ///< visitors assess themselves by a model
  assess_embed,  ///< the same for the frame of another site
  assess_results,  ///< what others answered
  report,
  trend,   ///< the assessments of one subject by one model, side by side
  portfolio,  ///< all subjects of one model, for whoever runs the site
  content,
  record,      ///< of a collection
  collection,  ///< a part of the list of its records
  catalog,     ///< a part of the list of its products
  product,     ///< of a catalog
  audit,       ///< of a catalog
  capability_feed,  ///< what a subject can do
  dataset,  ///< the files of one model that programs read
  data,     ///< those of the whole site
  changes,  ///< what changed, where there is a history
  a_to_z,   ///< all listed pages and all terms by their first letter
  not_found
};

/// What views and records call the kind: "not-found".
std::string_view kind_word(PageKind kind);

/// What a page of kind `part` tells of its model. A model has the pages of those parts that it
/// holds, in this order; `pillar`, `moving` and `table` have a page for each thing.
enum class ModelPart {
  pillars,  ///< all of them by stage
  pillar,
  moving,  ///< from one stage to the next
  kpis,
  capabilities,
  roles,
  use_cases,
  table,
  phases,
  architecture,
  checklists,
  pitfalls,
  guidance,
  benefits,
  figures,  ///< what others have published, and the sources
  questions,
  method,
  faq,
  glossary,
  related
};

/// What views, routes and labels call the part: "use-cases".
std::string_view part_word(ModelPart part);

/// Whether a page may be found without its link.
enum class Listing {
  listed,   ///< in navigation, sitemap and everything else that lists pages
  unlisted  ///< linked from nowhere, `noindex`
};

/// One form in which a page is published.
enum class PageForm {
  html,
  markdown,
  json,
  picture  ///< shown by services beside a link to the page
};

struct PageFile {
  PageForm form = PageForm::html;
  OutputPath path;
};

/// Where a link of a content page leads: to a page, to a file beside the pages, or elsewhere.
struct PlannedLink {
  std::optional<Route> route;
  std::optional<std::size_t> file;  ///< index into Project::files
  std::string rest;                 ///< "#heading" of `route`, or the whole address elsewhere
};

/// One page that will exist. What it shows is named by indices; its content is made by render.
struct PlannedPage {
  PageKind kind = PageKind::home;
  Route route;
  std::string title;            ///< for links to it; unique among listed pages
  Listing listing = Listing::listed;
  std::size_t model = 0;        ///< index into Project::models; not of home, content, not_found
  std::size_t self_assessment = 0;  ///< index into SiteSettings::self_assessments; of assess pages
  std::size_t stage = 0;        ///< index into the model's stages; of kind stage
  ModelPart part = ModelPart::pillars;  ///< of kind part
  std::size_t item = 0;  ///< of a part with a page for each thing: pillar, transition or table
  std::optional<std::size_t> sorted_by;  ///< of a table: the column that its rows are sorted by
  std::size_t assessment = 0;  ///< index into Project::assessments; of kinds report and
                               ///< capability_feed, of kind trend the latest
  std::vector<std::size_t> assessments;  ///< of kinds trend and portfolio: all of them, by
                                         ///< subject and date
  std::optional<std::size_t> section;  ///< of kind report: the one section that it shows
  std::optional<std::size_t> current;  ///< the stage that a report states, where it states one
  std::size_t content = 0;      ///< index into Project::pages; of kind content
  std::size_t collection = 0;  ///< index into Project::collections; of kinds record, collection
  std::size_t catalog = 0;  ///< index into Project::catalogs; of kinds catalog, product, audit
  std::size_t record = 0;   ///< its record or product; of a list the first of those that it lists
  std::size_t records = 0;  ///< of kinds collection and catalog: how many it lists
  std::vector<PlannedLink> links;    ///< of kind content: one per link of its text
  std::vector<PlannedLink> figures;  ///< of kind content: one per shortcode; empty unless a figure
  std::optional<std::size_t> parent;  ///< index of the page above, for the breadcrumbs
  std::vector<PageFile> files;     ///< the HTML file first
  std::string updated;  ///< ISO date of the data that it shows; empty: not known
};

enum class AssetKind {
  stylesheet,  ///< all style sheets of the theme in one, so that a page waits for a single file
  script,      ///< a module that every page loads
  page_script,  ///< a module that pages of one kind load: scripts/<kind>.js
  file,        ///< a picture, a font, or whatever else a theme brings along
  logo         ///< the brand's
};

/// One published file of the theme or the brand; plan_assets.h gives its bytes.
struct PlannedAsset {
  AssetKind kind = AssetKind::file;
  OutputPath path;                 ///< its name holds a part of the hash of its bytes
  std::vector<std::string> parts;  ///< keys of Project::assets, in order; of a logo none
  std::string integrity;           ///< "sha256-…": what pages check the published bytes against
  std::vector<std::string> imports;  ///< of a script: the files that it loads, directly or through
                                     ///< others, as keys of Project::assets, by name
};

/// One file beside the content pages; planned because a page refers to it.
struct PlannedContentFile {
  OutputPath path;
  std::size_t file = 0;  ///< index into Project::files
};

/// One table of a model, as CSV.
struct PlannedTable {
  OutputPath path;
  std::size_t model = 0;  ///< index into Project::models
  ModelTable table;
};

/// One file that was made of a catalog.
struct PlannedCatalogFile {
  OutputPath path;
  std::size_t catalog = 0;  ///< index into Project::catalogs
  std::size_t file = 0;     ///< index into Catalog::files
  Listing listing = Listing::listed;
};

/// What a file beside a report holds. content/docs/reports.md, "Downloads", describes them.
enum class ReportFile { roadmap, calendar, issues, kpis, answers, chart, portfolio };

/// One file beside a report or a portfolio.
struct PlannedReportFile {
  OutputPath path;
  std::size_t page = 0;  ///< index into SitePlan::pages: the whole report, or the
                         ///< portfolio
  ReportFile file = ReportFile::roadmap;
  std::string chart;  ///< of kind chart: which one, "pillars"
};

/// One JSON Schema.
struct PlannedSchema {
  OutputPath path;
  std::string name;  ///< key of Project::schemas
};

/// One file that lists pages, or names one that does.
enum class IndexKind {
  sitemap,        ///< of listed pages
  sitemap_index,  ///< of the sitemaps, where one is not enough
  robots,
  llms,   ///< the listed pages with their Markdown twins, for language models
  search,    ///< for the script that looks up words
  atom,      ///< the newest changes as an Atom feed
  json_feed,      ///< and as a JSON Feed
  index_now_key,  ///< proves to engines of IndexNow that the owner asks
  index_now       ///< the pages with the newest data, ready to be posted to such an engine
};

struct PlannedIndex {
  IndexKind kind = IndexKind::sitemap;
  OutputPath path;
  std::size_t first = 0;  ///< of a sitemap: the first of its pages, of those that are listed; of
                          ///< kind index_now, of those with the latest date
  std::size_t count = 0;  ///< and how many they are
};

/// What pass 3 hands to render: every file that will exist. From here on none is added, so whatever
/// lists pages can rely on this list. Small: it is held whole.
struct SitePlan {
  std::vector<PlannedPage> pages;  ///< home first; parents before children; records, products last
  std::vector<PlannedAsset> assets;  ///< the stylesheet first, when the theme has one
  std::vector<PlannedContentFile> files;  ///< by path
  std::vector<PlannedReportFile> report_files;  ///< by page
  std::vector<PlannedTable> tables;       ///< by model, in the order of the manual
  std::vector<PlannedCatalogFile> catalog_files;  ///< by catalog
  std::vector<PlannedSchema> schemas;     ///< by name
  std::vector<PlannedIndex> indexes;

  /// The only asset of `kind` (stylesheet, logo); null when there is none.
  const PlannedAsset* find_asset(AssetKind kind) const;

  /// The asset that is the theme's file `name` alone; null when there is none.
  const PlannedAsset* find_asset(std::string_view name) const;

  /// The page of this kind for this model and stage; null when there is none.
  const PlannedPage* find_model_page(std::size_t model) const;
  const PlannedPage* find_stage_page(std::size_t model, std::size_t stage) const;
  /// The page of this part of this model; of a part with several pages that of `item`, unsorted.
  const PlannedPage* find_part_page(std::size_t model, ModelPart part, std::size_t item = 0) const;

  /// The page of this kind for this catalog, of its list the first; null when there is none.
  const PlannedPage* find_catalog_page(PageKind kind, std::size_t catalog) const;
  /// The page of this product of this catalog. Requires: there is one.
  const PlannedPage& product_page(std::size_t catalog, std::size_t product) const;

  /// The trend that shows this assessment and is listed so; null when there is none.
  const PlannedPage* find_trend_page(std::size_t assessment, Listing listing) const;

  /// The first page of `kind`; null when there is none.
  const PlannedPage* find_page(PageKind kind) const;

  /// The first index of `kind`; null when there is none.
  const PlannedIndex* find_index(IndexKind kind) const;

  /// The schema of `kind`, "stage"; null when it is not published.
  const PlannedSchema* find_schema(std::string_view kind) const;

  /// The model whose overview is `page` or stands above it; nothing when there is none.
  std::optional<std::size_t> model_of(const PlannedPage& page) const;

  /// The page on which visitors assess themselves by this model; null when there is none.
  const PlannedPage* find_assess_page(std::size_t model) const;

  /// What others answered by this model; null when there is nothing.
  const PlannedPage* find_assess_results(std::size_t model) const;

  /// The calculator of this model; null when there is none.
  const PlannedPage* find_roi_page(std::size_t model) const;
};

}  // namespace stagecraft
