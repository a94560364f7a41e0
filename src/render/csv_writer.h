#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/exact.h"

namespace stagecraft {

/// Writes a CSV file by RFC 4180: UTF-8 with a byte order mark, commas, lines that end with CR and
/// LF. content/docs/data.md, "Tables", is the contract.
class CsvWriter {
 public:
  /// Begins with the line that names `columns`.
  explicit CsvWriter(const std::vector<std::string>& columns);

  /// Each of these adds the next field of the row.

  /// A text of whatever content: one that a spreadsheet would run as a formula gets an apostrophe.
  CsvWriter& text(std::string_view text);
  /// Several texts, with a line break between them.
  CsvWriter& list(const std::vector<std::string>& texts);
  /// A number as it was written; nothing: an empty field.
  CsvWriter& number(const std::optional<Exact>& number);
  CsvWriter& empty() { return text(""); }

  /// The row is whole.
  void end_row();

  /// The file. The writer is of no use afterwards.
  std::string take() { return std::move(bytes_); }

 private:
  void begin_field();

  std::string bytes_;
  bool is_row_begun_ = false;
};

}  // namespace stagecraft
