#include "load/load_collections.h"

#include <algorithm>
#include <map>

#include "base/suggest.h"
#include "format/csv.h"
#include "format/read_document.h"
#include "load/data_fields.h"
#include "load/data_pattern.h"
#include "load/layers.h"

namespace stagecraft {
namespace {

/// Lists of records may be larger than what people write by hand.
constexpr DocumentLimits record_limits{64 << 20, 16, 8'000'000};

bool is_route_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-' || c == '/';
  });
}

bool is_route(std::string_view text) {
  return text.size() > 1 && text.starts_with('/') && text.ends_with('/') && is_route_text(text) &&
         text.find("//") == std::string_view::npos;
}

/// A collection that is being read: what is declared beside its fields.
struct Declared {
  DataCollection collection;
  std::string from;
  std::optional<DataPattern> route, title, description;
  std::optional<std::size_t> updated;  ///< place of the field
  bool is_csv = false;
  bool is_folder = false;
};

/// Reads what the settings say of one collection.
class DeclarationReader {
 public:
  DeclarationReader(MapReader& reader, const FileTree& tree, const Project& project)
      : reader_(reader), tree_(tree), project_(project) {}

  /// Nothing when there is a mistake.
  std::optional<Declared> read() {
    const std::size_t errors_before = reader_.context().diagnostics.error_count();
    DataCollection& collection = declared_.collection;
    collection.id = reader_.required_id<StrongText<struct CollectionTag>>("id").text();
    collection.title = reader_.required_text("title");
    collection.description = reader_.text("description");
    read_source();
    collection.fields = read_data_fields(reader_, "fields", declared_.is_csv);
    declared_.route = pattern("route", true);
    declared_.title = pattern("page_title", true);
    declared_.description = pattern("page_description", false);
    check_route();
    read_updated();
    read_template();
    read_list();
    if (reader_.find("twins")) collection.has_twins = reader_.yes_no("twins");
    if (reader_.find("search")) collection.is_searched = reader_.yes_no("search");
    if (reader_.context().diagnostics.error_count() > errors_before) return std::nullopt;
    return std::move(declared_);
  }

 private:
  void read_source() {
    const Node* node = reader_.find_required("from");
    declared_.from = reader_.path("from", "");
    if (declared_.from.empty()) return;
    const FileKind kind = tree_.files.kind_of(declared_.from);
    declared_.is_folder = kind == FileKind::directory;
    declared_.is_csv = !declared_.is_folder && declared_.from.ends_with(".csv");
    if (kind == FileKind::missing)
      reader_.error(*node, fmt::format("'{}': there is no such file or folder", declared_.from));
    else if (kind == FileKind::regular && !declared_.is_csv && !is_data_file(declared_.from))
      reader_.error(*node, fmt::format("'{}' holds no records", declared_.from),
                    {"records stand in a .csv, .yaml, .yml or .json file, or in a folder of them"});
  }

  std::optional<DataPattern> pattern(std::string_view key, bool is_required) {
    const Node* node = is_required ? reader_.find_required(key) : reader_.find(key);
    if (!node) return std::nullopt;
    return DataPattern::read(reader_.context(), *node, key, declared_.collection.fields,
                             declared_.is_folder);
  }

  void check_route() {
    if (!declared_.route) return;
    const Node& node = *reader_.find("route");
    const std::string text = declared_.route->literals();
    if (!text.starts_with('/') || !text.ends_with('/') || !is_route_text(text))
      reader_.error(node, fmt::format("'{}' is not a route", node.scalar),
                    {"a route is made of ids and fields, with '/' before, between and behind them: "
                     "/teas/{id}/"});
    for (const std::size_t place : declared_.route->fields()) {
      const DataField& field = declared_.collection.fields[place];
      const bool is_fit = field.type == FieldType::id || field.type == FieldType::whole ||
                          field.type == FieldType::date;
      if (!is_fit || !field.is_required)
        reader_.error(node, "a route is made of required fields of type id, whole or date",
                      {fmt::format("'{}' is {}", field.name,
                                   is_fit ? "not required"
                                          : fmt::format("of type {}",
                                                        word_of(field_type_words, field.type)))});
    }
  }

  void read_updated() {
    const Node* node = reader_.find("updated");
    const std::string name = reader_.text("updated");
    if (!node || name.empty()) return;
    std::vector<std::string> dates;
    for (std::size_t i = 0; i < declared_.collection.fields.size(); ++i) {
      const DataField& field = declared_.collection.fields[i];
      if (field.type != FieldType::date) continue;
      if (field.name == name) declared_.updated = i;
      dates.push_back(field.name);
    }
    if (!declared_.updated)
      reader_.error(*node, fmt::format("unknown field '{}' of type date", name),
                    {choices_note(name, dates)});
  }

  void read_template() {
    std::string name = reader_.text("template");
    const Node* node = reader_.find("template");
    if (name.empty()) name = "pages/record.html";
    if (!name.ends_with(".html") || !project_.templates.contains(name)) {
      std::vector<std::string> choices;
      for (const auto& [known, source] : project_.templates)
        if (known.starts_with("pages/") && known.ends_with(".html")) choices.push_back(known);
      if (node)
        reader_.error(*node, fmt::format("unknown template '{}'", name),
                      {choices_note(name, choices)});
      return;
    }
    declared_.collection.page_template = name.substr(0, name.size() - 5);
  }

  void read_list() {
    DataCollection& collection = declared_.collection;
    if (const Node* node = reader_.find("list")) {
      const std::string route = reader_.text("list");
      if (is_route(route))
        collection.list = Route(route);
      else
        reader_.error(*node, fmt::format("'{}' is not a route", route),
                      {"a route is made of ids, with '/' before, between and behind them: /teas/"});
    }
    collection.navigation = reader_.text("navigation");
    if (const Node* node = reader_.find("navigation"); node && !reader_.find("list"))
      reader_.error(*node, "'navigation' needs a 'list' to lead to");
  }

  MapReader& reader_;
  const FileTree& tree_;
  const Project& project_;
  Declared declared_;
};

/// Reads the records of one collection.
class RecordReader {
 public:
  RecordReader(Declared& declared, const FileTree& tree, Diagnostics& diagnostics)
      : declared_(declared), tree_(tree), diagnostics_(diagnostics) {}

  void read() {
    if (declared_.is_folder) return read_folder();
    const auto source = read_source(tree_, declared_.from, record_limits.bytes, diagnostics_);
    if (!source) return;
    if (declared_.is_csv)
      read_csv(source);
    else
      read_list(source);
  }

 private:
  void read_folder() {
    for (const std::string& path : files_below(tree_, declared_.from)) {
      if (!is_data_file(path) && tree_.files.kind_of(path) != FileKind::symlink) continue;
      const std::optional<Document> document = read_document_file(tree_, path, diagnostics_);
      if (!document) continue;
      const std::size_t name = path.rfind('/') + 1;
      read_record({*document, diagnostics_}, document->root,
                  path.substr(name, path.rfind('.') - name));
    }
  }

  void read_csv(const std::shared_ptr<const SourceText>& source) {
    const std::optional<CsvDocument> csv = parse_csv(source, record_limits, diagnostics_);
    if (!csv) return;
    std::vector<std::string> names;
    for (const DataField& field : declared_.collection.fields) names.push_back(field.name);
    for (const CsvColumn& column : csv->columns)
      if (std::find(names.begin(), names.end(), column.name) == names.end())
        diagnostics_.error({csv->document.source.get(), column.offset, column.length},
                           fmt::format("unknown key '{}' in the record", column.name),
                           {choices_note(column.name, names)});
    for (const Node& row : csv->document.root.items)
      read_record({csv->document, diagnostics_}, row, "");
  }

  void read_list(const std::shared_ptr<const SourceText>& source) {
    const std::optional<Document> document = read_document(source, record_limits, diagnostics_);
    if (!document) return;
    const ReadContext context{*document, diagnostics_};
    if (document->root.kind != NodeKind::list) {
      context.error(document->root, "records stand in a list of maps");
      return;
    }
    for (const Node& item : document->root.items) read_record(context, item, "");
  }

  void read_record(const ReadContext& context, const Node& node, std::string_view file) {
    const std::size_t errors_before = diagnostics_.error_count();
    const std::vector<DataField>& fields = declared_.collection.fields;
    DataPage page;
    page.values = read_data_values(context, node, fields, declared_.is_csv);
    if (diagnostics_.error_count() > errors_before) return;
    const std::string route = filled(context, node, *declared_.route, page, file);
    page.title = filled(context, node, *declared_.title, page, file);
    if (declared_.description)
      page.description = filled_if_given(*declared_.description, page, file);
    if (declared_.updated)
      if (const auto* date = std::get_if<std::string>(&page.values[*declared_.updated].value))
        page.updated = *date;
    if (!is_route(route)) {
      context.error(node, fmt::format("'{}' is not a route", route),
                    {"the name of the file has to be an id"});
      return;
    }
    page.route = Route(route);
    check_only(context, node, route);
    declared_.collection.pages.push_back(std::move(page));
  }

  std::string filled(const ReadContext& context, const Node& node, const DataPattern& pattern,
                     const DataPage& page, std::string_view file) const {
    std::string missing;
    std::string text = pattern.filled(declared_.collection.fields, page.values, file, missing);
    if (!missing.empty())
      context.error(node, fmt::format("nothing stands in the place of '{{{}}}'", missing));
    return text;
  }

  /// Empty when a field of it is not given.
  std::string filled_if_given(const DataPattern& pattern, const DataPage& page,
                              std::string_view file) const {
    std::string missing;
    std::string text = pattern.filled(declared_.collection.fields, page.values, file, missing);
    return missing.empty() ? text : "";
  }

  void check_only(const ReadContext& context, const Node& node, const std::string& route) {
    const SourceText& source = *context.document.source;
    const auto [first, is_new] =
        places_.try_emplace(route, Place{declared_.is_folder ? source.path() : "", node.offset});
    if (is_new) return;
    const LineColumn place = source.place_of(first->second.offset);
    context.error(
        node, fmt::format("a second record stands at '{}'", route),
        {declared_.is_folder ? "the first is in " + first->second.path
                             : fmt::format("the first is at {}:{}", place.line, place.column)});
  }

  struct Place {
    std::string path;  // of the file, where each record has its own
    std::size_t offset = 0;
  };

  Declared& declared_;
  const FileTree& tree_;
  Diagnostics& diagnostics_;
  std::map<std::string, Place> places_;  // of the records, by route
};

}  // namespace

std::vector<DataCollection> load_collections(const ReadContext& settings, const FileTree& tree,
                                             const Project& project) {
  std::vector<DataCollection> collections;
  MapReader reader(settings, settings.document.root, "the site settings");
  reader.each_map("data_pages", "the collection", [&](MapReader& entry) {
    std::optional<Declared> declared = DeclarationReader(entry, tree, project).read();
    if (!declared) return;
    const auto same = std::find_if(
        collections.begin(), collections.end(),
        [&](const DataCollection& other) { return other.id == declared->collection.id; });
    if (same != collections.end())
      entry.error(*entry.find("id"),
                  fmt::format("a second collection has the id '{}'", declared->collection.id));
    RecordReader(*declared, tree, settings.diagnostics).read();
    collections.push_back(std::move(declared->collection));
  });
  return collections;
}

}  // namespace stagecraft
