// Filters and tests in expressions: which one is meant, and what its arguments are.
#include <algorithm>

#include "base/suggest.h"
#include "render/template/expression_parser.h"
#include "render/template/filters.h"

namespace stagecraft::language {
namespace {

template <class Range>
std::vector<std::string> names_of(const Range& range) {
  std::vector<std::string> result;
  for (const auto& one : range) result.emplace_back(one.name);
  return result;
}

std::vector<std::string> texts_of(std::span<const std::string_view> texts) {
  return {texts.begin(), texts.end()};
}

}  // namespace

ExpressionId ExpressionParser::filter(ExpressionId input) {
  take();
  const Token name = take();
  if (name.kind != TokenKind::name)
    throw TagMistake{name.place, "expected the name of a filter before " + token_name(name), {}};
  Expression node;
  node.kind = ExpressionKind::filter;
  node.a = input;
  node.b = find_filter(name.spelling);
  if (node.b == none) {
    throw TagMistake{name.place,
                     "unknown filter " + in_quotes(name.spelling),
                     {choices_note(name.spelling, names_of(filters()))}};
  }
  const Filter& filter = filters()[node.b];
  if (filter.needs_markdown && !program_.markdown)
    throw TagMistake{name.place, "there is no Markdown here", {}};
  const Expression& before = program_.expressions[input];
  const bool follows_escape =
      before.kind == ExpressionKind::filter &&
      (filters()[before.b].name == "escape" || filters()[before.b].name == "e");
  if (follows_escape) throw TagMistake{name.place, "nothing follows 'escape'", {}};
  const std::span parameters(filter.parameters.data(), parameter_count(filter.parameters));
  const std::vector<ExpressionId> arguments =
      bound_arguments(name, parameters, filter.required, "filter");
  node.place = since(name.place);
  return node_with_arguments(node, arguments);
}

ExpressionId ExpressionParser::test(ExpressionId input) {
  take();
  const bool is_negated = take_if("not");
  const Token name = take();
  if (name.kind != TokenKind::name)
    throw TagMistake{name.place, "expected the name of a test before " + token_name(name), {}};
  Expression node;
  node.kind = ExpressionKind::test;
  node.a = input;
  node.b = find_test(name.spelling);
  if (node.b == none) {
    throw TagMistake{name.place,
                     "unknown test " + in_quotes(name.spelling),
                     {choices_note(name.spelling, names_of(tests()))}};
  }
  std::vector<ExpressionId> arguments;
  if (next_is("(") || tests()[node.b].required == 0) {
    constexpr std::string_view parameter = "value";
    arguments = bound_arguments(name, std::span(&parameter, tests()[node.b].required),
                                tests()[node.b].required, "test");
  } else {
    arguments.push_back(postfix(primary(), false));
  }
  node.place = since(name.place);
  const ExpressionId result = node_with_arguments(node, arguments);
  return is_negated ? unary_node(ExpressionKind::logical_not, result, place_of(input)) : result;
}

std::vector<ExpressionId> ExpressionParser::positional_arguments() {
  expect("(");
  std::vector<ExpressionId> result;
  while (!next_is(")")) {
    if (!result.empty()) expect(",");
    if (!next_is(")")) result.push_back(expression());
  }
  take();
  return result;
}

std::vector<ExpressionId> ExpressionParser::bound_arguments(
    const Token& name, std::span<const std::string_view> parameters, std::size_t required,
    std::string_view what) {
  std::vector<ExpressionId> bound(parameters.size(), none);
  if (take_if("(")) {
    if (++nesting_ > nesting_limit) throw TagMistake{name.place, "this is nested too deeply", {}};
    std::size_t position = 0;
    bool is_first = true;
    while (!next_is(")")) {
      if (!is_first) expect(",");
      is_first = false;
      if (!next_is(")")) bind_argument(bound, position, name, parameters);
    }
    take();
    --nesting_;
  }
  for (std::size_t i = 0; i < required; ++i) {
    if (bound[i] != none) continue;
    throw TagMistake{
        since(name.place),
        std::string(what) + " " + in_quotes(name.spelling) + " needs " + in_quotes(parameters[i]),
        {}};
  }
  return bound;
}

void ExpressionParser::bind_argument(std::vector<ExpressionId>& bound, std::size_t& position,
                                     const Token& name,
                                     std::span<const std::string_view> parameters) {
  const Token first = next();
  if (first.kind == TokenKind::name && following().spelling == "=") {
    const auto found = std::find(parameters.begin(), parameters.end(), first.spelling);
    if (found == parameters.end()) {
      throw TagMistake{first.place,
                       in_quotes(name.spelling) + " has no argument " + in_quotes(first.spelling),
                       {choices_note(first.spelling, texts_of(parameters))}};
    }
    take();
    take();
    position = static_cast<std::size_t>(found - parameters.begin());
  } else if (position >= parameters.size()) {
    throw TagMistake{first.place,
                     "too many arguments for " + in_quotes(name.spelling),
                     {"it takes " + std::to_string(parameters.size())}};
  }
  if (bound[position] != none)
    throw TagMistake{first.place, in_quotes(parameters[position]) + " is given twice", {}};
  bound[position++] = expression();
}

}  // namespace stagecraft::language
