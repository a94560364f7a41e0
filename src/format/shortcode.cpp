#include "format/shortcode.h"

#include <fmt/format.h>

#include <algorithm>

namespace stagecraft {
namespace {

constexpr std::string_view opening = "{{<";
constexpr std::string_view closing = ">}}";

bool is_name_character(char c) {
  return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-';
}

class ShortcodeParser {
 public:
  ShortcodeParser(std::size_t begin, std::size_t end, DocumentErrors& errors)
      : text_(std::string_view(errors.text()).substr(0, end)), at_(begin), errors_(errors) {}

  std::optional<Shortcode> parse();

 private:
  bool argument(Shortcode& shortcode);
  bool value(ShortcodeArgument& argument);
  std::string name();
  bool fail(std::size_t offset, std::size_t length, std::string message) {
    errors_.add(offset, std::max<std::size_t>(1, length), std::move(message),
                {"write {{< name key=\"value\" >}}"});
    return false;
  }
  void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t", at_), text_.size()); }
  bool has(std::string_view expected) const { return text_.substr(at_).starts_with(expected); }

  std::string_view text_;
  std::size_t at_;
  DocumentErrors& errors_;
};

std::optional<Shortcode> ShortcodeParser::parse() {
  Shortcode shortcode;
  shortcode.offset = at_;
  at_ += opening.size();
  skip_blanks();
  shortcode.name_offset = at_;
  shortcode.name = name();
  if (shortcode.name.empty()) {
    fail(shortcode.offset, opening.size(), "expected a name after '{{<'");
    return std::nullopt;
  }
  while (true) {
    skip_blanks();
    if (has(closing)) break;
    if (!argument(shortcode)) return std::nullopt;
  }
  at_ += closing.size();
  shortcode.length = at_ - shortcode.offset;
  skip_blanks();
  if (at_ == text_.size()) return shortcode;
  fail(at_, text_.size() - at_, "unexpected text behind a shortcode");
  return std::nullopt;
}

bool ShortcodeParser::argument(Shortcode& shortcode) {
  ShortcodeArgument found;
  found.name_offset = at_;
  found.name = name();
  if (found.name.empty())
    return fail(at_, 1,
                at_ == text_.size() ? "this shortcode does not end with '>}}'"
                                    : "expected an argument or '>}}'");
  if (!has("="))
    return fail(found.name_offset, found.name.size(),
                fmt::format("expected '=' after '{}'", found.name));
  ++at_;
  if (!value(found)) return false;
  if (shortcode.find(found.name))
    return fail(found.name_offset, found.name.size(),
                fmt::format("duplicate argument '{}'", found.name));
  shortcode.arguments.push_back(std::move(found));
  return true;
}

bool ShortcodeParser::value(ShortcodeArgument& argument) {
  argument.value_offset = at_;
  if (!has("\"")) return fail(at_, 1, "expected a value in double quotes");
  for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
    const bool is_escape = text_[at_] == '\\' && at_ + 1 < text_.size() &&
                           (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\');
    if (is_escape) ++at_;
    argument.value += text_[at_];
  }
  if (at_ >= text_.size()) return fail(argument.value_offset, 1, "this quote is never closed");
  argument.value_length = ++at_ - argument.value_offset;
  return true;
}

std::string ShortcodeParser::name() {
  const std::size_t start = at_;
  while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
  return std::string(text_.substr(start, at_ - start));
}

}  // namespace

const std::string* Shortcode::find(std::string_view argument) const {
  const auto found = std::find_if(arguments.begin(), arguments.end(),
                                  [&](const ShortcodeArgument& a) { return a.name == argument; });
  return found == arguments.end() ? nullptr : &found->value;
}

bool is_shortcode(std::string_view line) {
  return line.starts_with(opening);
}

std::optional<Shortcode> parse_shortcode(std::size_t begin, std::size_t end,
                                         DocumentErrors& errors) {
  return ShortcodeParser(begin, end, errors).parse();
}

}  // namespace stagecraft
