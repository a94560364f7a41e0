// Where things stand in a YAML text: what yaml-cpp's marks leave open, read from the text itself.
#pragma once

#include <cstddef>
#include <string_view>

namespace stagecraft {

struct TextRange {
  std::size_t offset = 0;
  std::size_t length = 0;
};

/// What stands before a value and where the value begins.
struct ValueStart {
  std::size_t offset = 0;  ///< behind anchors, tags and the blanks and comments after them
  TextRange tag;           ///< the first explicit tag, as written; length 0 when there is none
};

/// Reads over the anchors and tags that start at `offset`.
ValueStart find_value_start(std::string_view text, std::size_t offset);

/// How much of a scalar to underline: all of it when it ends on its line, else up to the line's
/// end.
struct ScalarExtent {
  std::size_t length = 1;
  bool is_closed = true;  ///< false: a quoted scalar without its closing quote
};

/// The extent of the scalar at `offset` whose decoded value is `value`.
ScalarExtent find_scalar_extent(std::string_view text, std::size_t offset, std::string_view value);

/// The offset behind the closing quote of the quoted scalar at `offset`, npos when there is none.
std::size_t find_quoted_end(std::string_view text, std::size_t offset);

/// The offset of the end of the line of `offset`, without its line ending and trailing blanks, but
/// never before `offset`.
std::size_t trimmed_line_end(std::string_view text, std::size_t offset);

/// The offset at which the line of `offset` starts.
std::size_t line_start_before(std::string_view text, std::size_t offset);

/// Bytes between the start of the line and `offset`.
std::size_t byte_column(std::string_view text, std::size_t offset);

/// The word that stands at `offset` when yaml-cpp takes it for a null (`~`, `null`, `Null`,
/// `NULL`), else nothing.
std::string_view null_word_at(std::string_view text, std::size_t offset);

/// The last dash in byte column `column` that starts a list item at or after `first` and before
/// `end`; `first` when there is none.
std::size_t find_dash_before(std::string_view text, std::size_t first, std::size_t end,
                             std::size_t column);

}  // namespace stagecraft
