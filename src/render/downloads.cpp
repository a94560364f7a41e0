#include "render/downloads.h"

#include <algorithm>

#include "render/catalog_wording.h"
#include "render/report_files.h"
#include "render/twin.h"

namespace stagecraft {
namespace {

/// What the titles of tables are called in the texts of the site.
std::string table_label(const ModelTable& table) {
  std::string name = table.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return "tables." + name;
}

const char* index_label(IndexKind kind) {
  switch (kind) {
    case IndexKind::sitemap:
      return "data.sitemap";
    case IndexKind::sitemap_index:
      return "data.sitemap_index";
    case IndexKind::robots:
      return "data.robots";
    case IndexKind::llms:
      return "data.llms";
    case IndexKind::search:
      return "data.search";
    case IndexKind::atom:
      return "changes.atom";
    case IndexKind::json_feed:
      return "changes.json_feed";
    case IndexKind::index_now_key:
      return "data.index_now_key";
    case IndexKind::index_now:
      return "data.index_now";
  }
  return "";
}

std::string_view media_type_of(IndexKind kind) {
  switch (kind) {
    case IndexKind::sitemap:
    case IndexKind::sitemap_index:
      return "application/xml";
    case IndexKind::robots:
      return "text/plain";
    case IndexKind::llms:
      return "text/markdown";
    case IndexKind::search:
      return "application/json";
    case IndexKind::atom:
      return "application/atom+xml";
    case IndexKind::json_feed:
      return "application/feed+json";
    case IndexKind::index_now_key:
      return "text/plain";
    case IndexKind::index_now:
      return "application/json";
  }
  return "";
}

/// Of a file of a catalog or beside a report, by its name.
std::string_view media_type_of(std::string_view path) {
  if (path.ends_with(".xml")) return "application/rss+xml";
  if (path.ends_with(".csv")) return "text/csv";
  if (path.ends_with(".ics")) return "text/calendar";
  if (path.ends_with(".svg")) return "image/svg+xml";
  if (path.ends_with(".tsv")) return "text/tab-separated-values";
  if (path.ends_with(".md")) return "text/markdown";
  if (path.ends_with(".jsonl") || path.ends_with(".ndjson")) return "application/x-ndjson";
  return "application/json";
}

/// Collects the downloads of a site in its order.
class Collection {
 public:
  explicit Collection(const PageScope& scope) : scope_(scope) {}

  std::vector<Download> all() {
    for (const PlannedIndex& index : scope_.plan().indexes) add_index(index);
    for (const PlannedPage& page : scope_.plan().pages)
      if (!scope_.plan().model_of(page)) add_record(page);
    for (std::size_t i = 0; i < scope_.project().models.size(); ++i) add_model(i);
    for (const PlannedReportFile& file : scope_.plan().report_files) add_report_file(file);
    for (const PlannedCatalogFile& file : scope_.plan().catalog_files) add_catalog_file(file);
    for (const PlannedSchema& schema : scope_.plan().schemas) add_schema(schema);
    return std::move(found_);
  }

  std::vector<Download> of_model(std::size_t model) {
    add_model(model);
    return std::move(found_);
  }

 private:
  void add(Download download) {
    download.note = scope_.notes().file(download.path);
    if (download.model) {
      const MaturityModel& model = scope_.project().models[*download.model];
      download.licence = model.licence;
      download.updated = model.updated;
    }
    found_.push_back(std::move(download));
  }

  void add_index(const PlannedIndex& index) {
    Download download;
    download.title = scope_.label(index_label(index.kind));
    download.path = index.path;
    download.media_type = media_type_of(index.kind);
    download.schema = index.kind == IndexKind::search ? "search" : "";
    download.updated = scope_.plan().pages.front().updated;
    add(std::move(download));
  }

  void add_record(const PlannedPage& page) {
    const bool is_listed = page.listing == Listing::listed && page.kind != PageKind::data &&
                           page.kind != PageKind::record && page.kind != PageKind::product;
    if (!is_listed) return;
    for (const PageFile& file : page.files) {
      if (file.form != PageForm::json) continue;
      Download download;
      download.kind = Download::Kind::record;
      download.title = scope_.title_of(page);
      download.path = file.path;
      download.media_type = "application/json";
      download.schema = twin_schema(page.kind);
      download.updated = page.updated;
      download.model = scope_.plan().model_of(page);
      download.is_overview = page.kind == PageKind::model;
      add(std::move(download));
    }
  }

  void add_model(std::size_t model) {
    for (const PlannedPage& page : scope_.plan().pages)
      if (scope_.plan().model_of(page) == model) add_record(page);
    for (const PlannedTable& table : scope_.plan().tables) {
      if (table.model != model) continue;
      Download download;
      download.kind = Download::Kind::table;
      download.title = title_of(table);
      download.path = table.path;
      download.media_type = "text/csv";
      download.model = model;
      add(std::move(download));
    }
  }

  std::string title_of(const PlannedTable& table) const {
    if (table.table.part == TablePart::guidance)
      return scope_.project().models[table.model].tables[table.table.guidance].title;
    return scope_.label(table_label(table.table));
  }

  void add_report_file(const PlannedReportFile& file) {
    const PlannedPage& page = scope_.plan().pages[file.page];
    if (page.listing == Listing::unlisted) return;
    Download download;
    download.kind = Download::Kind::report_file;
    download.title = scope_.sentence(
        "data.report_file",
        {{"report", scope_.title_of(page)}, {"file", report_file_title(scope_, file)}});
    download.path = file.path;
    download.media_type = media_type_of(file.path.text());
    download.updated = page.updated;
    add(std::move(download));
  }

  void add_catalog_file(const PlannedCatalogFile& file) {
    if (file.listing == Listing::unlisted) return;
    const Catalog& catalog = scope_.project().catalogs[file.catalog];
    const CatalogFile& made = catalog.files[file.file];
    Download download;
    download.kind = Download::Kind::feed;
    const bool is_feed = made.kind == CatalogFileKind::feed;
    download.title = scope_.sentence(
        "data.catalog_file", {{"catalog", catalog.title},
                              {"file", is_feed ? channel_title(scope_, made.channel) : made.path}});
    download.path = file.path;
    download.media_type = media_type_of(made.path);
    if (catalog.settings.date.is_given()) download.updated = iso_text(catalog.settings.date);
    add(std::move(download));
  }

  void add_schema(const PlannedSchema& schema) {
    Download download;
    download.kind = Download::Kind::schema;
    download.title = schema.name;
    download.path = schema.path;
    download.media_type = "application/schema+json";
    add(std::move(download));
  }

  const PageScope& scope_;
  std::vector<Download> found_;
};

Record download_record(const PageScope& scope, const Download& download) {
  Record record{{"path", download.path.text()},
                {"title", download.title},
                {"media_type", download.media_type}};
  if (download.note) {
    record["bytes"] = download.note->bytes;
    record["sha256"] = hex_text(download.note->sha256);
  }
  if (const PlannedSchema* schema = scope.plan().find_schema(download.schema))
    record["schema"] = schema->path.text();
  if (download.model) put(record, "model", scope.project().models[*download.model].id);
  put(record, "licence", download.licence);
  put(record, "updated", download.updated);
  return record;
}

}  // namespace

std::vector<Download> downloads_of(const PageScope& scope) {
  Collection collection(scope);
  return scope.page().kind == PageKind::dataset ? collection.of_model(scope.page().model)
                                                : collection.all();
}

Record data_record(const PageScope& scope) {
  const SiteSettings& settings = scope.project().settings;
  Record record{{"schema", "stagecraft/data/1"},
                {"title", settings.title},
                {"url", settings.base_url.text()}};
  put(record, "files", list_of(downloads_of(scope), [&](const Download& download) {
        return download_record(scope, download);
      }));
  return record;
}

}  // namespace stagecraft
