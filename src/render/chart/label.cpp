#include "render/chart/label.h"

#include "base/utf8.h"

namespace stagecraft {

Length estimated_width(std::string_view text, Length size) {
  const auto characters = static_cast<std::int64_t>(code_point_count(text));
  return size * (characters * 58) / 100;
}

std::vector<std::string> wrap_label(std::string_view text, Length size, Length width) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (word.empty()) continue;

    std::string& line = lines.back();
    const std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
    if (line.empty() || estimated_width(longer, size) <= width) {
      line = longer;
    } else {
      lines.emplace_back(word);
    }
  }
  return lines;
}

}  // namespace stagecraft
