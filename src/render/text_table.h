#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft {

/// How many columns of a terminal `text` takes, which is one line without control characters.
std::size_t columns_of(std::string_view text);

/// `text` in lines of at most `width` columns, broken between words where that is possible, and
/// within a word otherwise. At least one line. Requires: `width` is at least 2.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

struct TextColumn {
  enum class Side { left, right };

  std::string title;
  Side side = Side::left;
  std::size_t widest = 0;  ///< cells are wrapped to it; at least 2. 0: the column takes the rest
};

/// One row: the columns by which its first cell is indented, as far as that leaves 8 for the cell,
/// and its cells.
struct TextRow {
  std::size_t indent = 0;
  std::vector<std::string> cells;
};

/// `rows` below the titles of `columns`, aligned; every line ends with a newline and is at most
/// `width` columns wide. Requires: the first column and no other takes the rest, at least 10.
std::string text_table(const std::vector<TextColumn>& columns, const std::vector<TextRow>& rows,
                       std::size_t width);

}  // namespace stagecraft
