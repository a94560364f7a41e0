#include "format/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "base/loose_text.h"
#include "base/utf8.h"
#include "format/csv_scanner.h"
#include "format/document_errors.h"
#include "format/windows_1252.h"

namespace stagecraft {
namespace {

constexpr std::array<CsvSeparator, 3> separators{CsvSeparator::comma, CsvSeparator::semicolon,
                                                 CsvSeparator::tab};

/// The separator that stands most often in the first line, outside quotes. Those with a blank
/// behind them belong to sentences, unless there are no others.
CsvSeparator separator_of(std::string_view text) {
  std::array<std::size_t, separators.size()> tight{}, all{};
  bool is_quoted = false;
  const std::size_t start = std::min(text.find_first_not_of(" \r\n"), text.size());
  for (std::size_t i = start; i < text.size() && (is_quoted || text[i] != '\n'); ++i) {
    if (text[i] == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    for (std::size_t which = 0; which < separators.size(); ++which) {
      if (text[i] != static_cast<char>(separators[which])) continue;
      ++all[which];
      if (i + 1 == text.size() || text[i + 1] != ' ') ++tight[which];
    }
  }
  const auto most_tight = std::max_element(tight.begin(), tight.end());
  if (*most_tight > 0) return separators[static_cast<std::size_t>(most_tight - tight.begin())];
  const auto most = std::max_element(all.begin(), all.end());
  return separators[static_cast<std::size_t>(most - all.begin())];
}

std::string separator_note(CsvSeparator separator) {
  switch (separator) {
    case CsvSeparator::comma:
      return "fields are separated by commas here";
    case CsvSeparator::semicolon:
      return "fields are separated by semicolons here";
    case CsvSeparator::tab:
      return "fields are separated by tabs here";
  }
  return {};
}

/// Every carriage return without a line feed becomes a line feed, which takes the same space.
void end_lines_with_line_feeds(std::string& text) {
  for (std::size_t i = text.find('\r'); i != text.npos; i = text.find('\r', i + 1))
    if (i + 1 == text.size() || text[i + 1] != '\n') text[i] = '\n';
}

bool has_bare_carriage_return(std::string_view text) {
  for (std::size_t i = text.find('\r'); i != text.npos; i = text.find('\r', i + 1))
    if (i + 1 == text.size() || text[i + 1] != '\n') return true;
  return false;
}

/// A text that the scanner can read.
struct Prepared {
  std::shared_ptr<const SourceText> source;
  bool is_windows_1252 = false;
};

/// Reports what makes `source` no text in an encoding that is known; whether there is nothing.
bool check_bytes(const DocumentLimits& limits, DocumentErrors& errors) {
  const std::string& bytes = errors.text();
  if (bytes.size() > limits.bytes) return check_text(limits, errors);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    errors.add(0, 1, "the file is UTF-16", {"save the file with the encoding UTF-8"});
    return false;
  }
  const bool is_utf8 = !find_bad_utf8(bytes);
  if (is_utf8 || bytes.size() != without_byte_order_mark(bytes).size())
    return check_text(limits, errors);
  const std::optional<std::size_t> bad = find_bad_windows_1252(bytes);
  if (!bad) return true;
  errors.add(*bad, 1,
             fmt::format("the file is not UTF-8, and byte 0x{:02X} is not Windows-1252",
                         static_cast<unsigned char>(bytes[*bad])),
             {"save the file with the encoding UTF-8"});
  return false;
}

std::optional<Prepared> prepared(std::shared_ptr<const SourceText> source,
                                 const DocumentLimits& limits, Diagnostics& diagnostics) {
  DocumentErrors errors(*source, diagnostics);
  if (!check_bytes(limits, errors)) return std::nullopt;
  const bool is_windows_1252 = find_bad_utf8(source->text()).has_value();
  if (!is_windows_1252 && !has_bare_carriage_return(source->text()))
    return Prepared{std::move(source), false};
  std::string text =
      is_windows_1252 ? utf8_of_windows_1252(source->text()) : source->text();
  end_lines_with_line_feeds(text);
  Prepared result{std::make_shared<const SourceText>(source->path(), std::move(text)),
                  is_windows_1252};
  DocumentLimits converted = limits;
  converted.bytes = 3 * limits.bytes;  // a byte becomes at most three
  DocumentErrors converted_errors(*result.source, diagnostics);
  if (!check_text(converted, converted_errors)) return std::nullopt;
  return result;
}

/// Makes the tree of one text, record by record.
class CsvReader {
 public:
  CsvReader(const DocumentLimits& limits, DocumentErrors& errors, CsvDocument& result)
      : limits_(limits), errors_(errors), result_(result) {}

  void read(std::size_t start);

 private:
  void take_columns(const CsvRecord& header);
  /// Whether the limits allow another record.
  bool take_record(CsvRecord& record);
  void report_count(const CsvRecord& record);

  const DocumentLimits& limits_;
  DocumentErrors& errors_;
  CsvDocument& result_;
  std::size_t nodes_ = 1;
};

void CsvReader::read(std::size_t start) {
  CsvScanner scanner(errors_, start, static_cast<char>(result_.separator));
  CsvRecord record;
  if (!scanner.read(record, errors_)) {
    errors_.add_for_file("the file is empty; its first line names the columns");
    return;
  }
  take_columns(record);
  Node& root = result_.document.root;
  root.kind = NodeKind::list;
  root.offset = start;
  root.length = 1;
  while (scanner.read(record, errors_) && take_record(record)) {
  }
}

void CsvReader::take_columns(const CsvRecord& header) {
  std::map<std::string, std::size_t> seen;
  for (const CsvField& field : header.fields) {
    if (!errors_.are_all_shown()) return;
    const std::size_t number = result_.columns.size() + 1;
    std::string name(without_outer_blanks(field.text));
    if (name.empty())
      errors_.add(field.offset, field.length, fmt::format("column {} has no name", number),
                  {separator_note(result_.separator)});
    if (name.size() > longest_column_name)
      errors_.add(field.offset, field.length,
                  fmt::format("the name of column {} has {} bytes, more than the {} allowed",
                              number, name.size(), longest_column_name));
    const auto [first, is_new] = seen.emplace(name, field.offset);
    if (!is_new && !name.empty()) {
      const LineColumn place = errors_.source().place_of(first->second);
      errors_.add(field.offset, field.length, fmt::format("a second column is called '{}'", name),
                  {fmt::format("the first is at {}:{}", place.line, place.column)});
    }
    result_.columns.push_back({std::move(name), field.offset, field.length});
  }
}

void CsvReader::report_count(const CsvRecord& record) {
  const std::size_t wanted = result_.columns.size(), given = record.fields.size();
  const CsvField& at = given > wanted ? record.fields[wanted] : record.fields.front();
  errors_.add(at.offset, at.length,
              fmt::format("this line has {} field{}, the first line has {}", given,
                          given == 1 ? "" : "s", wanted),
              {separator_note(result_.separator)});
}

bool CsvReader::take_record(CsvRecord& record) {
  const CsvField& first = record.fields.front();
  nodes_ += 1 + record.fields.size();
  if (nodes_ > limits_.nodes) {
    errors_.add(first.offset, first.length, too_many_nodes_message(limits_.nodes));
    return false;
  }
  if (record.fields.size() != result_.columns.size() && !record.is_broken) report_count(record);
  if (errors_.failed()) return errors_.are_all_shown();  // only further mistakes are of interest
  Node& map = result_.document.root.items.emplace_back();
  map.kind = NodeKind::map;
  map.offset = first.offset;
  map.length = first.length;
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    CsvField& field = record.fields[i];
    const CsvColumn& column = result_.columns[i];
    Node cell;
    cell.kind = field.text.empty() ? NodeKind::null : NodeKind::plain;
    cell.scalar = std::move(field.text);
    cell.offset = field.offset;
    cell.length = field.length;
    map.members.push_back({column.name, column.offset, column.length, std::move(cell)});
  }
  return true;
}

}  // namespace

std::optional<CsvDocument> parse_csv(std::shared_ptr<const SourceText> source,
                                     const DocumentLimits& limits, Diagnostics& diagnostics) {
  const std::optional<Prepared> text = prepared(std::move(source), limits, diagnostics);
  if (!text) return std::nullopt;
  const std::string_view content = without_byte_order_mark(text->source->text());
  CsvDocument result;
  result.document.source = text->source;
  result.separator = separator_of(content);
  result.is_windows_1252 = text->is_windows_1252;
  DocumentErrors errors(*text->source, diagnostics);
  CsvReader(limits, errors, result).read(text->source->text().size() - content.size());
  if (errors.failed()) return std::nullopt;
  return result;
}

}  // namespace stagecraft
