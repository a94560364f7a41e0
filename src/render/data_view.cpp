#include "render/downloads.h"
#include "render/page_views.h"

namespace stagecraft {
namespace {

constexpr std::size_t bytes_of_a_kilobyte = 1000;

std::string size_text(const PageScope& scope, std::size_t bytes) {
  if (bytes < bytes_of_a_kilobyte)
    return scope.sentence("data.bytes", {{"count", static_cast<std::int64_t>(bytes)}});
  const Exact kilobytes = Exact(bytes) / bytes_of_a_kilobyte;
  const Exact shown = *parse_decimal(decimal_text(kilobytes, 1));
  return scope.sentence("data.kilobytes", {{"size", scope.number(shown)}});
}

std::string_view format_of(const Download& download) {
  if (download.media_type == "text/csv") return "CSV";
  if (download.media_type == "text/markdown") return "Markdown";
  if (download.media_type == "text/plain") return "Text";
  if (download.media_type == "text/tab-separated-values") return "TSV";
  if (download.media_type == "application/x-ndjson") return "JSON Lines";
  if (download.media_type == "text/calendar") return "iCalendar";
  if (download.media_type == "image/svg+xml") return "SVG";
  if (download.media_type.ends_with("xml")) return "XML";
  return "JSON";
}

Value schema_of(const PageScope& scope, const Download& download) {
  const PlannedSchema* schema = scope.plan().find_schema(download.schema);
  if (!schema) return {};
  return ValueMap{{"title", download.schema}, {"href", scope.href(schema->path)}};
}

ValueMap file_view(const PageScope& scope, const Download& download) {
  const std::optional<Date> updated = parse_date(download.updated);
  return {{"title", download.title},
          {"href", scope.href(download.path)},
          {"type", download.media_type},
          {"format", format_of(download)},
          {"size", download.note ? size_text(scope, download.note->bytes) : ""},
          {"sha256", download.note ? hex_text(download.note->sha256) : ""},
          {"schema", schema_of(scope, download)},
          {"licence", download.licence},
          {"updated", updated ? scope.date(*updated) : ""}};
}

/// The files of `downloads` that are `wanted`.
template <class Wanted>
ValueList files_of(const PageScope& scope, const std::vector<Download>& downloads,
                   const Wanted& wanted) {
  ValueList files;
  for (const Download& download : downloads)
    if (wanted(download)) files.emplace_back(file_view(scope, download));
  return files;
}

/// A group without files is left out.
void add_group(ValueList& groups, std::string id, std::string title, ValueList files, Value more) {
  if (files.empty()) return;
  groups.emplace_back(ValueMap{{"id", std::move(id)},
                               {"title", std::move(title)},
                               {"files", std::move(files)},
                               {"more", std::move(more)}});
}

/// The page with all files of `model`.
Value dataset_link(const PageScope& scope, std::size_t model, std::size_t files) {
  for (const PlannedPage& page : scope.plan().pages)
    if (page.kind == PageKind::dataset && page.model == model)
      return ValueMap{{"title", scope.sentence("data.all_files",
                                               {{"count", static_cast<std::int64_t>(files)}})},
                      {"href", scope.href(page)}};
  return {};
}

}  // namespace

ValueMap dataset_view(const PageScope& scope) {
  const std::vector<Download> downloads = downloads_of(scope);
  const auto of_kind = [&](Download::Kind kind) {
    return files_of(scope, downloads, [&](const Download& one) { return one.kind == kind; });
  };
  ValueList groups;
  add_group(groups, "tables", scope.label("data.tables"), of_kind(Download::Kind::table), {});
  add_group(groups, "records", scope.label("data.records"), of_kind(Download::Kind::record), {});
  const PlannedPage& overview = *scope.plan().find_model_page(scope.page().model);
  return {{"title", scope.title_of(scope.page())},
          {"model", ValueMap{{"title", scope.model().title},
                             {"version", scope.model().version},
                             {"href", scope.href(overview)}}},
          {"licence", scope.model().licence},
          {"groups", std::move(groups)}};
}

ValueMap data_view(const PageScope& scope) {
  using Kind = Download::Kind;
  const std::vector<Download> downloads = downloads_of(scope);
  ValueList groups;
  const auto add = [&](const char* id, const char* label, const auto& wanted) {
    add_group(groups, id, scope.label(label), files_of(scope, downloads, wanted), {});
  };
  add("site", "data.site", [](const Download& one) { return one.kind == Kind::index; });
  for (std::size_t model = 0; model < scope.project().models.size(); ++model) {
    std::size_t all = 0;
    for (const Download& download : downloads) all += download.model == model;
    add_group(groups, scope.project().models[model].id.text(), scope.project().models[model].title,
              files_of(scope, downloads,
                       [&](const Download& one) { return one.is_overview && one.model == model; }),
              dataset_link(scope, model, all));
  }
  add("records", "data.other_records",
      [](const Download& one) { return one.kind == Kind::record && !one.model; });
  add("reports", "data.report_files",
      [](const Download& one) { return one.kind == Kind::report_file; });
  add("catalogs", "data.catalogs", [](const Download& one) { return one.kind == Kind::feed; });
  add("schemas", "data.schemas", [](const Download& one) { return one.kind == Kind::schema; });
  return {{"title", scope.title_of(scope.page())}, {"groups", std::move(groups)}};
}

}  // namespace stagecraft
