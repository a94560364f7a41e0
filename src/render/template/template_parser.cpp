#include "render/template/template_parser.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>

#include "base/suggest.h"

namespace stagecraft::language {
namespace {

constexpr std::size_t nesting_limit = 50;

const std::vector<std::string> tag_names{"if",     "elif",  "else",     "endif",   "for",
                                         "endfor", "block", "endblock", "extends", "include",
                                         "set",    "with",  "endwith",  "raw",     "endraw"};

/// A tag that waits for its end.
struct Open {
  std::string tag;
  Place place;
};

class TemplateParser {
 public:
  TemplateParser(TemplateTree& tree, Program& program, Symbols& symbols, TemplateErrors& errors)
      : tree_(tree), program_(program), symbols_(symbols), errors_(errors) {}

  void run() {
    pieces_ = split_template(*program_.sources[tree_.source], tree_.source, errors_);
    tree_.body = statements({});
    if (!tree_.extends.empty()) check_child();
  }

 private:
  /// Statements up to a tag of `ends`, which is left for the caller; all up to the end of the
  /// template when there are no `ends`. Other ends of tags are reported and stepped over.
  std::vector<Statement> statements(const std::vector<std::string>& ends) {
    std::vector<Statement> result;
    for (; position_ < pieces_.size(); ++position_) {
      const Piece& piece = pieces_[position_];
      if (piece.kind == PieceKind::text) {
        Statement text;
        text.text = piece.text;
        text.place = piece.place;
        result.push_back(std::move(text));
        continue;
      }
      const std::string tag = tag_of(piece);
      if (std::find(ends.begin(), ends.end(), tag) != ends.end()) return result;
      try {
        if (auto statement =
                piece.kind == PieceKind::output ? output(piece) : tag_statement(piece, tag))
          result.push_back(std::move(*statement));
      } catch (const TagMistake& mistake) {
        report(piece, mistake);
      }
    }
    return result;
  }

  void report(const Piece& piece, const TagMistake& mistake) {
    if (!piece.is_broken) errors_.at(mistake.place, mistake.message, mistake.notes);
  }

  static std::string tag_of(const Piece& piece) {
    if (piece.kind != PieceKind::tag || piece.tokens.front().kind != TokenKind::name) return {};
    return std::string(piece.tokens.front().spelling);
  }

  ExpressionParser parser_of(const Piece& piece) {
    return ExpressionParser(piece.tokens, program_, symbols_, loops_ > 0);
  }

  std::optional<Statement> output(const Piece& piece) {
    Statement result;
    result.kind = StatementKind::output;
    result.place = piece.place;
    try {
      read_output(piece, result);
    } catch (const TagMistake& mistake) {
      report(piece, mistake);  // the output stays: what follows it may rely on it
    }
    return result;
  }

  void read_output(const Piece& piece, Statement& result) {
    ExpressionParser parser = parser_of(piece);
    if (parser.next_is("super") && parser.following().spelling == "(") {
      parser.take();
      parser.take();
      parser.expect(")");
      if (blocks_ == 0) throw TagMistake{piece.place, "'super()' stands outside every block", {}};
      result.kind = StatementKind::super;
    } else if (parser.next_is("loop") && parser.following().spelling == "(" && loops_ > 0) {
      if (!is_recursive_) {
        throw TagMistake{
            piece.place, "this 'for' is not recursive", {"write '{% for … in … recursive %}'"}};
      }
      parser.take();
      parser.take();
      result.expression = parser.expression();
      parser.expect(")");
      result.kind = StatementKind::recurse;
    } else {
      if (parser.next().kind == TokenKind::end)
        throw TagMistake{piece.place, "there is nothing to show", {}};
      result.expression = parser.expression();
    }
    parser.expect_end();
  }

  std::optional<Statement> tag_statement(const Piece& piece, const std::string& tag) {
    if (tag == "if") return conditional(piece);
    if (tag == "for") return loop(piece);
    if (tag == "block") return block(piece);
    if (tag == "with") return with(piece);
    if (tag == "set") return assign(piece);
    if (tag == "include") return include(piece);
    if (tag == "extends") return extends(piece), std::nullopt;
    if (tag == "elif" || tag == "else" || tag.starts_with("end")) {
      const std::string message =
          open_.empty() ? in_quotes(tag) + " ends nothing"
                        : in_quotes(tag) + " does not belong in " + in_quotes(open_.back().tag);
      const bool is_known = std::find(tag_names.begin(), tag_names.end(), tag) != tag_names.end();
      throw TagMistake{piece.tokens.front().place,
                       message,
                       {is_known ? opened_note() : choices_note(tag, tag_names)}};
    }
    if (tag.empty()) throw TagMistake{piece.place, "a tag starts with its name", {}};
    throw TagMistake{piece.tokens.front().place,
                     "unknown tag " + in_quotes(tag),
                     {choices_note(tag, tag_names)}};
  }

  std::string opened_note() const {
    if (open_.empty()) return {};
    const Place& place = open_.back().place;
    const LineColumn at = program_.sources[place.source]->place_of(place.offset);
    return in_quotes(open_.back().tag) + " starts in line " + std::to_string(at.line);
  }

  /// Reads the head of a tag that has an end; a mistake in it is reported, and its body is read
  /// all the same, so that the end is not a second mistake.
  template <class Read>
  void read_head(const Piece& piece, const Read& read) {
    try {
      ExpressionParser parser = parser_of(piece);
      parser.take();
      read(parser);
      parser.expect_end();
    } catch (const TagMistake& mistake) {
      report(piece, mistake);
    }
  }

  /// The body of the tag opened last, up to one of `ends`; which one is in end_tag_.
  std::vector<Statement> body(const std::vector<std::string>& ends) {
    if (open_.size() > nesting_limit && !gave_up_) {
      errors_.at(open_.back().place, "tags are nested more than 50 deep");
      gave_up_ = true;
    }
    position_ = gave_up_ ? pieces_.size() : position_ + 1;
    std::vector<Statement> result = statements(ends);
    end_tag_ = position_ < pieces_.size() ? tag_of(pieces_[position_]) : "";
    if (end_tag_.empty() && !gave_up_) {
      errors_.at(open_.back().place, in_quotes(open_.back().tag) + " is never closed",
                 {"write '{% " + ends.front() + " %}' after it"});
    }
    return result;
  }

  void open(const Piece& piece, const std::string& tag) { open_.push_back({tag, piece.place}); }

  void close(const std::string& end) {
    if (end_tag_ == end) expect_only_name(end);
    open_.pop_back();
  }

  /// `{% endblock name %}` may repeat the name; every other end stands alone.
  void expect_only_name(const std::string& end, const std::string& name = "") {
    const Piece& piece = pieces_[position_];
    read_head(piece, [&](ExpressionParser& parser) {
      if (end != "endblock" || name.empty() || parser.next().kind != TokenKind::name) return;
      const Token repeated = parser.take();
      if (repeated.spelling == name) return;
      throw TagMistake{repeated.place, "this ends block " + in_quotes(name), {}};
    });
  }

  std::optional<Statement> conditional(const Piece& piece) {
    Statement result;
    result.kind = StatementKind::conditional;
    result.place = piece.place;
    open(piece, "if");
    std::string tag = "if";
    bool has_else = false;
    while (!tag.empty() && tag != "endif") {
      const Piece& head = pieces_[position_];
      if (has_else && !tag.empty())
        errors_.at(head.tokens.front().place, in_quotes(tag) + " stands after 'else'",
                   {opened_note()});
      has_else = has_else || tag == "else";
      Branch branch;
      read_head(head, [&](ExpressionParser& parser) {
        if (tag != "else") branch.condition = parser.expression_without_if();
      });
      branch.body = body({"endif", "elif", "else"});
      result.branches.push_back(std::move(branch));
      tag = end_tag_;
    }
    close("endif");
    return result;
  }

  std::optional<Statement> loop(const Piece& piece) {
    Statement result;
    result.kind = StatementKind::loop;
    result.place = piece.place;
    bool recursive = false;
    open(piece, "for");
    read_head(piece, [&](ExpressionParser& parser) {
      do {
        result.symbols.push_back(symbols_.of(parser.expect_name("a name").spelling));
      } while (parser.take_if(","));
      parser.expect("in");
      result.expression = parser.expression_without_if();
      if (parser.take_if("if")) result.condition = parser.expression();
      recursive = parser.take_if("recursive");
    });
    const bool outer_recursive = is_recursive_;
    is_recursive_ = recursive;
    ++loops_;
    ++scopes_;
    result.body = body({"endfor", "else"});
    --loops_;
    --scopes_;
    is_recursive_ = outer_recursive;
    if (end_tag_ == "else") {
      expect_only_name("else");
      result.otherwise = body({"endfor"});
    }
    close("endfor");
    return result;
  }

  std::optional<Statement> block(const Piece& piece) {
    Statement result;
    result.kind = StatementKind::block;
    result.place = piece.place;
    open(piece, "block");
    read_head(piece, [&](ExpressionParser& parser) {
      const Token name = parser.expect_name("the name of the block");
      result.name = name.spelling;
      result.place = name.place;
      result.is_scoped = parser.take_if("scoped");
      if (!block_names_.insert(result.name).second)
        throw TagMistake{name.place, "there are two blocks " + in_quotes(name.spelling), {}};
    });
    const auto outer = std::pair(loops_, is_recursive_);
    if (!result.is_scoped) loops_ = 0;
    is_recursive_ = false;
    ++blocks_;
    ++scopes_;
    result.body = body({"endblock"});
    --blocks_;
    --scopes_;
    std::tie(loops_, is_recursive_) = outer;
    if (end_tag_ == "endblock") expect_only_name("endblock", result.name);
    open_.pop_back();
    return result;
  }

  std::optional<Statement> with(const Piece& piece) {
    Statement result;
    result.kind = StatementKind::with;
    result.place = piece.place;
    open(piece, "with");
    read_head(piece, [&](ExpressionParser& parser) {
      do {
        result.symbols.push_back(symbols_.of(parser.expect_name("a name").spelling));
        parser.expect("=");
        result.values.push_back(parser.expression());
      } while (parser.take_if(","));
    });
    result.symbols.resize(result.values.size());
    ++scopes_;
    result.body = body({"endwith"});
    --scopes_;
    close("endwith");
    return result;
  }

  std::optional<Statement> assign(const Piece& piece) {
    Statement result;
    result.kind = StatementKind::assign;
    result.place = piece.place;
    result.is_top_level = scopes_ == 0;
    ExpressionParser parser = parser_of(piece);
    parser.take();
    result.symbols.push_back(symbols_.of(parser.expect_name("a name").spelling));
    if (parser.next().kind == TokenKind::end)
      throw TagMistake{piece.place, "'set' with a body is not part of the language", {}};
    parser.expect("=");
    result.expression = parser.expression();
    parser.expect_end();
    return result;
  }

  std::optional<Statement> include(const Piece& piece) {
    Statement result;
    result.kind = StatementKind::include;
    ExpressionParser parser = parser_of(piece);
    parser.take();
    const Token name = template_name(parser);
    result.name = name.text;
    result.place = name.place;
    parser.expect_end();
    return result;
  }

  void extends(const Piece& piece) {
    ExpressionParser parser = parser_of(piece);
    parser.take();
    const Token name = template_name(parser);
    parser.expect_end();
    if (!open_.empty())
      throw TagMistake{piece.place, "'extends' stands outside every other tag", {}};
    if (!tree_.extends.empty())
      throw TagMistake{piece.place, "a template extends only one other", {}};
    tree_.extends = name.text;
    tree_.extends_place = name.place;
  }

  static Token template_name(ExpressionParser& parser) {
    const Token name = parser.take();
    if (name.kind == TokenKind::text) return name;
    throw TagMistake{name.place,
                     "expected the name of a template in quotes",
                     {"names are fixed, so that every mistake is found before a page is rendered"}};
  }

  /// What a template that extends another may hold besides blocks: nothing that would be lost.
  void check_child() {
    for (const Statement& statement : tree_.body) {
      const bool is_blank =
          statement.kind == StatementKind::text &&
          statement.text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
      if (statement.kind == StatementKind::block || is_blank) continue;
      errors_.at(statement.place, "this stands outside every block and would never be shown",
                 {"the template extends " + in_quotes(tree_.extends)});
      return;
    }
  }

  TemplateTree& tree_;
  Program& program_;
  Symbols& symbols_;
  TemplateErrors& errors_;
  std::vector<Piece> pieces_;
  std::size_t position_ = 0;
  std::vector<Open> open_;
  std::string end_tag_;  // the tag that ended the body read last; empty at the end of the template
  std::set<std::string, std::less<>> block_names_;
  std::size_t loops_ = 0;  // around here, as far as `loop` reaches
  std::size_t blocks_ = 0;
  std::size_t scopes_ = 0;  // blocks, loops and withs around here
  bool is_recursive_ = false;
  bool gave_up_ = false;  // tags are nested too deeply to go on
};

}  // namespace

const Statement* find_block(const std::vector<Statement>& body, std::string_view name) {
  for (const Statement& statement : body) {
    if (statement.kind == StatementKind::block && statement.name == name) return &statement;
    if (const Statement* found = find_block(statement.body, name)) return found;
    if (const Statement* found = find_block(statement.otherwise, name)) return found;
    for (const Branch& branch : statement.branches)
      if (const Statement* found = find_block(branch.body, name)) return found;
  }
  return nullptr;
}

TemplateTree parse_template(const std::string& name, std::uint32_t source_index, Program& program,
                            Symbols& symbols, TemplateErrors& errors) {
  TemplateTree tree;
  tree.name = name;
  tree.source = source_index;
  TemplateParser(tree, program, symbols, errors).run();
  return tree;
}

}  // namespace stagecraft::language
