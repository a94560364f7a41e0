// What is laid out in cells and lines: tables and the ROI model.
#include "model/words.h"
#include "render/record_parts.h"

namespace stagecraft {
namespace {

Record column_record(const Column& column) {
  Record record{{"id", column.id.text()},
                {"title", column.title},
                {"type", word_of(column_words, column.type)}};
  put(record, "order", column.order);
  put(record, "unit", column.unit);
  return record;
}

Record cell_record(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<Exact>(&cell)) return given_number(*number);
  Record range;
  if (const auto* ends = std::get_if<CellRange>(&cell)) {
    put_given(range, "from", ends->from);
    put_given(range, "to", ends->to);
  }
  return range;
}

Record row_record(const GuidanceTable& table, const TableRow& row) {
  Record record{{"title", row.title}}, cells = Record::object();
  for (std::size_t column = 0; column < row.cells.size(); ++column)
    put(cells, table.columns[column].id.text(), cell_record(row.cells[column]));
  record["cells"] = std::move(cells);
  put(record, "use_case", row.use_case);
  put(record, "source", row.source);
  return record;
}

Record input_record(const RoiInput& input) {
  Record record = part_head(input);
  record["unit"] = word_of(roi_unit_words, input.unit);
  put_given(record, "low", input.low);
  put_given(record, "expected", input.expected);
  put_given(record, "high", input.high);
  put(record, "help", input.help);
  put(record, "source", input.source);
  return record;
}

Record line_record(const RoiLine& line) {
  Record record = part_head(line);
  record["kind"] = word_of(roi_kind_words, line.kind);
  put(record, "amount", line.amount);
  record["every"] = word_of(every_words, line.every);
  if (line.is_lift) record["lift"] = true;
  put(record, "text", line.text);
  put(record, "source", line.source);
  return record;
}

}  // namespace

Record table_record(const GuidanceTable& table) {
  Record record = part_head(table);
  put(record, "text", table.text);
  put(record, "source", table.source);
  record["kind"] = word_of(table_words, table.kind);
  put(record, "row_title", table.row_title);
  put(record, "columns", list_of(table.columns, column_record));
  put(record, "rows", list_of(table.rows, [&](const TableRow& row) {
        return row_record(table, row);
      }));
  return record;
}

Record roi_record(const RoiModel& roi) {
  Record record{{"title", roi.title}};
  put(record, "text", roi.text);
  put(record, "source", roi.source);
  put(record, "inputs", list_of(roi.inputs, input_record));
  put(record, "lines", list_of(roi.lines, line_record));
  if (roi.ramp_months > 0) record["ramp"] = {{"months", roi.ramp_months}};
  record["horizon"] = roi.horizon;
  put_given(record, "rate", roi.rate);
  for (std::size_t i = 0; i < roi.trust.size(); ++i)
    record["proof"][std::string(proof_words[i].text)] = given_number(roi.trust[i]);
  put(record, "other_benefits", roi.other_benefits);
  return record;
}

}  // namespace stagecraft
