#include "plan/plan_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>

#include "base/hash.h"
#include "plan/date_pages.h"
#include "plan/plan_assets.h"
#include "model/report_sections.h"
#include "plan/plan_parts.h"
#include "plan/plan_report_files.h"
#include "plan/plan_sitemaps.h"
#include "plan/resolve_links.h"

namespace stagecraft {
namespace {

constexpr std::size_t secret_characters = 26;  // of base32: 130 bits
constexpr std::size_t listed_records = 100;    // on one page of a list
constexpr std::size_t addresses_of_a_batch = 10'000;

std::size_t pages_of_latest_date(const SitePlan& plan) {
  return static_cast<std::size_t>(
      std::count_if(plan.pages.begin(), plan.pages.end(),
                    [&](const PlannedPage& page) { return is_of_latest_date(plan, page); }));
}

/// Collects the pages in their final order.
class Planner {
 public:
  Planner(const Project& project, const Evaluation& evaluation)
      : project_(project), evaluation_(evaluation) {}

  SitePlan plan() {
    const std::size_t home = add(page_at(PageKind::home, Route("/"), project_.settings.title),
                                 {PageForm::html, PageForm::markdown});
    for (std::size_t model = 0; model < project_.models.size(); ++model) add_model(model, home);
    for (std::size_t i = 0; i < project_.assessments.size(); ++i) add_report(i, home);
    add_trends(home);
    if (project_.settings.portfolio) add_portfolios(home);
    for (std::size_t i = 0; i < project_.pages.size(); ++i) add_content(i, home);
    std::vector<std::size_t> lists;
    for (std::size_t i = 0; i < project_.collections.size(); ++i)
      lists.push_back(add_list(i, home));
    std::vector<std::size_t> catalogs;
    for (std::size_t i = 0; i < project_.catalogs.size(); ++i)
      catalogs.push_back(add_catalog(i, home));
    for (const std::size_t assessment : project_.capability_feeds)
      add_capability_feed(assessment, home);
    add_data(home);
    add_not_found();
    for (std::size_t i = 0; i < project_.collections.size(); ++i) add_records(i, lists[i]);
    for (std::size_t i = 0; i < project_.catalogs.size(); ++i) add_products(i, catalogs[i]);
    date_pages(project_, plan_);
    plan_.assets = plan_assets(project_);
    add_indexes();
    return std::move(plan_);
  }

 private:
  static PlannedPage page_at(PageKind kind, Route route, std::string title) {
    PlannedPage page;
    page.kind = kind;
    page.route = std::move(route);
    page.title = std::move(title);
    return page;
  }

  std::size_t add(PlannedPage page, const std::vector<PageForm>& forms) {
    for (const PageForm form : forms)
      page.files.push_back({form, index_path(page.route, extension(form))});
    if (project_.palette && page.listing == Listing::listed && has_picture(page.kind))
      page.files.push_back(
          {PageForm::picture, index_path(page.route, extension(PageForm::picture))});
    plan_.pages.push_back(std::move(page));
    return plan_.pages.size() - 1;
  }

  /// Lists and records share the picture of the home page.
  static bool has_picture(PageKind kind) {
    switch (kind) {
      case PageKind::trend:
      case PageKind::portfolio:
      case PageKind::record:
      case PageKind::collection:
      case PageKind::catalog:
      case PageKind::product:
      case PageKind::audit:
      case PageKind::capability_feed:
      case PageKind::dataset:
      case PageKind::data:
      case PageKind::changes:
      case PageKind::a_to_z: return false;
      default: return true;
    }
  }

  static std::string_view extension(PageForm form) {
    switch (form) {
      case PageForm::html:
        return "html";
      case PageForm::markdown:
        return "md";
      case PageForm::json:
        return "json";
      case PageForm::picture:
        return "png";
    }
    return "";
  }

  void add_model(std::size_t index, std::size_t home) {
    const MaturityModel& model = project_.models[index];
    const std::vector<PageForm> all{PageForm::html, PageForm::markdown, PageForm::json};
    const Route route("/models/" + model.id.text() + "/");
    PlannedPage page = page_at(PageKind::model, route, model.title);
    page.model = index;
    page.parent = home;
    const std::size_t overview = add(std::move(page), all);
    for (std::size_t stage = 0; stage < model.stages.size(); ++stage) {
      const Stage& described = model.stages[stage];
      PlannedPage stage_page =
          page_at(PageKind::stage, Route(route.text() + "stages/" + described.id.text() + "/"),
                  described.title);
      stage_page.model = index;
      stage_page.stage = stage;
      stage_page.parent = overview;
      add(std::move(stage_page), all);
    }
    for (PlannedPage& part : plan_parts(model, route)) {
      part.model = index;
      part.parent = overview;
      if (part.part == ModelPart::pillar) part.parent = pillar_parent(index, part.item);
      if (part.sorted_by)
        part.parent = static_cast<std::size_t>(
            plan_.find_part_page(index, ModelPart::table, part.item) - plan_.pages.data());
      add(std::move(part), all);
    }
    add_dataset(index, overview);
    if (model.roi) {
      PlannedPage roi = page_at(PageKind::roi, Route(route.text() + "roi/"), model.roi->title);
      roi.model = index;
      roi.parent = overview;
      add(std::move(roi), all);
    }
    add_assess(index, overview);
  }

  /// The page on which visitors assess themselves, the same for a frame, and what others answered.
  void add_assess(std::size_t model, std::size_t overview) {
    const std::vector<SelfAssessment>& entries = project_.settings.self_assessments;
    const std::string& id = project_.models[model].id.text();
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].model.text() != id) continue;
      const Route route("/assess/" + id + "/");
      PlannedPage page = page_at(PageKind::assess, route, project_.models[model].title);
      page.model = model;
      page.self_assessment = i;
      page.parent = overview;
      PlannedPage embed = page, results = page;
      results.parent = plan_.pages.size();
      add(std::move(page), {PageForm::html, PageForm::markdown, PageForm::json});
      embed.kind = PageKind::assess_embed;
      embed.route = Route(route.text() + "embed/");
      embed.listing = Listing::unlisted;
      add(std::move(embed), {PageForm::html});
      if (entries[i].results.empty()) continue;
      results.kind = PageKind::assess_results;
      results.route = Route(route.text() + "results/");
      add(std::move(results), {PageForm::html, PageForm::markdown, PageForm::json});
    }
  }

  /// A pillar stands below the pillar that it hangs on, else below all pillars.
  std::size_t pillar_parent(std::size_t model, PillarIndex pillar) const {
    const auto above = project_.models[model].pillars[pillar].parent;
    const PlannedPage* page = above ? plan_.find_part_page(model, ModelPart::pillar, *above)
                                    : plan_.find_part_page(model, ModelPart::pillars);
    return static_cast<std::size_t>(page - plan_.pages.data());
  }

  /// The tables of a model, and the page that lists them.
  void add_dataset(std::size_t index, std::size_t overview) {
    const MaturityModel& model = project_.models[index];
    const Route route("/models/" + model.id.text() + "/data/");
    for (ModelTable& table : tables_of(model)) {
      OutputPath path(route.text().substr(1) + table.name + ".csv");
      plan_.tables.push_back({std::move(path), index, std::move(table)});
    }
    PlannedPage page = page_at(PageKind::dataset, route, model.title);
    page.model = index;
    page.parent = overview;
    add(std::move(page), {PageForm::html, PageForm::markdown});
  }

  /// The list of a collection in parts, where it has one; the page above its records.
  std::size_t add_list(std::size_t index, std::size_t home) {
    const DataCollection& collection = project_.collections[index];
    if (!collection.list) return home;
    const std::size_t records = collection.pages.size();
    std::size_t above = home;
    for (std::size_t first = 0; first == 0 || first < records; first += listed_records) {
      PlannedPage page = page_at(PageKind::collection, *collection.list, collection.title);
      if (first > 0) {
        const std::size_t number = first / listed_records + 1;
        page.route = Route(fmt::format("{}page-{}/", page.route.text(), number));
        page.title = fmt::format("{} ({})", page.title, number);
      }
      page.collection = index;
      page.record = first;
      page.records = std::min(listed_records, records - first);
      page.parent = above;
      const std::size_t added = add(std::move(page), {PageForm::html, PageForm::markdown});
      if (first == 0) above = added;
    }
    return above;
  }

  void add_records(std::size_t index, std::size_t above) {
    const DataCollection& collection = project_.collections[index];
    std::vector<PageForm> forms{PageForm::html};
    if (project_.templates.contains(collection.page_template + ".md"))
      forms.push_back(PageForm::markdown);
    if (collection.has_twins) forms.push_back(PageForm::json);
    for (std::size_t i = 0; i < collection.pages.size(); ++i) {
      PlannedPage page =
          page_at(PageKind::record, collection.pages[i].route, collection.pages[i].title);
      page.collection = index;
      page.record = i;
      page.parent = above;
      add(std::move(page), forms);
    }
  }

  void add_capability_feed(std::size_t index, std::size_t home) {
    const Assessment& assessment = project_.assessments[index];
    PlannedPage page =
        page_at(PageKind::capability_feed,
                Route("/capabilities/" + assessment.subject.id.text() + "/"),
                assessment.subject.name);
    page.model = static_cast<std::size_t>(&project_.model_of(assessment) - project_.models.data());
    page.assessment = index;
    page.parent = home;
    add(std::move(page), {PageForm::html, PageForm::markdown, PageForm::json});
  }

  /// The list of a catalog in parts, its audit and its files; the page above its products.
  std::size_t add_catalog(std::size_t index, std::size_t home) {
    const Catalog& catalog = project_.catalogs[index];
    const Route route("/catalogs/" + catalog.id + "/");
    const std::size_t products = catalog.products.size();
    std::size_t above = home;
    for (std::size_t first = 0; first == 0 || first < products; first += listed_records) {
      PlannedPage page = page_at(PageKind::catalog, route, catalog.title);
      if (first > 0) {
        const std::size_t number = first / listed_records + 1;
        page.route = Route(fmt::format("{}page-{}/", route.text(), number));
        page.title = fmt::format("{} ({})", page.title, number);
      }
      page.catalog = index;
      page.record = first;
      page.records = std::min(listed_records, products - first);
      page.parent = above;
      const std::size_t added = add(std::move(page), {PageForm::html, PageForm::markdown});
      if (first == 0) above = added;
    }
    add_audit(index, above);
    return above;
  }

  void add_audit(std::size_t index, std::size_t above) {
    const Catalog& catalog = project_.catalogs[index];
    const Route route = audit_route(catalog, project_.settings.link_key);
    const bool is_public = catalog.audit_audience == AuditAudience::everyone;
    if (catalog.audit_audience != AuditAudience::nobody) {
      PlannedPage page = page_at(PageKind::audit, route, catalog.title);
      page.listing = is_public ? Listing::listed : Listing::unlisted;
      page.catalog = index;
      page.parent = above;
      add(std::move(page), {PageForm::html, PageForm::markdown, PageForm::json});
    }
    for (std::size_t file = 0; file < catalog.files.size(); ++file) {
      const CatalogFileKind kind = catalog.files[file].kind;
      std::string folder;
      if (kind == CatalogFileKind::feed) folder = "catalogs/" + catalog.id + "/feeds/";
      if (kind == CatalogFileKind::audit) folder = route.text().substr(1);
      const bool is_listed = kind != CatalogFileKind::audit || is_public;
      plan_.catalog_files.push_back({OutputPath(folder + catalog.files[file].path), index, file,
                                     is_listed ? Listing::listed : Listing::unlisted});
    }
  }

  void add_products(std::size_t index, std::size_t above) {
    const Catalog& catalog = project_.catalogs[index];
    for (std::size_t i = 0; i < catalog.products.size(); ++i) {
      PlannedPage page =
          page_at(PageKind::product,
                  Route(fmt::format("/catalogs/{}/products/{}/", catalog.id,
                                    catalog.products[i].slug)),
                  catalog.products[i].title);
      page.catalog = index;
      page.record = i;
      page.parent = above;
      add(std::move(page), {PageForm::html, PageForm::markdown, PageForm::json});
    }
  }

  /// What lists all else.
  void add_data(std::size_t home) {
    for (const auto& [name, bytes] : project_.schemas)
      plan_.schemas.push_back({OutputPath("schemas/" + name), name});
    if (!project_.history.empty()) {
      PlannedPage changes = page_at(PageKind::changes, Route("/changes/"), "Changes");
      changes.parent = home;
      add(std::move(changes), {PageForm::html, PageForm::markdown});
    }
    PlannedPage list = page_at(PageKind::a_to_z, Route("/a-z/"), "A–Z");
    list.parent = home;
    add(std::move(list), {PageForm::html, PageForm::markdown});
    PlannedPage data = page_at(PageKind::data, Route("/data/"), "Data");
    data.parent = home;
    add(std::move(data), {PageForm::html, PageForm::markdown, PageForm::json});
  }

  void add_indexes() {
    plan_.indexes = plan_sitemaps(plan_.pages, project_.settings.base_url);
    plan_.indexes.push_back({IndexKind::robots, OutputPath("robots.txt"), 0, 0});
    plan_.indexes.push_back({IndexKind::llms, OutputPath("llms.txt"), 0, 0});
    if (project_.settings.search)
      plan_.indexes.push_back({IndexKind::search, OutputPath("search.json"), 0, 0});
    add_index_now();
    if (project_.history.empty()) return;
    plan_.indexes.push_back({IndexKind::atom, OutputPath("feed.xml"), 0, 0});
    plan_.indexes.push_back({IndexKind::json_feed, OutputPath("feed.json"), 0, 0});
  }

  void add_index_now() {
    const std::string& key = project_.settings.index_now_key;
    if (key.empty()) return;
    plan_.indexes.push_back({IndexKind::index_now_key, OutputPath(key + ".txt"), 0, 0});
    const std::size_t pages = pages_of_latest_date(plan_);
    for (std::size_t first = 0; first < pages; first += addresses_of_a_batch)
      plan_.indexes.push_back(
          {IndexKind::index_now,
           OutputPath(fmt::format("indexnow/batch-{}.json", first / addresses_of_a_batch + 1)),
           first, std::min(addresses_of_a_batch, pages - first)});
  }

  void add_report(std::size_t index, std::size_t home) {
    const Assessment& assessment = project_.assessments[index];
    if (assessment.audience == Audience::internal) return;
    PlannedPage page =
        page_at(PageKind::report, report_route(assessment, project_.settings.link_key),
                assessment.subject.name);
    page.listing = assessment.audience == Audience::everyone ? Listing::listed : Listing::unlisted;
    page.model = static_cast<std::size_t>(&project_.model_of(assessment) - project_.models.data());
    page.assessment = index;
    page.current = evaluation_.assessments[index].current;
    page.parent = home;
    const std::size_t report =
        add(std::move(page), {PageForm::html, PageForm::markdown, PageForm::json});
    add_report_sections(report);
    const std::vector<PlannedReportFile> files =
        plan_report_files(project_, evaluation_.assessments[index], plan_.pages[report], report);
    plan_.report_files.insert(plan_.report_files.end(), files.begin(), files.end());
  }

  /// Each section of a report as a page of its own. They hold nothing that the whole does not, so
  /// no list names them.
  void add_report_sections(std::size_t report) {
    for (std::size_t section = 0; section < report_section_ids.size(); ++section) {
      PlannedPage page = plan_.pages[report];
      page.files.clear();
      page.route = Route(page.route.text() + std::string(report_section_ids[section]) + "/");
      page.listing = Listing::unlisted;
      page.section = section;
      page.parent = report;
      add(std::move(page), {PageForm::html});
    }
  }

  /// What became of each subject by each model: all of it for the client, and for everybody what
  /// is public of it, where that is more than one assessment.
  void add_trends(std::size_t home) {
    std::vector<std::vector<std::size_t>> series;
    for (std::size_t i = 0; i < project_.assessments.size(); ++i) {
      if (project_.assessments[i].audience == Audience::internal) continue;
      const auto is_same = [&](const std::vector<std::size_t>& known) {
        const Assessment& first = project_.assessments[known.front()];
        return first.subject.id == project_.assessments[i].subject.id &&
               first.model == project_.assessments[i].model;
      };
      const auto found = std::find_if(series.begin(), series.end(), is_same);
      if (found == series.end())
        series.push_back({i});
      else
        found->push_back(i);
    }
    for (const std::vector<std::size_t>& all : series) {
      std::vector<std::size_t> open;
      std::copy_if(all.begin(), all.end(), std::back_inserter(open), [&](std::size_t i) {
        return project_.assessments[i].audience == Audience::everyone;
      });
      if (open.size() > 1) add_trend(open, Listing::listed, home);
      if (all.size() > 1 && open.size() < all.size()) add_trend(all, Listing::unlisted, home);
    }
  }

  void add_trend(const std::vector<std::size_t>& assessments, Listing listing, std::size_t home) {
    const Assessment& latest = project_.assessments[assessments.back()];
    PlannedPage page =
        page_at(PageKind::trend, trend_route(latest, listing, project_.settings.link_key),
                latest.subject.name);
    page.listing = listing;
    page.model = static_cast<std::size_t>(&project_.model_of(latest) - project_.models.data());
    page.assessment = assessments.back();
    page.assessments = assessments;
    page.parent = home;
    add(std::move(page), {PageForm::html, PageForm::markdown, PageForm::json});
  }

  /// All subjects of each model that has some, with a table beside the page.
  void add_portfolios(std::size_t home) {
    for (std::size_t model = 0; model < project_.models.size(); ++model) {
      PlannedPage page = page_at(
          PageKind::portfolio, portfolio_route(project_.models[model], project_.settings.link_key),
          project_.models[model].title);
      page.listing = Listing::unlisted;
      page.model = model;
      for (std::size_t i = 0; i < project_.assessments.size(); ++i)
        if (&project_.model_of(project_.assessments[i]) == &project_.models[model])
          page.assessments.push_back(i);
      if (page.assessments.empty()) continue;
      page.assessment = page.assessments.front();
      page.parent = home;
      OutputPath table(page.route.text().substr(1) + "portfolio.csv");
      const std::size_t added =
          add(std::move(page), {PageForm::html, PageForm::markdown, PageForm::json});
      plan_.report_files.push_back({std::move(table), added, ReportFile::portfolio, ""});
    }
  }

  /// A page in a folder stands below the folder's own page, where there is one.
  void add_content(std::size_t index, std::size_t home) {
    const ContentPage& content = project_.pages[index];
    PlannedPage page = page_at(PageKind::content, content.route, content.title);
    page.content = index;
    page.parent = home;
    const std::string& route = content.route.text();
    const std::string above = route.substr(0, route.rfind('/', route.size() - 2) + 1);
    for (std::size_t i = home + 1; i < plan_.pages.size(); ++i)
      if (plan_.pages[i].route.text() == above) page.parent = i;
    add(std::move(page), {PageForm::html, PageForm::markdown});
  }

  void add_not_found() {
    PlannedPage page = page_at(PageKind::not_found, Route("/404/"), "404");
    page.listing = Listing::unlisted;
    page.files = {{PageForm::html, OutputPath("404.html")}};
    plan_.pages.push_back(std::move(page));
  }

  const Project& project_;
  const Evaluation& evaluation_;
  SitePlan plan_;
};

std::string case_folded(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// Reports every output path that two outputs claim.
void check_collisions(const SitePlan& plan, Diagnostics& diagnostics) {
  std::map<std::string, std::string> claimed_by;
  const auto claim = [&](const OutputPath& path, const std::string& claimant) {
    const auto [first, is_new] = claimed_by.try_emplace(case_folded(path.text()), claimant);
    if (!is_new)
      diagnostics.error_in("", fmt::format("two outputs would be written to '{}'", path.text()),
                           {"one is " + first->second, "the other is " + claimant});
  };
  for (const PlannedPage& page : plan.pages)
    for (const PageFile& file : page.files) claim(file.path, "the page '" + page.title + "'");
  for (const PlannedAsset& asset : plan.assets)
    claim(asset.path,
          asset.parts.empty() ? "the brand's picture" : "the theme's " + asset.parts.front());
  for (const PlannedContentFile& file : plan.files)
    claim(file.path, "the file " + file.path.text());
  for (const PlannedReportFile& file : plan.report_files)
    claim(file.path, "the file " + file.path.text());
  for (const PlannedTable& table : plan.tables)
    claim(table.path, "the table '" + table.table.name + "'");
  for (const PlannedCatalogFile& file : plan.catalog_files)
    claim(file.path, "a file of the catalog " + file.path.text());
  for (const PlannedSchema& schema : plan.schemas) claim(schema.path, "a schema of the program");
  for (const PlannedIndex& index : plan.indexes) claim(index.path, index.path.text());
}

}  // namespace

Route audit_route(const Catalog& catalog, const std::string& link_key) {
  if (catalog.audit_audience != AuditAudience::client)
    return Route("/catalogs/" + catalog.id + "/audit/");
  const std::string secret = base32_text(hmac_sha256(link_key, "audit/" + catalog.id));
  return Route("/catalogs/" + secret.substr(0, secret_characters) + "/");
}

Route report_route(const Assessment& assessment, const std::string& link_key) {
  const std::string name = assessment.subject.id.text() + "/" + iso_text(assessment.date);
  if (assessment.audience == Audience::everyone) return Route("/reports/" + name + "/");
  const std::string secret = base32_text(hmac_sha256(link_key, "report/" + name));
  return Route("/reports/" + secret.substr(0, secret_characters) + "/");
}

Route trend_route(const Assessment& assessment, Listing listing, const std::string& link_key) {
  const std::string name = assessment.subject.id.text() + "/" + assessment.model.text();
  if (listing == Listing::listed) return Route("/trends/" + name + "/");
  const std::string secret = base32_text(hmac_sha256(link_key, "trend/" + name));
  return Route("/trends/" + secret.substr(0, secret_characters) + "/");
}

Route portfolio_route(const MaturityModel& model, const std::string& link_key) {
  const std::string secret = base32_text(hmac_sha256(link_key, "portfolio/" + model.id.text()));
  return Route("/portfolio/" + secret.substr(0, secret_characters) + "/");
}

SitePlan plan_site(const Project& project, const Evaluation& evaluation, Diagnostics& diagnostics) {
  SitePlan plan = Planner(project, evaluation).plan();
  resolve_links(project, plan, diagnostics);
  check_collisions(plan, diagnostics);
  return plan;
}

}  // namespace stagecraft
