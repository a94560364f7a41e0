#include "base/source_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace stagecraft {

SourceText::SourceText(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), line_starts_{0} {
  for (std::size_t i = text_.find('\n'); i != std::string::npos; i = text_.find('\n', i + 1))
    line_starts_.push_back(i + 1);
}

LineColumn SourceText::place_of(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::size_t start = *(next - 1);
  std::string_view before = std::string_view(text_).substr(start, offset - start);
  if (start == 0) before = without_byte_order_mark(before);
  return {static_cast<std::size_t>(next - line_starts_.begin()), code_point_count(before) + 1};
}

std::string_view SourceText::line(std::size_t line) const {
  if (line == 0 || line > line_starts_.size()) return {};
  const std::size_t start = line_starts_[line - 1];
  const std::size_t end = line < line_starts_.size() ? line_starts_[line] - 1 : text_.size();
  std::string_view result = std::string_view(text_).substr(start, end - start);
  if (result.ends_with('\r')) result.remove_suffix(1);
  return line == 1 ? without_byte_order_mark(result) : result;
}

std::size_t SourceText::line_start(std::size_t line) const {
  return line == 0 || line > line_starts_.size() ? text_.size() : line_starts_[line - 1];
}

}  // namespace stagecraft
