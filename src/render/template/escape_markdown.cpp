// Markdown that shows a text as it is. Backslashes stand only where a character could mean
// something, so that the files stay readable: the characters that mean something anywhere, those
// that do at the start of a line (which every output may be at), and what would become a link.
#include "render/template/escape.h"

namespace stagecraft::language {
namespace {

constexpr std::string_view anywhere = "\\`*[]()<>|~#$@";
constexpr std::string_view at_start = "+-=.:!";

bool is_digit(char c) {
  return '0' <= c && c <= '9';
}
bool is_alphanumeric(char c) {
  return is_digit(c) || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_blank(char c) {
  return static_cast<unsigned char>(c) <= 0x20 || c == '\x7F';
}

/// Whether the character at `i` of `text` could mean something.
bool needs_backslash(std::string_view text, std::size_t i, bool only_digits_before) {
  const char c = text[i];
  const bool is_last = i + 1 == text.size();
  if (anywhere.find(c) != std::string_view::npos) return true;
  if (i == 0 && at_start.find(c) != std::string_view::npos) return true;
  switch (c) {
    case '_':  // between letters it is a letter
      return i == 0 || is_last || !is_alphanumeric(text[i - 1]) || !is_alphanumeric(text[i + 1]);
    case '&':
      return is_last || text[i + 1] == '#' || is_alphanumeric(text[i + 1]);
    case '!':
      return is_last;
    case ':':
      return text.substr(i, 3) == "://";
    case '.':
      return only_digits_before ||
             (i >= 3 && (text.substr(i - 3, 3) == "www" || text.substr(i - 3, 3) == "WWW"));
    default:
      return false;
  }
}

}  // namespace

void append_markdown(std::string& output, std::string_view text) {
  bool only_digits = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_blank(text[i])) {  // a run of blanks could be indented code or a line break
      const bool is_run = i > 0 && is_blank(text[i - 1]);
      if (!is_run) output += ' ';
      continue;
    }
    if (needs_backslash(text, i, only_digits)) output += '\\';
    only_digits = only_digits && is_digit(text[i]);
    output += text[i];
  }
}

}  // namespace stagecraft::language
