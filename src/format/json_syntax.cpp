#include "format/json_syntax.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace stagecraft {
namespace {

constexpr std::string_view json_blanks = " \t\r\n";

bool is_digit(char c) {
  return '0' <= c && c <= '9';
}
bool is_letter(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
}
bool is_word_character(char c) {
  return is_digit(c) || is_letter(c) || c == '_' || c == '$' || c == '+' || c == '-' || c == '.' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// The value of four hexadecimal digits, -1 for anything else.
int hex4(std::string_view digits) {
  if (digits.size() < 4) return -1;
  int value = 0;
  for (const char c : digits.substr(0, 4)) {
    const std::size_t digit = std::string_view("0123456789abcdefABCDEF").find(c);
    if (digit == std::string_view::npos) return -1;
    value = value * 16 + static_cast<int>(digit < 16 ? digit : digit - 6);
  }
  return value;
}

/// Reads a JSON text from front to back with a stack of its own, so that depth costs no recursion.
/// Each step returns whether to go on; the first that does not has set the error.
class JsonChecker {
 public:
  explicit JsonChecker(std::string_view text)
      : text_(text), at_(text.size() - without_byte_order_mark(text).size()) {}

  std::optional<JsonSyntaxError> check() {
    if (document()) return std::nullopt;
    return error_;
  }

 private:
  bool document();
  bool value();
  bool after_value();
  bool key();
  bool word();
  bool string();
  bool escape();
  bool surrogate_pair(std::size_t start, int first);
  bool close();
  bool unexpected(std::string_view expected);
  bool trailing_comma();

  bool fail(std::size_t offset, std::size_t length, std::string message,
            std::vector<std::string> notes = {}) {
    error_ = {offset, std::max<std::size_t>(1, length), std::move(message), std::move(notes)};
    return false;
  }
  bool ended() const { return at_ >= text_.size(); }
  char here() const { return ended() ? '\0' : text_[at_]; }
  void skip_blanks() { at_ = std::min(text_.find_first_not_of(json_blanks, at_), text_.size()); }
  std::string_view word_here() const {
    std::size_t end = at_;
    while (end < text_.size() && is_word_character(text_[end])) ++end;
    return text_.substr(at_, end - at_);
  }
  std::size_t to_line_end() const {
    return std::min(text_.find_first_of("\r\n", at_), text_.size()) - at_;
  }

  std::string_view text_;
  std::size_t at_;
  std::vector<std::size_t> open_;  // the brackets not yet closed
  JsonSyntaxError error_;
};

bool JsonChecker::document() {
  skip_blanks();
  if (ended()) return fail(at_, 1, "file holds no JSON value");
  if (!value()) return false;
  while (!open_.empty())
    if (!after_value()) return false;
  skip_blanks();
  if (ended()) return true;
  if (here() == '/' || here() == '#') return unexpected("");
  return fail(at_, to_line_end(), "unexpected text after the end of the document");
}

/// Reads a scalar, or the opening of a list or map up to its first scalar or its end.
bool JsonChecker::value() {
  while (true) {
    skip_blanks();
    const char c = here();
    if (c == '"') return string();
    if (c != '[' && c != '{') return word();
    open_.push_back(at_++);
    skip_blanks();
    if (here() == (c == '[' ? ']' : '}')) return close();
    if (c == '{' && !key()) return false;
  }
}

bool JsonChecker::close() {
  open_.pop_back();
  ++at_;
  return true;
}

/// Reads what follows a value in a list or map: its end, or a comma and the next value.
bool JsonChecker::after_value() {
  skip_blanks();
  const char opener = text_[open_.back()];
  const char closer = opener == '[' ? ']' : '}';
  if (here() == closer) return close();
  if (here() == ',') {
    const std::size_t comma = at_++;
    skip_blanks();
    if (here() == closer) {
      at_ = comma;
      return trailing_comma();
    }
    return opener == '{' ? key() && value() : value();
  }
  if (ended()) return fail(open_.back(), 1, fmt::format("'{}' is never closed", opener));
  if (here() == ']' || here() == '}')
    return fail(at_, 1, fmt::format("'{}' is closed by '{}', not by '{}'", opener, closer, here()));
  const bool starts_value =
      is_word_character(here()) || here() == '"' || here() == '[' || here() == '{';
  if (starts_value)
    return fail(at_, std::max<std::size_t>(1, word_here().size()), "missing ',' before this");
  return unexpected(opener == '[' ? "',' or ']'" : "',' or '}'");
}

bool JsonChecker::trailing_comma() {
  return fail(at_, 1, "unexpected ',' after the last value", {"JSON allows no trailing comma"});
}

/// Reads a key and its colon.
bool JsonChecker::key() {
  skip_blanks();
  if (here() != '"') {
    const std::string_view name = word_here();
    if (!name.empty())
      return fail(at_, name.size(), fmt::format("key '{}' is not in quotes", name),
                  {fmt::format("write \"{}\"", name)});
    return unexpected("a key in double quotes");
  }
  const std::size_t start = at_;
  if (!string()) return false;
  const std::size_t length = at_ - start;
  skip_blanks();
  if (here() != ':') return fail(start, length, "missing ':' after this key");
  ++at_;
  return true;
}

/// Reads a number or one of the three words.
bool JsonChecker::word() {
  const std::string_view token = word_here();
  if (token.empty()) return unexpected("a value");
  if (token == "true" || token == "false" || token == "null" || is_json_number(token)) {
    at_ += token.size();
    return true;
  }
  const bool is_like_number =
      is_digit(token[0]) || ((token[0] == '-' || token[0] == '+' || token[0] == '.') &&
                             token.size() > 1 && !is_letter(token[1]));
  if (!is_like_number)
    return fail(at_, token.size(), fmt::format("unknown word '{}'", token),
                {"one of: true, false, null; a text stands in double quotes"});
  std::vector<std::string> notes;
  const std::size_t first = token[0] == '-' || token[0] == '+' ? 1 : 0;
  if (token[0] == '+') notes = {"a number has no '+' before it"};
  if (token.size() > first + 1 && token[first] == '0' && is_digit(token[first + 1]))
    notes = {"a number has no '0' before other digits"};
  return fail(at_, token.size(), fmt::format("bad number '{}'", token), std::move(notes));
}

/// Reports what stands here, where only `expected` can.
bool JsonChecker::unexpected(std::string_view expected) {
  if (ended() && !open_.empty())
    return fail(open_.back(), 1, fmt::format("'{}' is never closed", text_[open_.back()]));
  if (ended()) return fail(at_, 1, fmt::format("expected {}", expected));
  if (here() == '/' || here() == '#') return fail(at_, to_line_end(), "JSON has no comments");
  if (here() == '\'') {
    const std::size_t end = text_.find('\'', at_ + 1);
    const std::size_t length = end == text_.npos ? 1 : std::min(end + 1 - at_, to_line_end());
    return fail(at_, length, "text in single quotes", {"JSON has double quotes only"});
  }
  const std::string_view rest = text_.substr(at_);
  std::size_t length = 1;
  while (length < rest.size() && (static_cast<unsigned char>(rest[length]) & 0xC0) == 0x80)
    ++length;
  return fail(at_, length,
              fmt::format("expected {}, found '{}'", expected, rest.substr(0, length)));
}

bool JsonChecker::string() {
  const std::size_t start = at_++;
  while (!ended() && here() != '\n' && here() != '\r') {
    const char c = here();
    if (c == '"') {
      ++at_;
      return true;
    }
    if (c == '\\') {
      if (!escape()) return false;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      return fail(at_, 1,
                  fmt::format("control character U+{:04X} in a string", static_cast<int>(c)),
                  {c == '\t' ? "write \\t" : fmt::format("write \\u{:04x}", static_cast<int>(c))});
    } else {
      ++at_;
    }
  }
  return fail(start, 1, "this string is not closed on its line", {"write a line end as \\n"});
}

bool JsonChecker::escape() {
  const std::size_t start = at_;
  const char c = start + 1 < text_.size() ? text_[start + 1] : '\n';
  if (std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos) {
    at_ += 2;
    return true;
  }
  if (c == 'u') {
    const int unit = hex4(text_.substr(start + 2));
    if (unit >= 0) {
      at_ += 6;
      return unit < 0xD800 || unit > 0xDFFF || surrogate_pair(start, unit);
    }
    return fail(start, std::min<std::size_t>(2, text_.size() - start), "bad escape '\\u'",
                {"four hexadecimal digits follow \\u"});
  }
  if (c == '\n' || c == '\r') return fail(start, 1, "a '\\' stands at the end of the line");
  const std::string_view shown = text_.substr(start, static_cast<unsigned char>(c) < 0x80 ? 2 : 1);
  return fail(start, shown.size(), fmt::format("bad escape '{}'", shown),
              {"one of: \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits"});
}

/// Reads the second half of a pair whose first, at `start`, has been read.
bool JsonChecker::surrogate_pair(std::size_t start, int first) {
  const int second = text_.substr(at_).starts_with("\\u") ? hex4(text_.substr(at_ + 2)) : -1;
  if (first < 0xDC00 && second >= 0xDC00 && second <= 0xDFFF) {
    at_ += 6;
    return true;
  }
  return fail(start, 6, fmt::format("'{}' is half a character", text_.substr(start, 6)),
              {"a character above U+FFFF is written as two \\u escapes"});
}

}  // namespace

std::optional<JsonSyntaxError> find_json_error(std::string_view text) {
  return JsonChecker(text).check();
}

bool is_json_number(std::string_view token) {
  std::size_t i = token.starts_with('-') ? 1 : 0;
  const auto digits = [&] {
    const std::size_t start = i;
    while (i < token.size() && is_digit(token[i])) ++i;
    return i - start;
  };
  const bool starts_with_zero = i < token.size() && token[i] == '0';
  const std::size_t whole = digits();
  if (whole == 0 || (starts_with_zero && whole > 1)) return false;
  if (i < token.size() && token[i] == '.' && (++i, digits() == 0)) return false;
  if (i < token.size() && (token[i] == 'e' || token[i] == 'E')) {
    ++i;
    if (i < token.size() && (token[i] == '+' || token[i] == '-')) ++i;
    if (digits() == 0) return false;
  }
  return i == token.size();
}

}  // namespace stagecraft
