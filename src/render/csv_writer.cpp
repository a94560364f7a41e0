#include "render/csv_writer.h"

#include "render/template/escape.h"

namespace stagecraft {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr int most_places = 40;

}  // namespace

CsvWriter::CsvWriter(const std::vector<std::string>& columns) : bytes_(byte_order_mark) {
  for (const std::string& column : columns) text(column);
  end_row();
}

CsvWriter& CsvWriter::text(std::string_view text) {
  begin_field();
  language::append_csv(bytes_, text);
  return *this;
}

CsvWriter& CsvWriter::list(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& entry : texts) {
    if (!joined.empty()) joined += '\n';
    joined += entry;
  }
  return text(joined);
}

CsvWriter& CsvWriter::number(const std::optional<Exact>& number) {
  begin_field();
  if (number) bytes_ += decimal_text(*number, most_places);
  return *this;
}

void CsvWriter::end_row() {
  bytes_ += "\r\n";
  is_row_begun_ = false;
}

void CsvWriter::begin_field() {
  if (is_row_begun_) bytes_ += ',';
  is_row_begun_ = true;
}

}  // namespace stagecraft
