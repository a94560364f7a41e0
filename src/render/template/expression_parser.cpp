#include "render/template/expression_parser.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/suggest.h"
#include "render/template/filters.h"

namespace stagecraft::language {
namespace {

constexpr std::uint8_t depth_limit = 200;  // of the tree: long chains lean to the left

constexpr std::array<std::string_view, 12> reserved_words{
    "and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "loop", "super"};

constexpr std::array<std::string_view, 11> loop_fields{
    "index",  "index0", "revindex", "revindex0", "first",   "last",
    "length", "depth",  "depth0",   "previtem",  "nextitem"};

std::vector<std::string> texts_of(std::span<const std::string_view> texts) {
  return {texts.begin(), texts.end()};
}

/// An integer where the token has no point and 64 bits are enough.
Value number_of(const Token& token) {
  const auto value = parse_decimal(token.spelling);
  if (!value) throw TagMistake{token.place, "this number has too many digits", {}};
  const bool has_point = token.spelling.find('.') != std::string_view::npos;
  const auto whole = has_point ? std::nullopt : whole_number(*value);
  return whole ? Value(*whole) : Value(*value);
}

}  // namespace

SymbolId Symbols::of(std::string_view name) {
  const auto [found, is_new] =
      known_.try_emplace(std::string(name), static_cast<SymbolId>(program_.symbols.size()));
  if (is_new) program_.symbols.emplace_back(name);
  return found->second;
}

Token ExpressionParser::take() {
  const Token token = next();
  if (token.kind != TokenKind::end) ++position_;
  return token;
}

bool ExpressionParser::next_is(std::string_view spelling) const {
  return next().kind != TokenKind::text && next().kind != TokenKind::end &&
         next().spelling == spelling;
}

bool ExpressionParser::take_if(std::string_view spelling) {
  if (!next_is(spelling)) return false;
  ++position_;
  return true;
}

void ExpressionParser::expect(std::string_view spelling) {
  if (take_if(spelling)) return;
  throw TagMistake{
      next().place, "expected " + in_quotes(spelling) + " before " + token_name(next()), {}};
}

Token ExpressionParser::expect_name(std::string_view what) {
  const bool is_reserved = std::find(reserved_words.begin(), reserved_words.end(),
                                     next().spelling) != reserved_words.end();
  if (next().kind != TokenKind::name || is_reserved) {
    throw TagMistake{
        next().place,
        "expected " + std::string(what) + " before " + token_name(next()),
        {is_reserved ? in_quotes(next().spelling) + " is a word of the language" : ""}};
  }
  return take();
}

void ExpressionParser::expect_end() {
  if (next().kind == TokenKind::end) return;
  std::string note;
  if (next_is("=")) note = "'==' compares, 'set' assigns";
  throw TagMistake{next().place, token_name(next()) + " does not belong here", {note}};
}

Place ExpressionParser::since(const Place& first) const {
  const Place& last = tokens_[position_ > 0 ? position_ - 1 : 0].place;
  return {first.source, first.offset, last.offset + last.length - first.offset};
}

ExpressionId ExpressionParser::expression() {
  ExpressionId value = disjunction();
  while (take_if("if")) {
    Expression node;
    node.kind = ExpressionKind::conditional;
    node.b = value;
    node.a = disjunction();
    if (take_if("else")) node.c = expression();
    node.place = since(place_of(value));
    value = add(node);
  }
  return value;
}

ExpressionId ExpressionParser::expression_without_if() {
  return disjunction();
}

ExpressionId ExpressionParser::disjunction() {
  ExpressionId left = conjunction();
  while (take_if("or")) left = binary_node(ExpressionKind::logical_or, left, conjunction());
  return left;
}

ExpressionId ExpressionParser::conjunction() {
  ExpressionId left = negation();
  while (take_if("and")) left = binary_node(ExpressionKind::logical_and, left, negation());
  return left;
}

ExpressionId ExpressionParser::negation() {
  if (!next_is("not")) return comparison();
  const Place first = take().place;
  if (++nesting_ > nesting_limit) throw TagMistake{first, "this is nested too deeply", {}};
  const ExpressionId inner = negation();
  --nesting_;
  return unary_node(ExpressionKind::logical_not, inner, first);
}

ExpressionId ExpressionParser::comparison() {
  constexpr std::array<std::pair<std::string_view, ExpressionKind>, 6> operators{
      {{"==", ExpressionKind::equal},
       {"!=", ExpressionKind::not_equal},
       {"<", ExpressionKind::less},
       {"<=", ExpressionKind::less_equal},
       {">", ExpressionKind::greater},
       {">=", ExpressionKind::greater_equal}}};
  ExpressionId left = sum();
  ExpressionId chain = none;  // a < b < c is (a < b) and (b < c)
  for (;;) {
    const auto found = std::find_if(operators.begin(), operators.end(),
                                    [&](const auto& one) { return next_is(one.first); });
    const bool is_not_in = next_is("not") && following().spelling == "in";
    ExpressionId link = none;
    ExpressionId right = none;
    if (found != operators.end()) {
      take();
      right = sum();
      link = binary_node(found->second, left, right);
    } else if (next_is("in") || is_not_in) {
      const Place first = place_of(left);
      take();
      if (is_not_in) take();
      right = sum();
      link = binary_node(ExpressionKind::contained, left, right);
      if (is_not_in) link = unary_node(ExpressionKind::logical_not, link, first);
    } else {
      return chain == none ? left : chain;
    }
    chain = chain == none ? link : binary_node(ExpressionKind::logical_and, chain, link);
    left = right;
  }
}

ExpressionId ExpressionParser::sum() {
  ExpressionId left = concatenation();
  while (next_is("+") || next_is("-")) {
    const bool adds = take().spelling == "+";
    left =
        binary_node(adds ? ExpressionKind::add : ExpressionKind::subtract, left, concatenation());
  }
  return left;
}

ExpressionId ExpressionParser::concatenation() {
  ExpressionId left = product();
  while (take_if("~")) left = binary_node(ExpressionKind::concatenate, left, product());
  return left;
}

ExpressionId ExpressionParser::product() {
  constexpr std::array<std::pair<std::string_view, ExpressionKind>, 4> operators{
      {{"*", ExpressionKind::multiply},
       {"/", ExpressionKind::divide},
       {"//", ExpressionKind::floor_divide},
       {"%", ExpressionKind::remainder}}};
  ExpressionId left = unary(true);
  for (;;) {
    const auto found = std::find_if(operators.begin(), operators.end(),
                                    [&](const auto& one) { return next_is(one.first); });
    if (next_is("**")) throw TagMistake{next().place, "'**' is not part of the language", {}};
    if (found == operators.end()) return left;
    take();
    left = binary_node(found->second, left, unary(true));
  }
}

ExpressionId ExpressionParser::unary(bool with_filters) {
  if (!next_is("-") && !next_is("+")) return postfix(primary(), with_filters);
  const Token sign = take();
  if (++nesting_ > nesting_limit) throw TagMistake{sign.place, "this is nested too deeply", {}};
  const ExpressionId inner = unary(false);
  --nesting_;
  const auto kind = sign.spelling == "-" ? ExpressionKind::negate : ExpressionKind::plus;
  return postfix(unary_node(kind, inner, sign.place), with_filters);
}

ExpressionId ExpressionParser::primary() {
  const Token& token = next();
  if (token.kind == TokenKind::text) {
    const Token text = take();
    return constant(Value(text.text), text.place);
  }
  if (token.kind == TokenKind::number) {
    const Token number = take();
    return constant(number_of(number), number.place);
  }
  if (token.kind == TokenKind::name) return named_value();
  if (next_is("[")) return list();
  if (!next_is("("))
    throw TagMistake{token.place, "expected a value before " + token_name(token), {}};
  const Place first = take().place;
  if (++nesting_ > nesting_limit) throw TagMistake{first, "this is nested too deeply", {}};
  const ExpressionId inner = expression();
  if (next_is(","))
    throw TagMistake{next().place, "tuples are not part of the language", {"write a list: [a, b]"}};
  expect(")");
  --nesting_;
  return inner;
}

ExpressionId ExpressionParser::named_value() {
  const std::string_view word = next().spelling;
  const Place place = next().place;
  if (word == "loop") return loop_value();
  if (word == "super") {
    throw TagMistake{place, "'super()' stands alone in its tag", {"write '{{ super() }}'"}};
  }
  if (word == "true" || word == "True") return take(), constant(true, place);
  if (word == "false" || word == "False") return take(), constant(false, place);
  if (word == "none" || word == "None") return take(), constant(Value(), place);
  const Token name = expect_name("a value");
  Expression node;
  node.kind = ExpressionKind::name;
  node.a = symbols_.of(name.spelling);
  node.place = name.place;
  return add(node);
}

ExpressionId ExpressionParser::loop_value() {
  const Token loop = take();
  if (!inside_loop_) {
    throw TagMistake{loop.place,
                     "'loop' has a meaning only inside 'for'",
                     {"included templates and blocks do not see the loop around them"}};
  }
  if (next_is("(")) {
    throw TagMistake{
        loop.place, "'loop(…)' stands alone in its tag", {"write '{{ loop(items) }}'"}};
  }
  expect(".");
  const Token field = take();
  Expression node;
  if (field.spelling == "cycle" || field.spelling == "changed") {
    node.kind =
        field.spelling == "cycle" ? ExpressionKind::loop_cycle : ExpressionKind::loop_changed;
    const std::vector<ExpressionId> arguments = positional_arguments();
    node.place = since(loop.place);
    if (arguments.empty())
      throw TagMistake{node.place, "'loop." + std::string(field.spelling) + "' needs a value", {}};
    return node_with_arguments(node, arguments);
  }
  const auto found = std::find(loop_fields.begin(), loop_fields.end(), field.spelling);
  if (found == loop_fields.end()) {
    std::vector<std::string> choices = texts_of(loop_fields);
    choices.insert(choices.end(), {"cycle", "changed"});
    throw TagMistake{
        field.place, "'loop' has no " + token_name(field), {choices_note(field.spelling, choices)}};
  }
  node.kind = ExpressionKind::loop_field;
  node.a = static_cast<std::uint32_t>(found - loop_fields.begin());
  node.place = since(loop.place);
  return add(node);
}

ExpressionId ExpressionParser::list() {
  const Place first = take().place;
  if (++nesting_ > nesting_limit) throw TagMistake{first, "this is nested too deeply", {}};
  std::vector<ExpressionId> items;
  while (!next_is("]")) {
    if (!items.empty()) expect(",");
    if (!next_is("]")) items.push_back(expression());
  }
  take();
  --nesting_;
  Expression node;
  node.kind = ExpressionKind::list;
  node.place = since(first);
  return node_with_arguments(node, items);
}

ExpressionId ExpressionParser::postfix(ExpressionId object, bool with_filters) {
  for (;;) {
    if (next_is("."))
      object = member(object);
    else if (next_is("["))
      object = element(object);
    else if (next_is("("))
      break;
    else if (with_filters && next_is("|"))
      object = filter(object);
    else if (with_filters && next_is("is"))
      object = test(object);
    else
      return object;
  }
  const Expression& called = program_.expressions[object];
  const bool is_items =
      called.kind == ExpressionKind::member && program_.symbols[called.b] == "items";
  throw TagMistake{
      called.place,
      "nothing can be called here",
      {is_items ? "write '| items'"
                : "there are 'super()', 'loop(…)', 'loop.cycle(…)' and 'loop.changed(…)'"}};
}

ExpressionId ExpressionParser::member(ExpressionId object) {
  take();
  const Token name = take();
  Expression node;
  node.a = object;
  if (name.kind == TokenKind::number) {
    node.kind = ExpressionKind::index;
    node.b = constant(number_of(name), name.place);
  } else if (name.kind == TokenKind::name) {
    node.kind = ExpressionKind::member;
    node.b = symbols_.of(name.spelling);
  } else {
    throw TagMistake{name.place, "expected a name after '.'", {}};
  }
  node.place = node.kind == ExpressionKind::member ? name.place : since(place_of(object));
  return add(node);
}

ExpressionId ExpressionParser::element(ExpressionId object) {
  take();
  if (++nesting_ > nesting_limit) throw TagMistake{next().place, "this is nested too deeply", {}};
  Expression node;
  node.kind = ExpressionKind::index;
  node.a = object;
  node.b = expression();
  if (next_is(":")) throw TagMistake{next().place, "slices are not part of the language", {}};
  expect("]");
  --nesting_;
  node.place = since(place_of(object));
  return add(node);
}

ExpressionId ExpressionParser::constant(Value value, const Place& place) {
  Expression node;
  node.kind = ExpressionKind::constant;
  node.a = static_cast<std::uint32_t>(program_.constants.size());
  node.place = place;
  program_.constants.push_back(std::move(value));
  program_.expressions.push_back(node);
  return static_cast<ExpressionId>(program_.expressions.size() - 1);
}

ExpressionId ExpressionParser::unary_node(ExpressionKind kind, ExpressionId a, const Place& first) {
  Expression node;
  node.kind = kind;
  node.a = a;
  node.place = since(first);
  return add(node);
}

ExpressionId ExpressionParser::binary_node(ExpressionKind kind, ExpressionId a, ExpressionId b) {
  Expression node;
  node.kind = kind;
  node.a = a;
  node.b = b;
  node.place = since(place_of(a));
  return add(node);
}

ExpressionId ExpressionParser::node_with_arguments(Expression node,
                                                   const std::vector<ExpressionId>& arguments) {
  if (arguments.size() > std::numeric_limits<std::uint16_t>::max())
    throw TagMistake{node.place, "this list is too long", {}};
  node.first_argument = static_cast<std::uint32_t>(program_.arguments.size());
  node.argument_count = static_cast<std::uint16_t>(arguments.size());
  program_.arguments.insert(program_.arguments.end(), arguments.begin(), arguments.end());
  return add(node);
}

ExpressionId ExpressionParser::add(Expression node) {
  const auto grow = [&](ExpressionId id) {
    if (id == none) return;
    node.depth = std::max<std::uint8_t>(node.depth, program_.expressions[id].depth + 1);
  };
  const bool has_a = node.kind != ExpressionKind::name && node.kind != ExpressionKind::loop_field;
  const bool has_b = node.kind != ExpressionKind::member && node.kind != ExpressionKind::filter &&
                     node.kind != ExpressionKind::test;
  if (has_a) grow(node.a);
  if (has_b) grow(node.b);
  grow(node.c);
  for (std::uint32_t i = 0; i < node.argument_count; ++i)
    grow(program_.arguments[node.first_argument + i]);
  if (node.depth > depth_limit) throw TagMistake{node.place, "this expression is too long", {}};
  program_.expressions.push_back(node);
  return static_cast<ExpressionId>(program_.expressions.size() - 1);
}

}  // namespace stagecraft::language
