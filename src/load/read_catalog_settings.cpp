#include "load/read_catalog_settings.h"

#include "format/csv.h"
#include "load/load_catalog_settings.h"
#include "load/load_overrides.h"

namespace stagecraft {

std::optional<CatalogSettings> read_catalog_settings(const FileTree& tree, std::string_view path,
                                                     Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  const auto document = read_document_file(tree, path, diagnostics);
  if (!document) return std::nullopt;
  auto settings = load_catalog_settings(*document, diagnostics);
  if (!settings || settings->overrides.empty()) return settings;
  const std::string folder(path.substr(0, path.rfind('/') + 1));
  const auto source =
      read_source(tree, folder + settings->overrides, text_file_limit, diagnostics);
  const auto table = source ? parse_csv(source, DocumentLimits{}, diagnostics) : std::nullopt;
  if (!table) return std::nullopt;
  settings->override_values = load_overrides(*table, diagnostics);
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return settings;
}

}  // namespace stagecraft
