#include "render/site_notes.h"

#include <algorithm>
#include <utility>

namespace stagecraft {
namespace {

bool is_punctuation(char c) {
  return std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").find(c) != std::string_view::npos;
}

/// The text of a heading without escapes, emphasis and the addresses of links.
std::string plain_heading(std::string_view marked) {
  std::string text;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const char c = marked[i];
    if (c == '\\' && i + 1 < marked.size() && is_punctuation(marked[i + 1])) {
      text += marked[++i];
    } else if (c == ']' && i + 1 < marked.size() && marked[i + 1] == '(') {
      i = std::min(marked.find(')', i), marked.size() - 1);
    } else if (c != '[' && c != ']' && c != '*' && c != '`') {
      text += c;
    }
  }
  return text;
}

}  // namespace

void SiteNotes::note_file(const OutputPath& path, std::string_view bytes) {
  const FileNote note{bytes.size(), sha256(bytes)};
  const std::lock_guard lock(mutex_);
  files_.insert_or_assign(path, note);
}

const FileNote* SiteNotes::file(const OutputPath& path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

std::vector<std::string> headings_in(std::string_view markdown) {
  std::vector<std::string> headings;
  bool is_code = false;
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    if (line.starts_with("```")) is_code = !is_code;
    if (is_code) continue;
    for (const std::string_view mark : {"# ", "## ", "### "})
      if (line.starts_with(mark)) headings.push_back(plain_heading(line.substr(mark.size())));
  }
  return headings;
}

}  // namespace stagecraft
