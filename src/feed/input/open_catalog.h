#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "feed/input/product_source.h"
#include "feed/stream/text_source.h"

namespace stagecraft::feed {

/// The formats of catalogs.
enum class CatalogFormat { shopify, woocommerce, table, google_xml, acp, json_lines };

/// How commands and reports spell it: "shopify".
std::string_view format_name(CatalogFormat format);
std::optional<CatalogFormat> parse_catalog_format(std::string_view name);

/// The names that parse_catalog_format() knows.
std::vector<std::string> catalog_format_names();

/// The order in which records are read: that of the file, or with those of a product brought
/// together, which takes the disk when there are many.
enum class RecordOrder { of_file, by_product };

/// A catalog whose format and encoding are known. It can be read any number of times.
struct OpenCatalog {
  std::string path;
  CatalogFormat format = CatalogFormat::table;
  TextSurvey survey;
  char separator = 0;                ///< of a delimited file
  std::vector<std::string> columns;  ///< of a delimited file

  /// The products, from the first on. `settings` outlives them.
  std::unique_ptr<ProductSource> products(const CatalogSettings& settings, RecordOrder order) const;
};

/// Finds out what the file at `path` is; `wanted` skips the guess. Nothing, and an error, when it
/// cannot be read or is no catalog.
std::optional<OpenCatalog> open_catalog(const std::string& path,
                                        std::optional<CatalogFormat> wanted,
                                        const CatalogSettings& settings, Diagnostics& diagnostics);

}  // namespace stagecraft::feed
