#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "feed/input/record.h"
#include "feed/stream/byte_source.h"

namespace stagecraft::feed {

/// The separator that stands most often in the first line of `head` outside quotes: comma,
/// semicolon or tab; the first of equals in this order.
char csv_separator_of(std::string_view head);

/// Reads RFC 4180 from a stream, however long. Beyond it: fields may be separated by semicolons or
/// tabs, lines end with CRLF, LF or CR, blank lines are passed over, names are read without outer
/// blanks. Records with too few fields, or with too many that are empty, count as whole, for shops
/// and spreadsheets write them; other mistakes are F02.
class CsvRecords final : public RecordSource {
 public:
  /// `separator` 0: by csv_separator_of().
  CsvRecords(std::unique_ptr<ByteSource> text, char separator);

  bool next(Record& record) override;
  const std::vector<std::string>& columns() const override { return columns_; }
  const std::string& failure() const override { return text_->failure(); }
  char separator() const { return separator_; }

 private:
  struct Field {
    std::size_t begin = 0;  ///< in buffer_, or in unquoted_ when `is_rewritten`
    std::size_t length = 0;
    std::size_t raw_begin = 0;  ///< in buffer_, of its first byte, which may be a quote
    std::uint64_t line = 0;
    std::size_t line_begin = 0;  ///< in buffer_, of the line that it begins on
    bool is_rewritten = false;
  };

  /// Reads the fields of the next record; false at the end of the text.
  bool read_fields();
  bool read_field(std::size_t& at);
  void read_quoted(Field& field, std::size_t& at);
  void skip_blank_lines();
  void end_line(std::size_t& at);
  /// Makes sure that there are bytes at `at` of buffer_, if the text has any more.
  bool has_byte(std::size_t at) { return at < buffer_.size() || refill(at); }
  bool refill(std::size_t at);
  std::string_view text_of(const Field& field) const;
  CatalogPlace place_of(const Field& field);
  void report(const Field& field, std::string value, std::string detail);
  void take_header();
  void take_cells(Record& record);

  std::unique_ptr<ByteSource> text_;
  char separator_;
  std::array<bool, 256> ends_field_{};  ///< of each byte, whether an unquoted field ends there
  std::vector<std::string> columns_;
  std::string buffer_;
  std::string unquoted_;
  std::vector<Field> fields_;
  std::size_t next_ = 0;  ///< in buffer_
  std::uint64_t line_ = 1;
  std::size_t line_begin_ = 0;
  std::uint64_t record_number_ = 0;
  std::size_t mistakes_of_record_ = 0;
  bool at_end_ = false;
  bool is_broken_ = false;
};

}  // namespace stagecraft::feed
