#include "render/chart/label.h"

#include "base/utf8.h"

namespace stagecraft {
namespace {

/// `word`; of one that is far too wide as much as is estimated to fit `width` with "…" after it,
/// and at least one character.
std::string fitting(std::string_view word, Length size, Length width) {
  if (estimated_width(word, size) <= width * 3) return std::string(word);
  std::string cut;
  do {
    const std::size_t length = first_code_point_length(word);
    cut += word.substr(0, length);
    word.remove_prefix(length);
  } while (!word.empty() && estimated_width(cut + "……", size) <= width);
  return cut + "…";
}

}  // namespace

Length estimated_width(std::string_view text, Length size) {
  const auto characters = static_cast<std::int64_t>(code_point_count(text));
  return size * (characters * 58) / 100;
}

std::vector<std::string> wrap_label(std::string_view text, Length size, Length width) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string word = fitting(text.substr(0, space), size, width);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (word.empty()) continue;

    std::string& line = lines.back();
    const std::string longer = line.empty() ? word : line + " " + word;
    if (line.empty() || estimated_width(longer, size) <= width) {
      line = longer;
    } else {
      lines.emplace_back(word);
    }
  }
  return lines;
}

}  // namespace stagecraft
