#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft {

/// A place in a text as people count: both numbers start at 1.
/// `column` counts Unicode code points; a tab is one column.
struct LineColumn {
  std::size_t line = 1;
  std::size_t column = 1;

  bool operator==(const LineColumn&) const = default;
};

/// A text that was read, together with the path that messages show for it.
/// Immutable. Lines end with "\n" or "\r\n"; a byte order mark belongs to the text and takes no
/// column. Positions are byte offsets into text(); line and column are worked out only when asked.
class SourceText {
 public:
  SourceText(std::string path, std::string text);

  const std::string& path() const { return path_; }
  const std::string& text() const { return text_; }

  /// The place of byte `offset`. An offset past the end means the end of the text.
  LineColumn place_of(std::size_t offset) const;

  /// Line `line` (from 1) without its line ending; empty when there is no such line.
  std::string_view line(std::size_t line) const;

  /// The byte offset at which line `line` (from 1) starts; the end of the text when there is none.
  std::size_t line_start(std::size_t line) const;

 private:
  std::string path_;
  std::string text_;
  std::vector<std::size_t> line_starts_;
};

/// `length` bytes of `source` from byte `offset` on. `source` outlives the span.
struct SourceSpan {
  const SourceText* source = nullptr;
  std::size_t offset = 0;
  std::size_t length = 0;
};

}  // namespace stagecraft
