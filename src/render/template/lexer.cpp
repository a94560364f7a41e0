#include "render/template/lexer.h"

#include <algorithm>
#include <array>
#include <optional>

namespace stagecraft::language {
namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";
constexpr std::string_view digits = "0123456789";
constexpr std::string_view name_characters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
constexpr std::array<std::string_view, 6> two_character_symbols{"//", "**", "==", "!=", "<=", ">="};
constexpr std::string_view one_character_symbols = "+-*/%~<>=.,:|()[]{}";

/// Length of the "-" or "+" sign, if any, at `offset`.
std::size_t sign_length(std::string_view text, std::size_t offset) {
  return offset < text.size() && (text[offset] == '-' || text[offset] == '+') ? 1 : 0;
}

class Lexer {
 public:
  Lexer(const SourceText& source, std::uint32_t source_index, TemplateErrors& errors)
      : text_(source.text()), source_(source_index), errors_(errors) {
    if (text_.starts_with("\xEF\xBB\xBF")) position_ = 3;
  }

  std::vector<Piece> pieces() {
    while (position_ < text_.size()) read_next();
    return std::move(pieces_);
  }

 private:
  void read_next() {
    const std::size_t opening = find_opening();
    if (opening == std::string_view::npos) {
      add_text(position_, text_.size());
      position_ = text_.size();
      return;
    }
    const std::size_t after = opening + 2;
    const std::size_t sign = sign_length(text_, after);
    add_text(position_, text_end_before(opening, sign == 1 ? text_[after] : ' '));
    position_ = after + sign;
    if (text_[opening + 1] == '#') {
      skip_comment(opening);
    } else if (text_[opening + 1] == '%' && starts_raw()) {
      read_raw(opening);
    } else {
      read_tag(opening, text_[opening + 1] == '{' ? PieceKind::output : PieceKind::tag);
    }
    line_starting_ = text_[position_ - 1] == '\n';
  }

  std::size_t find_opening() const {
    std::size_t at = text_.find('{', position_);
    while (at != std::string_view::npos) {
      const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
      if (next == '{' || next == '%' || next == '#') return at;
      at = text_.find('{', at + 1);
    }
    return at;
  }

  /// Where the text before a tag at `opening` ends: "-" takes all blanks before it away, and a
  /// block tag or comment that stands first on its line takes its indentation away (unless "+").
  std::size_t text_end_before(std::size_t opening, char sign) const {
    const std::string_view text = text_.substr(position_, opening - position_);
    if (sign == '-') {
      const std::size_t last = text.find_last_not_of(blanks);
      return last == std::string_view::npos ? position_ : position_ + last + 1;
    }
    if (sign == '+' || text_[opening + 1] == '{') return opening;
    const std::size_t newline = text.rfind('\n');
    const std::size_t line = newline == std::string_view::npos ? 0 : newline + 1;
    if (line == 0 && !line_starting_) return opening;
    const bool only_blanks = text.find_first_not_of(blanks, line) == std::string_view::npos;
    return only_blanks ? position_ + line : opening;
  }

  void add_text(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    Piece piece;
    piece.text = text_.substr(begin, end - begin);
    piece.place = place(begin, end);
    pieces_.push_back(std::move(piece));
  }

  Place place(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
  }

  void skip_blanks() {
    position_ = std::min(text_.find_first_not_of(blanks, position_), text_.size());
  }

  void skip_newline() {
    if (text_.substr(position_).starts_with("\r\n"))
      position_ += 2;
    else if (text_.substr(position_).starts_with('\n'))
      position_ += 1;
  }

  void skip_comment(std::size_t opening) {
    const std::size_t closing = text_.find("#}", position_);
    if (closing == std::string_view::npos) {
      errors_.at(place(opening, opening + 2), "the comment is never closed",
                 {"write '#}' after it"});
      position_ = text_.size();
      return;
    }
    const char sign = closing > position_ ? text_[closing - 1] : ' ';
    position_ = closing + 2;
    if (sign == '-')
      skip_blanks();
    else if (sign != '+')
      skip_newline();
  }

  /// The offset after the tag whose opening has been read when it holds only `word`.
  std::optional<std::size_t> end_of_word_tag(std::size_t after_opening, std::string_view word,
                                             bool takes_newline) const {
    std::size_t at = text_.find_first_not_of(blanks, after_opening);
    if (at == std::string_view::npos || !text_.substr(at).starts_with(word)) return std::nullopt;
    at = text_.find_first_not_of(blanks, at + word.size());
    if (at == std::string_view::npos) return std::nullopt;
    const char sign = sign_length(text_, at) == 1 ? text_[at] : ' ';
    if (sign != ' ') ++at;
    if (!text_.substr(at).starts_with("%}")) return std::nullopt;
    at += 2;
    if (sign == '-') return std::min(text_.find_first_not_of(blanks, at), text_.size());
    if (!takes_newline || sign == '+') return at;
    if (text_.substr(at).starts_with("\r\n")) return at + 2;
    return text_.substr(at).starts_with('\n') ? at + 1 : at;
  }

  bool starts_raw() const { return end_of_word_tag(position_, "raw", false).has_value(); }

  void read_raw(std::size_t opening) {
    const std::size_t begin = *end_of_word_tag(position_, "raw", false);
    position_ = begin;
    line_starting_ = text_[begin - 1] == '\n';
    for (std::size_t at = text_.find("{%", begin); at != std::string_view::npos;
         at = text_.find("{%", at + 2)) {
      const std::size_t sign = sign_length(text_, at + 2);
      const auto end = end_of_word_tag(at + 2 + sign, "endraw", true);
      if (!end) continue;
      add_text(begin, text_end_before(at, sign == 1 ? text_[at + 2] : ' '));
      position_ = *end;
      return;
    }
    errors_.at(place(opening, begin), "'raw' is never closed", {"write '{% endraw %}' after it"});
    position_ = text_.size();
  }

  void read_tag(std::size_t opening, PieceKind kind) {
    Piece piece;
    piece.kind = kind;
    const std::string_view closing = kind == PieceKind::output ? "}}" : "%}";
    while (!at_closing(closing)) {
      if (position_ >= text_.size()) {
        const std::string tag(text_.substr(opening, 2));
        errors_.at(place(opening, opening + 2), "'" + tag + "' is never closed",
                   {"write '" + std::string(closing) + "' after it"});
        piece.is_broken = true;
        break;
      }
      if (!read_token(piece)) skip_to(closing, piece);
    }
    Token end;
    end.place = place(position_, std::min(position_ + 2, text_.size()));
    piece.tokens.push_back(std::move(end));
    close_tag(kind);
    piece.place = place(opening, position_);
    pieces_.push_back(std::move(piece));
  }

  bool at_closing(std::string_view closing) {
    skip_blanks();
    const std::string_view rest = text_.substr(position_);
    if (rest.starts_with(closing)) return true;
    if (closing == "%}" && rest.starts_with("+%}")) return true;
    return rest.starts_with('-') && rest.substr(1).starts_with(closing);
  }

  /// Steps over "}}", "%}" and their signs, and over the blanks that these take with them.
  void close_tag(PieceKind kind) {
    if (position_ >= text_.size()) return;
    const char sign = sign_length(text_, position_) == 1 ? text_[position_] : ' ';
    position_ += sign == ' ' ? 2 : 3;
    if (sign == '-')
      skip_blanks();
    else if (kind == PieceKind::tag && sign != '+')
      skip_newline();
  }

  /// After a mistake: on to the end of the tag, without reading its tokens.
  void skip_to(std::string_view closing, Piece& piece) {
    piece.is_broken = true;
    position_ = std::min(text_.find(closing, position_), text_.size());
  }

  bool read_token(Piece& piece) {
    const std::size_t begin = position_;
    const std::string_view rest = text_.substr(begin);
    Token token;
    if (digits.find(rest[0]) != std::string_view::npos) {
      token.kind = TokenKind::number;
      position_ = number_end(begin, piece.tokens);
    } else if (name_characters.find(rest[0]) != std::string_view::npos) {
      token.kind = TokenKind::name;
      position_ = std::min(text_.find_first_not_of(name_characters, begin), text_.size());
    } else if (rest[0] == '\'' || rest[0] == '"') {
      token.kind = TokenKind::text;
      if (!read_text(token)) return false;
    } else if (!read_symbol(rest)) {
      errors_.at(place(begin, begin + 1), "this character has no meaning in a tag");
      ++position_;
      return false;
    } else {
      token.kind = TokenKind::symbol;
    }
    token.spelling = text_.substr(begin, position_ - begin);
    token.place = place(begin, position_);
    piece.tokens.push_back(std::move(token));
    return true;
  }

  /// After "." a number is a position and has no places: `rows.0.1` is two of them.
  std::size_t number_end(std::size_t begin, const std::vector<Token>& before) const {
    const std::size_t whole = std::min(text_.find_first_not_of(digits, begin), text_.size());
    const bool is_position = !before.empty() && before.back().spelling == ".";
    const bool has_places = whole + 1 < text_.size() && text_[whole] == '.' &&
                            digits.find(text_[whole + 1]) != std::string_view::npos;
    if (is_position || !has_places) return whole;
    return std::min(text_.find_first_not_of(digits, whole + 1), text_.size());
  }

  bool read_symbol(std::string_view rest) {
    for (const std::string_view symbol : two_character_symbols) {
      if (!rest.starts_with(symbol)) continue;
      position_ += 2;
      return true;
    }
    if (one_character_symbols.find(rest[0]) == std::string_view::npos) return false;
    ++position_;
    return true;
  }

  bool read_text(Token& token) {
    const std::size_t begin = position_;
    const char quote = text_[begin];
    for (++position_; position_ < text_.size() && text_[position_] != quote; ++position_) {
      if (text_[position_] == '\n') break;  // so that one missing quote is one mistake
      if (text_[position_] != '\\') {
        token.text += text_[position_];
        continue;
      }
      ++position_;
      const char escape = position_ < text_.size() ? text_[position_] : ' ';
      const std::size_t known = std::string_view("nrt\\'\"").find(escape);
      if (known == std::string_view::npos) {
        errors_.at(place(position_ - 1, position_ + 1), "unknown escape in a text",
                   {R"(one of: \n, \r, \t, \\, \', \")"});
        return false;
      }
      token.text += "\n\r\t\\'\""[known];
    }
    if (position_ < text_.size() && text_[position_] == quote) {
      ++position_;
      return true;
    }
    errors_.at(place(begin, begin + 1), "the text is never closed",
               {std::string("write ") + quote + " after it"});
    position_ = begin + 1;
    return false;
  }

  std::string_view text_;
  std::uint32_t source_;
  TemplateErrors& errors_;
  std::size_t position_ = 0;
  bool line_starting_ = true;  // the text before `position_` ended a line
  std::vector<Piece> pieces_;
};

}  // namespace

std::string token_name(const Token& token) {
  return token.kind == TokenKind::end ? "the end of the tag" : in_quotes(token.spelling);
}

std::vector<Piece> split_template(const SourceText& source, std::uint32_t source_index,
                                  TemplateErrors& errors) {
  return Lexer(source, source_index, errors).pieces();
}

}  // namespace stagecraft::language
