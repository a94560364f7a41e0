#include "feed/input/open_catalog.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/suggest.h"
#include "feed/input/column_map.h"
#include "feed/input/csv_records.h"
#include "feed/input/flat_products.h"
#include "feed/input/grouped_records.h"
#include "feed/input/json_lines.h"
#include "feed/input/shopify_products.h"
#include "feed/input/woocommerce_products.h"
#include "feed/input/xml_records.h"
#include "model/catalog.h"

namespace stagecraft::feed {
namespace {

constexpr const std::array<std::string_view, 6>& format_names = catalog_formats;

constexpr std::size_t sort_memory = 4 << 20;

/// Whether a column says which product a record belongs to.
bool names_a_group(const std::string& column) {
  static constexpr std::array<std::string_view, 5> names{"handle", "url handle", "item_group_id",
                                                         "g:item_group_id", "group_id"};
  const std::string key = header_key(column);
  return std::find(names.begin(), names.end(), key) != names.end();
}

/// The first bytes of the catalog, decoded.
std::string head_of(const std::string& path, Encoding encoding) {
  std::string head(64 * 1024, '\0');
  head.resize(decoded(open_file(path), encoding)->read(head.data(), head.size()));
  return head;
}

bool is_delimited(CatalogFormat format) {
  return format == CatalogFormat::shopify || format == CatalogFormat::woocommerce ||
         format == CatalogFormat::table;
}

std::unique_ptr<CsvRecords> csv_of(const OpenCatalog& catalog) {
  return std::make_unique<CsvRecords>(decoded(open_file(catalog.path), catalog.survey.encoding),
                                      catalog.separator);
}

/// What is wrong with the bytes; empty when they can be read.
std::string reason_against(const TextSurvey& survey) {
  if (!survey.failure.empty()) return survey.failure;
  if (survey.bytes == 0) return "the file is empty";
  if (survey.encoding == Encoding::utf16)
    return "the file is UTF-16; save it with the encoding UTF-8";
  if (survey.encoding == Encoding::unknown)
    return "the file is neither UTF-8 nor Windows-1252; save it with the encoding UTF-8";
  return {};
}

}  // namespace

std::string_view format_name(CatalogFormat format) {
  return format_names[static_cast<std::size_t>(format)];
}

std::optional<CatalogFormat> parse_catalog_format(std::string_view name) {
  for (std::size_t i = 0; i < format_names.size(); ++i)
    if (format_names[i] == name) return static_cast<CatalogFormat>(i);
  return std::nullopt;
}

std::vector<std::string> catalog_format_names() {
  return {format_names.begin(), format_names.end()};
}

std::unique_ptr<ProductSource> OpenCatalog::products(const CatalogSettings& settings,
                                                     RecordOrder order) const {
  const auto text = [this] { return decoded(open_file(path), survey.encoding); };
  const auto ordered = [order](std::unique_ptr<RecordSource> records) {
    if (order == RecordOrder::of_file) return records;
    return sorted_records(std::move(records), names_a_group, sort_memory);
  };
  switch (format) {
    case CatalogFormat::shopify:
      return shopify_products(ordered(csv_of(*this)), settings);
    case CatalogFormat::woocommerce:
      return woocommerce_products(csv_of(*this), settings);
    case CatalogFormat::table:
      return flat_products(ordered(csv_of(*this)), settings);
    case CatalogFormat::google_xml:
      return flat_products(ordered(xml_records(text())), settings);
    case CatalogFormat::acp:
      return acp_products(text());
    case CatalogFormat::json_lines:
      return flat_products(ordered(json_records(text())), settings);
  }
  return nullptr;
}

namespace {

/// What the first bytes tell; nothing for a table whose columns say nothing.
std::optional<CatalogFormat> recognised(std::string_view head,
                                        const std::vector<std::string>& columns,
                                        const CatalogSettings& settings) {
  const std::size_t start = head.find_first_not_of(" \t\r\n");
  const char first = start == head.npos ? '\0' : head[start];
  if (first == '<') return CatalogFormat::google_xml;
  const std::string_view line = head.substr(0, head.find('\n', std::min(start, head.size())));
  if (first == '{')
    return line.find("\"variants\"") != line.npos ? CatalogFormat::acp : CatalogFormat::json_lines;
  if (is_shopify(columns)) return CatalogFormat::shopify;
  if (is_woocommerce(columns, settings)) return CatalogFormat::woocommerce;
  if (is_flat(columns, settings)) return CatalogFormat::table;
  return std::nullopt;
}

}  // namespace

std::optional<OpenCatalog> open_catalog(const std::string& path,
                                        std::optional<CatalogFormat> wanted,
                                        const CatalogSettings& settings, Diagnostics& diagnostics) {
  OpenCatalog catalog;
  catalog.path = path;
  catalog.survey = survey_text(*open_file(path));
  if (const std::string reason = reason_against(catalog.survey); !reason.empty()) {
    diagnostics.error_in(path, reason);
    return std::nullopt;
  }
  const std::string head = head_of(path, catalog.survey.encoding);
  catalog.separator = csv_separator_of(head);
  catalog.columns = csv_of(catalog)->columns();
  const std::optional<CatalogFormat> format =
      wanted ? wanted : recognised(head, catalog.columns, settings);
  if (!format) {
    diagnostics.error_in(
        path, "this is no catalog that is known",
        {"if it is one, say which 'format' it has; " + choices_list(catalog_format_names())});
    return std::nullopt;
  }
  catalog.format = *format;
  if (is_delimited(*format)) return catalog;
  catalog.separator = 0;
  catalog.columns.clear();
  return catalog;
}

}  // namespace stagecraft::feed
