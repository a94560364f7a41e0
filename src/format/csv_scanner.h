// The records of a CSV text: RFC 4180, with every mistake at its place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "format/document_errors.h"

namespace stagecraft {

struct CsvField {
  std::string text;        ///< without its quotes; line breaks are "\n"
  std::size_t offset = 0;  ///< of its first byte, which may be a quote
  std::size_t length = 1;  ///< bytes to underline, within one line; at least 1
};

struct CsvRecord {
  std::vector<CsvField> fields;
  bool is_broken = false;  ///< its quotes are wrong, so its fields may be too
};

/// Takes one record after the other from a text. Lines that are empty or blank are passed over.
class CsvScanner {
 public:
  /// Begins at byte `start` of the text of `errors`, whose lines end with "\n" or "\r\n".
  CsvScanner(const DocumentErrors& errors, std::size_t start, char separator)
      : text_(errors.text()), next_(start), separator_(separator) {}

  /// Reads the next record into `record`; false, and an empty one, at the end of the text.
  bool read(CsvRecord& record, DocumentErrors& errors);

 private:
  void skip_blank_lines();
  void read_field(CsvRecord& record, DocumentErrors& errors);
  void read_quoted(CsvField& field, CsvRecord& record, DocumentErrors& errors);
  bool is_at_line_end() const;
  bool is_at_field_end() const;
  /// The end of the field without quotes, or of the rest of one, that begins here.
  std::size_t field_end() const;

  std::string_view text_;
  std::size_t next_;
  char separator_;
};

}  // namespace stagecraft
