#include "format/yaml_places.h"

#include <algorithm>

#include "base/utf8.h"

namespace stagecraft {
namespace {

constexpr std::string_view blanks_and_breaks = " \t\r\n";

std::size_t end_of_word(std::string_view text, std::size_t offset) {
  return std::min(text.find_first_of(blanks_and_breaks, offset), text.size());
}

/// The next byte from `offset` on that is neither blank, line end nor comment.
std::size_t skip_blanks_and_comments(std::string_view text, std::size_t offset) {
  while (true) {
    offset = std::min(text.find_first_not_of(blanks_and_breaks, offset), text.size());
    if (offset == text.size() || text[offset] != '#') return offset;
    offset = std::min(text.find('\n', offset), text.size());
  }
}

}  // namespace

ValueStart find_value_start(std::string_view text, std::size_t offset) {
  ValueStart result{std::min(offset, text.size()), {}};
  while (result.offset < text.size() &&
         (text[result.offset] == '&' || text[result.offset] == '!')) {
    const std::size_t end = end_of_word(text, result.offset);
    if (text[result.offset] == '!' && result.tag.length == 0)
      result.tag = {result.offset, end - result.offset};
    result.offset = skip_blanks_and_comments(text, end);
  }
  return result;
}

std::size_t find_quoted_end(std::string_view text, std::size_t offset) {
  const char quote = text[offset];
  for (std::size_t i = offset + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      const bool is_escaped = quote == '\'' && i + 1 < text.size() && text[i + 1] == '\'';
      if (!is_escaped) return i + 1;
      ++i;
    }
  }
  return std::string_view::npos;
}

ScalarExtent find_scalar_extent(std::string_view text, std::size_t offset, std::string_view value) {
  if (offset >= text.size()) return {};
  const std::size_t line_end = std::max(trimmed_line_end(text, offset), offset + 1);
  if (text[offset] == '\'' || text[offset] == '"') {
    const std::size_t end = find_quoted_end(text, offset);
    if (end == std::string_view::npos) return {1, false};
    return {std::min(end, line_end) - offset, true};
  }
  const bool is_verbatim = !value.empty() && text.substr(offset).starts_with(value);
  return {is_verbatim && offset + value.size() <= line_end ? value.size() : line_end - offset,
          true};
}

std::size_t trimmed_line_end(std::string_view text, std::size_t offset) {
  std::size_t end = std::min(text.find('\n', offset), text.size());
  while (end > offset && blanks_and_breaks.find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}

std::size_t line_start_before(std::string_view text, std::size_t offset) {
  const std::size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  if (newline != std::string_view::npos) return newline + 1;
  return text.size() - without_byte_order_mark(text).size();
}

std::size_t byte_column(std::string_view text, std::size_t offset) {
  return offset - line_start_before(text, offset);
}

std::string_view null_word_at(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(std::min(offset, text.size()));
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (!rest.starts_with(word)) continue;
    const bool is_whole = word.size() == rest.size() ||
                          std::string_view(" \t\r\n,]}:").find(rest[word.size()]) != rest.npos;
    return rest.substr(0, is_whole ? word.size() : 0);
  }
  return {};
}

std::size_t find_dash_before(std::string_view text, std::size_t first, std::size_t end,
                             std::size_t column) {
  std::size_t line = line_start_before(text, end);
  while (line > first) {
    const std::size_t dash = line + column;
    if (dash < end && text[dash] == '-' && text.find_first_not_of(' ', line) == dash) return dash;
    line = line_start_before(text, line - 1);
  }
  return first;
}

}  // namespace stagecraft
