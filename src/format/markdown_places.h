// Where the parts of a parsed Markdown text stand in its source.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/source_text.h"

namespace stagecraft {

struct MarkdownPlace {
  std::size_t offset = 0;
  std::size_t length = 1;
};

/// Turns cmark's lines and columns into offsets, and finds what cmark does not place well: it
/// counts the columns of inlines from the indentation of their block's first line. So addresses are
/// looked for in the source of the outermost block that they stand in, one after the other.
class MarkdownPlaces {
 public:
  /// Bytes `begin` to `end` of `source` are the Markdown text.
  MarkdownPlaces(const SourceText& source, std::size_t begin, std::size_t end);

  /// From here on things are looked for in lines `first` to `last` (from 1, of the Markdown text).
  void enter_block(int first, int last);

  /// The first visible character of line `line`, underlined to the line's end.
  MarkdownPlace line(int line) const;

  /// The bytes of line `line` from its byte column `column` (from 1) on, without blanks at its end.
  MarkdownPlace rest_of_line(int line, int column) const;

  /// The next place in the block where `url` is an address; where it is defined when it is not in
  /// the block; the block's first line when it is nowhere as such.
  MarkdownPlace address(std::string_view url);

  /// The next place of `text` in the block; the block's first line when there is none.
  MarkdownPlace text(std::string_view text);

 private:
  std::size_t line_offset(int line) const;
  std::optional<MarkdownPlace> next_in_block(std::string_view before, std::string_view url);
  std::size_t find(std::string_view wanted, std::size_t from, std::size_t to);

  const SourceText& source_;
  std::size_t begin_;
  std::size_t end_;
  std::size_t first_line_;  // of the Markdown text in the source
  int block_line_ = 1;
  std::size_t block_begin_ = 0;  // what is left of the block to look in
  std::size_t block_end_ = 0;
  std::size_t bytes_to_search_;  // further ones cost too much: addresses get their block's place
};

}  // namespace stagecraft
