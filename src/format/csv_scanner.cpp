#include "format/csv_scanner.h"

#include <algorithm>

namespace stagecraft {
namespace {

/// How much of `text` from `offset` to `end` stands on the first line; at least 1.
std::size_t marked_length(std::string_view text, std::size_t offset, std::size_t end) {
  const std::size_t line_end = text.substr(offset, end - offset).find_first_of("\r\n");
  return std::max<std::size_t>(1, std::min(line_end, end - offset));
}

}  // namespace

bool CsvScanner::is_at_line_end() const {
  return next_ == text_.size() || text_[next_] == '\n' || text_.substr(next_, 2) == "\r\n";
}

bool CsvScanner::is_at_field_end() const {
  return is_at_line_end() || text_[next_] == separator_;
}

std::size_t CsvScanner::field_end() const {
  const char ends[] = {separator_, '\r', '\n'};
  return std::min(text_.find_first_of(std::string_view(ends, 3), next_), text_.size());
}

void CsvScanner::skip_blank_lines() {
  const std::string_view blanks = separator_ == '\t' ? " \r" : " \t\r";
  while (next_ < text_.size()) {
    const std::size_t end = text_.find_first_not_of(blanks, next_);
    if (end == std::string_view::npos) {
      next_ = text_.size();
    } else if (text_[end] == '\n') {
      next_ = end + 1;
    } else {
      return;
    }
  }
}

bool CsvScanner::read(CsvRecord& record, DocumentErrors& errors) {
  record.fields.clear();
  record.is_broken = false;
  skip_blank_lines();
  if (next_ == text_.size()) return false;
  read_field(record, errors);
  while (!is_at_line_end()) {
    ++next_;  // the separator
    read_field(record, errors);
  }
  if (next_ < text_.size()) next_ += text_[next_] == '\r' ? 2 : 1;
  return true;
}

void CsvScanner::read_field(CsvRecord& record, DocumentErrors& errors) {
  CsvField& field = record.fields.emplace_back();
  field.offset = next_;
  if (next_ < text_.size() && text_[next_] == '"') {
    read_quoted(field, record, errors);
  } else {
    field.text = text_.substr(next_, field_end() - next_);
    const std::size_t quote = field.text.find('"');
    if (quote != field.text.npos) {
      errors.add(next_ + quote, 1, "a quote within a field that has no quotes around it",
                 {"put the whole field in quotes and write each quote in it twice; "
                  "no blank stands before the first"});
      record.is_broken = true;
    }
    next_ += field.text.size();
  }
  field.length = marked_length(text_, field.offset, next_);
}

void CsvScanner::read_quoted(CsvField& field, CsvRecord& record, DocumentErrors& errors) {
  ++next_;
  while (true) {
    const std::size_t stop = text_.find_first_of("\"\r", next_);
    if (stop == std::string_view::npos) {
      errors.add(field.offset, 1, "the quote that begins here never ends",
                 {"a field in quotes may have several lines; a quote within it is written twice"});
      record.is_broken = true;
      next_ = text_.size();
      return;
    }
    field.text += text_.substr(next_, stop - next_);
    next_ = stop + 1;
    if (text_[stop] == '\r') continue;  // what follows is "\n"
    if (next_ == text_.size() || text_[next_] != '"') break;
    field.text += '"';
    ++next_;
  }
  if (is_at_field_end()) return;
  const std::size_t end = field_end();
  errors.add(next_, end - next_, "the field goes on behind the quote that ends it",
             {"a quote within a field in quotes is written twice"});
  record.is_broken = true;
  next_ = end;
}

}  // namespace stagecraft
