#include "load/formula.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"

namespace stagecraft {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_number_part(char c) {
  return ('0' <= c && c <= '9') || c == '.';
}
bool is_name_part(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_';
}

/// The bytes of the UTF-8 character at the beginning of `text`.
std::size_t character_length(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
    ++length;
  return length;
}

class FormulaParser {
 public:
  FormulaParser(std::string_view text, const std::vector<std::string>& inputs,
                const FormulaError& error)
      : text_(text), inputs_(inputs), error_(error) {}

  std::optional<Formula> parse() {
    if (text_.size() > formula_limit) {
      report(0, text_.size(), fmt::format("a formula has at most {} characters", formula_limit));
      return std::nullopt;
    }
    Formula formula = sum();
    skip_blanks();
    if (is_sound_ && at_ < text_.size()) report_unexpected();
    if (terms_ > formula_term_limit)
      report(0, text_.size(),
             fmt::format("a formula has at most {} numbers and inputs", formula_term_limit));
    if (has_errors_) return std::nullopt;
    return formula;
  }

 private:
  // After a mistake in the grammar (is_sound_ is false) every function returns at once.

  Formula sum() {
    Formula left = product();
    while (is_sound_) {
      if (take('+'))
        left = joined(Formula::Kind::add, std::move(left), product());
      else if (take('-'))
        left = joined(Formula::Kind::subtract, std::move(left), product());
      else
        break;
    }
    return left;
  }

  Formula product() {
    Formula left = factor();
    while (is_sound_) {
      if (take('*'))
        left = joined(Formula::Kind::multiply, std::move(left), factor());
      else if (take('/'))
        left = joined(Formula::Kind::divide, std::move(left), divisor());
      else
        break;
    }
    return left;
  }

  Formula divisor() {
    skip_blanks();
    const std::size_t start = at_;
    Formula result = factor();
    if (result.kind == Formula::Kind::number && result.number == 0 && is_sound_)
      report(start, at_ - start, "this divides by 0");
    return result;
  }

  Formula factor() {
    if (take('-')) {
      Formula negated;
      negated.kind = Formula::Kind::negate;
      negated.parts.push_back(factor());
      return negated;
    }
    if (take('(')) {
      const std::size_t opened = at_ - 1;
      Formula inner = sum();
      if (is_sound_ && !take(')')) fail(opened, 1, "this parenthesis is not closed");
      return inner;
    }
    skip_blanks();
    ++terms_;
    if (at_ < text_.size() && is_number_part(text_[at_])) return number();
    if (at_ < text_.size() && is_name_part(text_[at_])) return input();
    report_unexpected();
    return {};
  }

  Formula number() {
    const std::string_view digits = taken(is_number_part);
    const std::optional<Exact> value = parse_decimal(digits);
    Formula result;
    if (value)
      result.number = *value;
    else
      fail(at_ - digits.size(), digits.size(),
           fmt::format("'{}' is no number such as 40 or 2.5", digits));
    return result;
  }

  Formula input() {
    const std::string name(taken(is_name_part));
    Formula result;
    result.kind = Formula::Kind::input;
    const auto found = std::find(inputs_.begin(), inputs_.end(), name);
    if (found == inputs_.end())
      report(at_ - name.size(), name.size(), fmt::format("unknown input '{}'", name),
             {inputs_.empty() ? "the model has none" : choices_note(name, inputs_)});
    else
      result.input = static_cast<std::size_t>(found - inputs_.begin());
    return result;
  }

  static Formula joined(Formula::Kind kind, Formula left, Formula right) {
    Formula result;
    result.kind = kind;
    result.parts.push_back(std::move(left));
    result.parts.push_back(std::move(right));
    return result;
  }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }

  bool take(char c) {
    skip_blanks();
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  template <class Belongs>
  std::string_view taken(const Belongs& belongs) {
    const std::size_t start = at_;
    while (at_ < text_.size() && belongs(text_[at_])) ++at_;
    return text_.substr(start, at_ - start);
  }

  void report_unexpected() {
    if (!is_sound_) return;
    if (at_ == text_.size()) return fail(at_, 1, "the formula breaks off here");
    const std::size_t length = character_length(text_.substr(at_));
    fail(at_, length, fmt::format("'{}' cannot stand here", text_.substr(at_, length)),
         {"a formula has numbers, inputs, + - * / and parentheses"});
  }

  void fail(std::size_t offset, std::size_t length, std::string message,
            std::vector<std::string> notes = {}) {
    is_sound_ = false;
    report(offset, length, std::move(message), std::move(notes));
  }

  void report(std::size_t offset, std::size_t length, std::string message,
              std::vector<std::string> notes = {}) {
    has_errors_ = true;
    error_(offset, length, std::move(message), std::move(notes));
  }

  std::string_view text_;
  const std::vector<std::string>& inputs_;
  const FormulaError& error_;
  std::size_t at_ = 0;
  std::size_t terms_ = 0;
  bool is_sound_ = true;
  bool has_errors_ = false;
};

}  // namespace

std::optional<Formula> parse_formula(std::string_view text, const std::vector<std::string>& inputs,
                                     const FormulaError& error) {
  return FormulaParser(text, inputs, error).parse();
}

}  // namespace stagecraft
