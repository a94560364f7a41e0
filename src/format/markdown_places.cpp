#include "format/markdown_places.h"

#include <algorithm>
#include <string>

namespace stagecraft {
namespace {

constexpr std::size_t searched_bytes_limit = 8 << 20;
constexpr std::size_t npos = std::string_view::npos;

}  // namespace

MarkdownPlaces::MarkdownPlaces(const SourceText& source, std::size_t begin, std::size_t end)
    : source_(source),
      begin_(begin),
      end_(end),
      first_line_(source.place_of(begin).line),
      bytes_to_search_(searched_bytes_limit) {
  enter_block(1, 1);
}

std::size_t MarkdownPlaces::line_offset(int line) const {
  if (line <= 1) return begin_;
  return std::min(source_.line_start(first_line_ + static_cast<std::size_t>(line) - 1), end_);
}

void MarkdownPlaces::enter_block(int first, int last) {
  block_line_ = std::max(first, 1);
  block_begin_ = line_offset(block_line_);
  block_end_ = line_offset(std::max(last, block_line_) + 1);
  if (block_end_ <= block_begin_) block_end_ = end_;
}

MarkdownPlace MarkdownPlaces::rest_of_line(int line, int column) const {
  const std::string_view text = std::string_view(source_.text()).substr(0, end_);
  const std::size_t start = line_offset(line);
  const std::size_t line_end = std::min(text.find('\n', start), text.size());
  const std::size_t from =
      std::min(start + static_cast<std::size_t>(std::max(column, 1)) - 1, line_end);
  std::size_t end = line_end;
  while (end > from && std::string_view(" \t\r").find(text[end - 1]) != npos) --end;
  const std::size_t first = std::min(text.find_first_not_of(" \t", from), end);
  return {first, std::max<std::size_t>(1, end - first)};
}

MarkdownPlace MarkdownPlaces::line(int line) const {
  return rest_of_line(line, 1);
}

/// The offset of `wanted` between `from` and `to`, npos when it is not there or too much was read.
std::size_t MarkdownPlaces::find(std::string_view wanted, std::size_t from, std::size_t to) {
  if (from >= to || bytes_to_search_ == 0) return npos;
  const std::size_t found = std::string_view(source_.text()).substr(0, to).find(wanted, from);
  const std::size_t read = (found == npos ? to : found + wanted.size()) - from;
  bytes_to_search_ -= std::min(bytes_to_search_, read);
  return found;
}

/// The next place in the block where `url` stands behind `before`.
std::optional<MarkdownPlace> MarkdownPlaces::next_in_block(std::string_view before,
                                                           std::string_view url) {
  const std::size_t found = find(std::string(before) + std::string(url), block_begin_, block_end_);
  if (found == npos) return std::nullopt;
  block_begin_ = found + before.size() + url.size();
  return MarkdownPlace{found + before.size(), std::max<std::size_t>(1, url.size())};
}

MarkdownPlace MarkdownPlaces::address(std::string_view url) {
  if (url.empty()) return next_in_block("](", ")").value_or(line(block_line_));
  for (const std::string_view before : {"](", "](<", "<", ""})
    if (const auto found = next_in_block(before, url)) return *found;
  for (const std::string_view added : {"http://", "mailto:"})
    if (url.starts_with(added) && url.size() > added.size())
      if (const auto found = next_in_block("", url.substr(added.size()))) return *found;
  for (const std::string_view before : {"]: ", "]: <"}) {
    const std::size_t found = find(std::string(before) + std::string(url), begin_, end_);
    if (found != npos) return {found + before.size(), url.size()};
  }
  return line(block_line_);
}

MarkdownPlace MarkdownPlaces::text(std::string_view text) {
  const std::size_t found = text.empty() ? npos : find(text, block_begin_, block_end_);
  if (found == npos) return line(block_line_);
  block_begin_ = found + text.size();
  return {found, text.substr(0, text.find_first_of("\r\n")).size()};
}

}  // namespace stagecraft
