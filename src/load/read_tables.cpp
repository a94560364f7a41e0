#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"
#include "load/model_parts.h"

namespace stagecraft {
namespace {

Column read_column(MapReader& reader) {
  Column column;
  column.id = reader.required_id<ColumnId>("id");
  column.title = reader.required_text("title");
  column.type = reader.choice("type", column_words, ColumnType::text);
  column.order = reader.texts("order");
  column.unit = reader.text("unit");
  if (column.type == ColumnType::word)
    reader.require_entries("order", 1);
  else if (const Node* order = reader.find("order"))
    reader.error(*order, "'order' is for columns of the type 'word'");
  return column;
}

Cell read_word(const ReadContext& context, const Node& node, const Column& column) {
  const std::optional<std::string> word = read_text(context, node, column.id.text());
  if (!word) return {};
  if (std::find(column.order.begin(), column.order.end(), *word) == column.order.end())
    context.error(node,
                  fmt::format("'{}' is not one of the words of '{}'", *word, column.id.text()),
                  {choices_list(column.order)});
  return *word;
}

Cell read_range(const ReadContext& context, const Node& node) {
  MapReader reader(context, node, "range");
  if (node.kind != NodeKind::map) return {};
  const CellRange range{reader.number("from"), reader.number("to")};
  reader.finish();
  if (!reader.find("from") && !reader.find("to"))
    reader.error(node, "a range needs 'from', 'to' or both");
  if (range.from && range.to && *range.from > *range.to)
    reader.error(*reader.find("from"), "the range ends before it starts");
  return range;
}

Cell read_cell(const ReadContext& context, const Node& node, const Column& column) {
  switch (column.type) {
    case ColumnType::text:
      if (auto text = read_text(context, node, column.id.text())) return std::move(*text);
      return {};
    case ColumnType::word:
      return read_word(context, node, column);
    case ColumnType::number:
      if (auto number = read_number(context, node, column.id.text())) return std::move(*number);
      return {};
    case ColumnType::range:
      return read_range(context, node);
  }
  return {};
}

TableRow read_row(const ModelIds& ids, MapReader& reader, const IdTable<ColumnId>& column_ids,
                  const std::vector<Column>& columns) {
  TableRow row;
  row.title = reader.required_text("title");
  row.cells.resize(columns.size());
  reader.find_required("cells");
  column_ids.each_keyed(reader, "cells", [&](std::size_t column, const Node& node) {
    row.cells[column] = read_cell(reader.context(), node, columns[column]);
  });
  row.use_case = ids.use_cases.reference(reader, "use_case");
  row.source = ids.sources.reference(reader, "source");
  return row;
}

void read_table(const ModelIds& ids, MapReader& reader, GuidanceTable& table) {
  table.kind = reader.choice("kind", table_words, TableKind::comparison);
  table.text = reader.text("text");
  table.row_title = reader.text("row_title");
  reader.require_entries("columns", 1);
  IdTable<ColumnId> column_ids("column");
  column_ids.collect_list(reader.context(), reader.find("columns"));
  reader.each_map("columns", "column",
                  [&](MapReader& column) { table.columns.push_back(read_column(column)); });
  reader.require_entries("rows", 1);
  reader.each_map("rows", "row", [&](MapReader& row) {
    table.rows.push_back(read_row(ids, row, column_ids, table.columns));
  });
}

}  // namespace

void read_tables(ModelReading& reading) {
  read_parts(
      reading, "tables", reading.ids.tables, reading.model.tables,
      [&](MapReader& reader, GuidanceTable& table) { read_table(reading.ids, reader, table); });
}

}  // namespace stagecraft
