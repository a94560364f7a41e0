#include "feed/input/csv_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/loose_text.h"

namespace stagecraft::feed {
namespace {

constexpr std::size_t piece_size = 256 * 1024;
constexpr std::size_t longest_record = 4 << 20;
constexpr std::size_t shown_mistakes = 3;  // of one record

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += is_continuation(c) ? 0 : 1;
  return count;
}

bool is_ascii(std::string_view text) {
  unsigned char all = 0;  // without a branch, so that many bytes are looked at in one step
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

/// Up to 40 bytes of `text`, whole characters.
std::string excerpt(std::string_view text) {
  std::size_t length = std::min<std::size_t>(40, text.size());
  while (length > 0 && length < text.size() && is_continuation(text[length])) --length;
  return std::string(text.substr(0, length));
}

}  // namespace

char csv_separator_of(std::string_view head) {
  constexpr std::array<char, 3> separators{',', ';', '\t'};
  std::array<std::size_t, 3> counts{};
  bool is_quoted = false;
  for (const char c : head.substr(std::min(head.find_first_not_of(" \r\n"), head.size()))) {
    if (c == '"') is_quoted = !is_quoted;
    if (!is_quoted && (c == '\n' || c == '\r')) break;
    for (std::size_t which = 0; which < separators.size(); ++which)
      if (!is_quoted && c == separators[which]) ++counts[which];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return separators[static_cast<std::size_t>(most - counts.begin())];
}

CsvRecords::CsvRecords(std::unique_ptr<ByteSource> text, char separator)
    : text_(std::move(text)), separator_(separator) {
  refill(0);
  if (separator_ == 0) separator_ = csv_separator_of(buffer_);
  for (const char c : {separator_, '\n', '\r'}) ends_field_[static_cast<unsigned char>(c)] = true;
  take_header();
}

/// Drops what is before the record that is being read, and appends the next piece.
bool CsvRecords::refill(std::size_t at) {
  if (at_end_ || at > longest_record + piece_size) return false;
  const std::size_t old_size = buffer_.size();
  buffer_.resize(old_size + piece_size);
  const std::size_t count = text_->read(buffer_.data() + old_size, piece_size);
  buffer_.resize(old_size + count);
  at_end_ = count < piece_size;
  return at < buffer_.size();
}

bool CsvRecords::next(Record& record) {
  if (next_ > piece_size) {
    buffer_.erase(0, next_);
    line_begin_ -= std::min(line_begin_, next_);
    next_ = 0;
  }
  do {
    ++record_number_;
    if (!read_fields()) return false;
    take_cells(record);
  } while (is_broken_);
  return true;
}

void CsvRecords::skip_blank_lines() {
  const char blank_too = separator_ == '\t' ? ' ' : '\t';
  std::size_t at = next_;
  while (has_byte(at)) {
    const char c = buffer_[at];
    if (c == '\n' || c == '\r') {
      end_line(at);
      next_ = at;
    } else if (c == ' ' || c == blank_too) {
      ++at;
    } else {
      return;
    }
  }
  if (std::all_of(buffer_.begin() + static_cast<std::ptrdiff_t>(next_), buffer_.end(),
                  [](char c) { return c == ' ' || c == '\t'; }))
    next_ = buffer_.size();
}

void CsvRecords::end_line(std::size_t& at) {
  const bool is_cr = buffer_[at++] == '\r';
  if (is_cr && has_byte(at) && buffer_[at] == '\n') ++at;
  ++line_;
  line_begin_ = at;
}

bool CsvRecords::read_fields() {
  skip_blank_lines();
  fields_.clear();
  unquoted_.clear();
  is_broken_ = false;
  mistakes_of_record_ = 0;
  std::size_t at = next_;
  if (!has_byte(at)) return false;
  const std::size_t begin = at;
  while (read_field(at)) {
    if (at - begin <= longest_record) continue;
    report(fields_.front(), "", fmt::format("a record of more than {} bytes", longest_record));
    is_broken_ = true;
    break;
  }
  next_ = at;
  return true;
}

/// Reads one field and what ends it; whether another field follows in this record.
bool CsvRecords::read_field(std::size_t& at) {
  Field& field = fields_.emplace_back();
  field.raw_begin = at;
  field.line = line_;
  field.line_begin = line_begin_;
  if (has_byte(at) && buffer_[at] == '"') {
    read_quoted(field, at);
  } else {
    while (has_byte(at)) {
      const char* const data = buffer_.data();
      const std::size_t size = buffer_.size();
      while (at < size && !ends_field_[static_cast<unsigned char>(data[at])]) ++at;
      if (at < size || at - field.raw_begin > longest_record) break;
    }
    field.begin = field.raw_begin;
    field.length = at - field.begin;
  }
  if (!has_byte(at)) return false;
  if (buffer_[at] == separator_) {
    ++at;
    return true;
  }
  if (buffer_[at] == '\n' || buffer_[at] == '\r') end_line(at);
  return false;
}

void CsvRecords::read_quoted(Field& field, std::size_t& at) {
  std::size_t part = ++at;
  const std::size_t rewritten_begin = unquoted_.size();
  while (true) {
    while (has_byte(at)) {
      const void* const quote = std::memchr(buffer_.data() + at, '"', buffer_.size() - at);
      at = quote ? static_cast<std::size_t>(static_cast<const char*>(quote) - buffer_.data())
                 : buffer_.size();
      if (quote) break;
      if (at - field.raw_begin > longest_record) break;
    }
    if (at >= buffer_.size()) {
      field.begin = field.raw_begin + 1;
      field.length = at - field.begin;
      field.is_rewritten = false;
      report(field, excerpt(text_of(field)), "the quote that begins here never ends");
      is_broken_ = true;
      return;
    }
    if (!has_byte(at + 1) || buffer_[at + 1] != '"') break;
    unquoted_.append(buffer_, part, at + 1 - part);
    field.is_rewritten = true;
    at += 2;
    part = at;
  }
  if (field.is_rewritten) {
    unquoted_.append(buffer_, part, at - part);
    field.begin = rewritten_begin;
    field.length = unquoted_.size() - rewritten_begin;
  } else {
    field.begin = part;
    field.length = at - part;
  }
  const std::size_t end = at++;
  for (std::size_t i = field.raw_begin; i < end; ++i) {
    const void* const found = std::memchr(buffer_.data() + i, '\n', end - i);
    if (!found) break;
    i = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
    ++line_;
    line_begin_ = i + 1;
  }
  std::size_t rest = at;
  while (has_byte(at) && buffer_[at] != separator_ && buffer_[at] != '\n' && buffer_[at] != '\r')
    ++at;
  if (at == rest || buffer_.find_first_not_of(' ', rest) >= at) return;
  report(field, excerpt(std::string_view(buffer_).substr(rest, at - rest)),
         "the field goes on behind the quote that ends it");
  is_broken_ = true;
}

std::string_view CsvRecords::text_of(const Field& field) const {
  const std::string& from = field.is_rewritten ? unquoted_ : buffer_;
  return std::string_view(from).substr(field.begin, field.length);
}

CatalogPlace CsvRecords::place_of(const Field& field) {
  const std::string_view before =
      std::string_view(buffer_).substr(field.line_begin, field.raw_begin - field.line_begin);
  return {field.line, static_cast<std::uint32_t>(code_points(before) + 1)};
}

void CsvRecords::report(const Field& field, std::string value, std::string detail) {
  if (++mistakes_of_record_ > shown_mistakes) return;
  mistakes_.push_back({"F02", record_number_, place_of(field), std::move(value), std::move(detail),
                       record_number_ > 0});
}

void CsvRecords::take_header() {
  if (!read_fields()) return;
  for (const Field& field : fields_) columns_.emplace_back(without_outer_blanks(text_of(field)));
}

void CsvRecords::take_cells(Record& record) {
  record.number = record_number_;
  record.cells.clear();
  record.place = place_of(fields_.front());
  const std::size_t begin = fields_.front().line_begin;
  const bool is_plain = is_ascii(std::string_view(buffer_).substr(begin, next_ - begin));
  std::size_t counted_to = begin;
  std::size_t beyond_first = 0;  // bytes of code points, up to there, that are not their first one
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const Field& field = fields_[i];
    if (!is_plain) {
      if (counted_to <= field.line_begin) {
        counted_to = field.line_begin;
        beyond_first = 0;
      }
      const auto part =
          std::string_view(buffer_).substr(counted_to, field.raw_begin - counted_to);
      beyond_first += part.size() - code_points(part);
      counted_to = field.raw_begin;
    }
    const std::size_t column = field.raw_begin - field.line_begin - beyond_first + 1;
    if (i < columns_.size()) {
      record.cells.push_back({i, text_of(field), {field.line, static_cast<std::uint32_t>(column)}});
    } else if (field.length > 0 && !is_broken_) {
      report(field, excerpt(text_of(field)),
             fmt::format("this record has {} fields, the first line has {}", fields_.size(),
                         columns_.size()));
      is_broken_ = true;
    }
  }
}

}  // namespace stagecraft::feed
