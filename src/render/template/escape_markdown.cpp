// Markdown that shows a text as it is. Backslashes stand only where a character could mean
// something, so that the files stay readable: most characters mean something in one place only. An
// output may be at the start of a line, and other outputs may stand right before or after it, so
// the ends of a text are judged as if anything could be there.
#include "render/template/escape.h"

namespace stagecraft::language {
namespace {

/// Code, emphasis, links, cells and strikethrough, wherever they stand.
constexpr std::string_view anywhere = "`*[]|~";
constexpr std::string_view punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

bool is_digit(char c) {
  return '0' <= c && c <= '9';
}
bool is_letter(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
}
bool is_alphanumeric(char c) {
  return is_digit(c) || is_letter(c);
}
bool is_blank(char c) {
  return static_cast<unsigned char>(c) <= 0x20 || c == '\x7F';
}

/// One character of a text and what stands around it.
class Character {
 public:
  Character(std::string_view text, std::size_t index, bool only_digits_before)
      : text_(text), index_(index), only_digits_before_(only_digits_before) {}

  bool needs_backslash() const {
    const char c = text_[index_];
    if (anywhere.find(c) != std::string_view::npos) return true;
    switch (c) {
      case '\\':
        return is_last() || punctuation.find(next()) != std::string_view::npos;
      case '<':
        return is_last() || is_letter(next()) || next() == '/' || next() == '!' || next() == '?';
      case '&':
        return may_be_reference();
      case '_':  // between letters it is a letter
        return is_first() || is_last() || !is_alphanumeric(text_[index_ - 1]) ||
               !is_alphanumeric(next());
      case '#':
        return is_first() || may_close_heading();
      case '>':
      case '^':  // in the brackets of a link's text
      case '(':  // behind them
        return is_first();
      case '+':
      case '-':
      case '=':
        return is_first() && (is_last() || !is_alphanumeric(next()));
      case ':':
        return text_.substr(index_, 3) == "://" || (is_first() && !ends_or_letter_follows());
      case '!':
        return is_last();
      case '.':
        return is_first() || may_end_number() || follows_www();
      case ')':
        return may_end_number();
      default:
        return false;
    }
  }

 private:
  bool is_first() const { return index_ == 0; }
  bool is_last() const { return index_ + 1 == text_.size(); }
  char next() const { return text_[index_ + 1]; }
  bool ends_or_letter_follows() const { return !is_last() && is_alphanumeric(next()); }

  /// Whether it may stand behind the number of a list's item.
  bool may_end_number() const {
    return only_digits_before_ && index_ < 10 && (is_last() || is_blank(next()));
  }

  /// Whether the run of "#" that it begins may be the end of a heading.
  bool may_close_heading() const {
    if (!is_blank(text_[index_ - 1])) return false;
    const std::size_t end = text_.find_first_not_of('#', index_);
    return end == std::string_view::npos || is_blank(text_[end]);
  }

  /// Whether it may begin something like "&amp;", which may end behind the text.
  bool may_be_reference() const {
    std::size_t end = index_ + 1;
    if (end < text_.size() && text_[end] == '#') ++end;
    while (end < text_.size() && is_alphanumeric(text_[end])) ++end;
    return end == text_.size() || text_[end] == ';';
  }

  bool follows_www() const {
    const std::string_view before = text_.substr(0, index_);
    return before.ends_with("www") || before.ends_with("WWW");
  }

  std::string_view text_;
  std::size_t index_;
  bool only_digits_before_;
};

}  // namespace

void append_markdown(std::string& output, std::string_view text) {
  std::size_t blanks = 0;
  while (blanks < text.size() && is_blank(text[blanks])) ++blanks;
  if (blanks > 0) output += ' ';
  text.remove_prefix(blanks);
  bool only_digits = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_blank(text[i])) {  // a run of blanks could be indented code or a line break
      if (!is_blank(text[i - 1])) output += ' ';
    } else {
      if (Character(text, i, only_digits).needs_backslash()) output += '\\';
      output += text[i];
    }
    only_digits = only_digits && is_digit(text[i]);
  }
}

}  // namespace stagecraft::language
