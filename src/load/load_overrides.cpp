#include "load/load_overrides.h"

#include <fmt/format.h>

namespace stagecraft {
namespace {

/// The attributes of the columns; Attribute::id for the column of ids and for unknown ones.
std::vector<Attribute> attributes_of(const CsvDocument& table, Diagnostics& diagnostics) {
  std::vector<Attribute> attributes;
  bool has_id = false;
  for (const CsvColumn& column : table.columns) {
    const std::size_t index = find_attribute(column.name);
    has_id |= column.name == "id";
    if (index == attribute_count)
      diagnostics.error({table.document.source.get(), column.offset, column.length},
                        fmt::format("there is no attribute '{}'", column.name),
                        {"for example: title, brand, gtin, product_type"});
    attributes.push_back(index == attribute_count ? Attribute::id : static_cast<Attribute>(index));
  }
  if (!has_id)
    diagnostics.error_in(table.document.source->path(), "the overrides have no column 'id'");
  return attributes;
}

}  // namespace

std::map<std::string, std::vector<Override>> load_overrides(const CsvDocument& table,
                                                            Diagnostics& diagnostics) {
  std::map<std::string, std::vector<Override>> result;
  const std::vector<Attribute> attributes = attributes_of(table, diagnostics);
  if (diagnostics.has_errors()) return result;
  for (const Node& row : table.document.root.items) {
    const Node* id = row.find("id");
    if (!id || id->scalar.empty()) {
      diagnostics.error(table.document.span_of(row), "a row without an id");
      continue;
    }
    const auto [entry, is_new] = result.try_emplace(id->scalar);
    if (!is_new)
      diagnostics.error(table.document.span_of(*id),
                        fmt::format("a second row for '{}'", id->scalar));
    for (std::size_t i = 0; i < row.members.size(); ++i) {
      const std::string& text = row.members[i].value.scalar;
      if (attributes[i] == Attribute::id || text.empty()) continue;
      entry->second.push_back({attributes[i], text == "-" ? "" : text});
    }
  }
  return result;
}

}  // namespace stagecraft
