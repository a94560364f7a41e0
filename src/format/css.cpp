#include "format/css.h"

#include <algorithm>
#include <cstdint>

namespace stagecraft {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool is_line_end(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}
bool is_digit(char c) {
  return '0' <= c && c <= '9';
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if ('a' <= c && c <= 'f') return c - 'a' + 10;
  if ('A' <= c && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_name_character(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || is_digit(c) || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

void append_utf8(std::string& text, std::uint32_t code) {
  if (code == 0 || code > 0x10FFFF || (0xD800 <= code && code <= 0xDFFF)) code = 0xFFFD;
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0 | code >> 6);
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
  }
  put(0x80 | (code & 0x3F));
}

std::string lower_case(std::string text) {
  for (char& c : text)
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::size_t end_of_comment(std::string_view css, std::size_t start) {
  const std::size_t end = css.find("*/", start + 2);
  return end == std::string_view::npos ? css.size() : end + 2;
}

/// Walks over the tokens and notes those that name a file.
class ReferenceScanner {
 public:
  explicit ReferenceScanner(std::string_view css) : css_(css) {}

  std::vector<CssReference> scan() {
    while (at_ < css_.size()) scan_token();
    return std::move(found_);
  }

 private:
  /// What an open bracket makes of the strings right inside it.
  enum class Inside { plain, address, image_set };

  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < css_.size() ? css_[at_ + ahead] : '\0';
  }
  bool at_escape() const {
    return peek() == '\\' && at_ + 1 < css_.size() && !is_line_end(peek(1));
  }
  bool at_comment() const { return peek() == '/' && peek(1) == '*'; }
  bool at_name() const { return is_name_character(peek()) || at_escape(); }

  void scan_token() {
    const char c = peek();
    if (at_comment()) {
      at_ = end_of_comment(css_, at_);
    } else if (c == '"' || c == '\'') {
      scan_string();
    } else if (c == '@' || c == '#') {
      ++at_;
      const std::string name = lower_case(read_name());
      if (c == '@') in_import_ = name == "import";
    } else if (is_digit(c)) {
      read_name();  // a number with its unit is no function
    } else if (at_name()) {
      scan_word();
    } else {
      scan_mark(c);
    }
  }

  void scan_mark(char c) {
    ++at_;
    if (c == '(') open_.push_back(Inside::plain);
    if (c == ')' && !open_.empty()) open_.pop_back();
    if (c == ';' || c == '{' || c == '}') {
      in_import_ = false;
      open_.clear();
    }
  }

  void scan_word() {
    const std::string name = lower_case(read_name());
    if (peek() != '(') return;
    ++at_;
    if (name == "url" && !is_string_next()) return scan_bare_address();
    const bool is_image_set = name == "image-set" || name == "-webkit-image-set";
    open_.push_back(name == "url" || name == "src" ? Inside::address
                    : is_image_set                 ? Inside::image_set
                                                   : Inside::plain);
  }

  bool is_string_next() const {
    std::size_t next = at_;
    while (next < css_.size() && is_blank(css_[next])) ++next;
    return next < css_.size() && (css_[next] == '"' || css_[next] == '\'');
  }

  /// The rest of `url(` without quotes.
  void scan_bare_address() {
    while (is_blank(peek())) ++at_;
    CssReference reference{at_, 0, {}, in_import_};
    bool is_well_formed = true;
    while (at_ < css_.size() && peek() != ')' && !is_blank(peek())) {
      const char c = peek();
      if (at_escape()) {
        read_escape(reference.address);
        continue;
      }
      if (c == '"' || c == '\'' || c == '(' || c == '\\' || static_cast<unsigned char>(c) < 0x20)
        is_well_formed = false;
      reference.address += c;
      ++at_;
    }
    reference.length = at_ - reference.offset;
    while (is_blank(peek())) ++at_;
    if (peek() != ')') is_well_formed = at_ >= css_.size() && is_well_formed;
    while (at_ < css_.size() && peek() != ')') at_ += at_escape() ? 2 : 1;
    ++at_;
    if (is_well_formed && reference.length > 0) found_.push_back(std::move(reference));
  }

  void scan_string() {
    CssReference reference{at_, 0, {}, in_import_};
    const char quote = css_[at_++];
    while (at_ < css_.size() && peek() != quote) {
      if (is_line_end(peek())) return;  // a browser drops what holds such a string
      if (at_escape()) {
        read_escape(reference.address);
      } else if (peek() == '\\') {
        ++at_;  // a line that goes on
        at_ += peek() == '\r' && peek(1) == '\n' ? 2 : 1;
      } else {
        reference.address += css_[at_++];
      }
    }
    at_ = std::min(at_ + 1, css_.size());
    reference.length = at_ - reference.offset;
    const bool in_address_place = !open_.empty() && open_.back() != Inside::plain;
    if (in_address_place || (in_import_ && open_.empty())) found_.push_back(std::move(reference));
  }

  std::string read_name() {
    std::string name;
    while (at_ < css_.size() && at_name()) {
      if (at_escape())
        read_escape(name);
      else
        name += css_[at_++];
    }
    return name;
  }

  void read_escape(std::string& text) {
    ++at_;
    if (hex_value(peek()) < 0) {
      text += css_[at_++];
      return;
    }
    std::uint32_t code = 0;
    for (int digits = 0; digits < 6 && at_ < css_.size() && hex_value(peek()) >= 0; ++digits)
      code = code * 16 + static_cast<std::uint32_t>(hex_value(css_[at_++]));
    if (is_blank(peek())) at_ += peek() == '\r' && peek(1) == '\n' ? 2 : 1;
    append_utf8(text, code);
  }

  std::string_view css_;
  std::size_t at_ = 0;
  bool in_import_ = false;
  std::vector<Inside> open_;
  std::vector<CssReference> found_;
};

}  // namespace

std::vector<CssReference> css_references(std::string_view css) {
  return ReferenceScanner(css).scan();
}

std::string without_css_comments(std::string_view css) {
  std::string text(css);
  for (std::size_t at = 0; at < css.size(); ++at) {
    if (css[at] == '"' || css[at] == '\'') {
      const char quote = css[at];
      while (++at < css.size() && css[at] != quote && !is_line_end(css[at]))
        if (css[at] == '\\') ++at;
    } else if (css.substr(at, 2) == "/*") {
      const std::size_t end = end_of_comment(css, at);
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(at),
                text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
      at = end - 1;
    }
  }
  return text;
}

}  // namespace stagecraft
