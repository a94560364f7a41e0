// The tokens of a tag in, expressions of the program out. Names of filters, tests, their parameters
// and the fields of `loop` are checked here; values are not known yet.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "render/template/lexer.h"
#include "render/template/program.h"

namespace stagecraft::language {

/// Gives every name of the set one number.
class Symbols {
 public:
  explicit Symbols(Program& program) : program_(program) {}
  SymbolId of(std::string_view name);

 private:
  Program& program_;
  std::unordered_map<std::string, SymbolId> known_;
};

/// Reads one tag from left to right. Every function throws TagMistake at the first mistake.
class ExpressionParser {
 public:
  /// `tokens` end with an `end`. `inside_loop`: whether `loop` has a meaning here.
  ExpressionParser(std::span<const Token> tokens, Program& program, Symbols& symbols,
                   bool inside_loop)
      : tokens_(tokens), program_(program), symbols_(symbols), inside_loop_(inside_loop) {}

  ExpressionId expression();             ///< with inline if
  ExpressionId expression_without_if();  ///< where a following `if` belongs to the tag

  const Token& next() const { return tokens_[position_]; }
  const Token& following() const { return tokens_[std::min(position_ + 1, tokens_.size() - 1)]; }
  Token take();
  bool next_is(std::string_view spelling) const;
  bool take_if(std::string_view spelling);
  void expect(std::string_view spelling);
  Token expect_name(std::string_view what);  ///< an identifier that is no word of the language
  void expect_end();

  /// The source from the start of `first` to the end of the token read last.
  Place since(const Place& first) const;

 private:
  static constexpr std::size_t nesting_limit = 50;  // of brackets and prefixes

  ExpressionId disjunction();
  ExpressionId conjunction();
  ExpressionId negation();
  ExpressionId comparison();
  ExpressionId sum();
  ExpressionId concatenation();
  ExpressionId product();
  ExpressionId unary(bool with_filters);
  ExpressionId primary();
  ExpressionId postfix(ExpressionId object, bool with_filters);
  ExpressionId member(ExpressionId object);
  ExpressionId element(ExpressionId object);
  ExpressionId filter(ExpressionId input);
  ExpressionId test(ExpressionId input);
  ExpressionId named_value();
  ExpressionId loop_value();
  ExpressionId list();
  std::vector<ExpressionId> positional_arguments();
  std::vector<ExpressionId> bound_arguments(const Token& name,
                                            std::span<const std::string_view> parameters,
                                            std::size_t required, std::string_view what);
  void bind_argument(std::vector<ExpressionId>& bound, std::size_t& position, const Token& name,
                     std::span<const std::string_view> parameters);

  ExpressionId constant(Value value, const Place& place);
  ExpressionId unary_node(ExpressionKind kind, ExpressionId a, const Place& first);
  ExpressionId binary_node(ExpressionKind kind, ExpressionId a, ExpressionId b);
  ExpressionId node_with_arguments(Expression node, const std::vector<ExpressionId>& arguments);
  ExpressionId add(Expression node);
  const Place& place_of(ExpressionId id) const { return program_.expressions[id].place; }

  std::span<const Token> tokens_;
  Program& program_;
  Symbols& symbols_;
  bool inside_loop_;
  std::size_t position_ = 0;
  std::size_t nesting_ = 0;
};

}  // namespace stagecraft::language
