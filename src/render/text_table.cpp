#include "render/text_table.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace stagecraft {
namespace {

constexpr std::size_t gap = 2;         // between columns
constexpr std::size_t least_left = 8;  // that indentation leaves of the first column

std::size_t columns_of_point(UChar32 c) {
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

/// As much of the start of `text` as fits into `width` columns; at least one code point.
std::string_view fitting(std::string_view text, std::size_t width) {
  const auto length = static_cast<std::int32_t>(text.size());
  std::size_t columns = 0;
  for (std::int32_t i = 0; i < length;) {
    const auto start = static_cast<std::size_t>(i);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), i, length, c);
    columns += columns_of_point(c);
    if (columns > width && start > 0) return text.substr(0, start);
  }
  return text;
}

void add_aligned(std::string& line, const std::string& cell, const TextColumn& column,
                 std::size_t width) {
  const std::string blanks(width - std::min(width, columns_of(cell)), ' ');
  line += column.side == TextColumn::Side::left ? cell + blanks : blanks + cell;
}

/// The cells of one row, each in the lines that it takes.
std::vector<std::vector<std::string>> wrapped_cells(const TextRow& row,
                                                    const std::vector<std::size_t>& widths) {
  std::vector<std::vector<std::string>> cells;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::size_t deepest = widths[0] - std::min(widths[0], least_left);
    const std::size_t indent = i == 0 ? std::min(row.indent, deepest) : 0;
    cells.push_back(wrapped(row.cells[i], widths[i] - indent));
    for (std::string& line : cells.back()) line.insert(0, indent, ' ');
  }
  return cells;
}

std::vector<std::size_t> widths_of(const std::vector<TextColumn>& columns,
                                   const std::vector<TextRow>& rows, std::size_t width) {
  std::vector<std::size_t> widths;
  std::size_t left = width;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::size_t widest = columns_of(columns[i].title);
    for (const TextRow& row : rows)
      widest = std::max(widest, columns_of(row.cells[i]) + (i == 0 ? row.indent : 0));
    widths.push_back(i == 0 ? widest : std::min(widest, columns[i].widest));
    if (i > 0) left -= widths[i] + gap;
  }
  widths[0] = std::min(widths[0], left);
  return widths;
}

}  // namespace

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), i, length, c);
    columns += columns_of_point(c);
  }
  return columns;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    std::string& line = lines.back();
    const bool fits = columns_of(line) + 1 + columns_of(word) <= width;
    if (!line.empty() && fits) {
      line += ' ';
      line += word;
      continue;
    }
    if (!line.empty()) lines.emplace_back();
    while (true) {
      const std::string_view part = fitting(word, width);
      lines.back() = part;
      word.remove_prefix(part.size());
      if (word.empty()) break;
      lines.emplace_back();
    }
  }
  return lines;
}

std::string text_table(const std::vector<TextColumn>& columns, const std::vector<TextRow>& rows,
                       std::size_t width) {
  TextRow titles;
  for (const TextColumn& column : columns) titles.cells.push_back(column.title);
  const std::vector<std::size_t> widths = widths_of(columns, rows, width);
  std::string text;
  const auto add_row = [&](const TextRow& row) {
    const auto cells = wrapped_cells(row, widths);
    std::size_t lines = 0;
    for (const auto& cell : cells) lines = std::max(lines, cell.size());
    for (std::size_t line = 0; line < lines; ++line) {
      std::string whole;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) whole.append(gap, ' ');
        add_aligned(whole, line < cells[i].size() ? cells[i][line] : "", columns[i], widths[i]);
      }
      text += whole.substr(0, whole.find_last_not_of(' ') + 1) + "\n";
    }
  };
  add_row(titles);
  for (const TextRow& row : rows) add_row(row);
  return text;
}

}  // namespace stagecraft
