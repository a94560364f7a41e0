#include "render/template/filters.h"

#include <algorithm>

namespace stagecraft::language {
namespace {

Operand default_value(Call& call) {
  const bool also_false = call.truth(1, false);
  const bool is_missing = also_false ? !call.input().is_true() : !call.input().is_defined();
  if (!is_missing) return call.input();
  return call.has(0) ? call.argument_or_undefined(0) : Operand::text("");
}

constexpr Filter general_filters[] = {
    {"default", default_value, 0, {"default_value", "boolean"}, true},
    {"d", default_value, 0, {"default_value", "boolean"}, true},
};

std::vector<Filter> all_filters() {
  std::vector<Filter> result;
  const auto add = [&](std::span<const Filter> some) {
    result.insert(result.end(), some.begin(), some.end());
  };
  add(general_filters);
  add(text_filters());
  add(list_filters());
  add(locale_filters());
  return result;
}

template <class Named>
std::uint32_t find_named(std::span<const Named> all, std::string_view name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.name == name; });
  return found == all.end() ? none : static_cast<std::uint32_t>(found - all.begin());
}

}  // namespace

Operand Call::argument(std::size_t index) {
  const ExpressionId id = argument_id(index);
  return evaluation_.defined(evaluation_.value_of(id), id);
}

Operand Call::argument_or_undefined(std::size_t index) {
  return evaluation_.value_of(argument_id(index));
}

std::string_view Call::text(std::size_t index, std::string_view otherwise) {
  if (!has(index)) return otherwise;
  const Operand value = argument(index);
  if (!value.is(OperandKind::text))
    fail_argument(index, "expected a text, this is " + std::string(value.kind_name()));
  return value.as_text();
}

std::int64_t Call::integer(std::size_t index, std::int64_t otherwise) {
  if (!has(index)) return otherwise;
  const Operand value = argument(index);
  if (!value.is(OperandKind::integer))
    fail_argument(index, "expected a whole number, this is " + std::string(value.kind_name()));
  return value.as_integer();
}

bool Call::truth(std::size_t index, bool otherwise) {
  return has(index) ? argument(index).is_true() : otherwise;
}

std::string_view Call::input_text() const {
  if (!input_.is(OperandKind::text))
    fail("needs a text, this is " + std::string(input_.kind_name()));
  return input_.as_text();
}

Exact Call::input_number() const {
  if (!input_.is_number()) fail("needs a number, this is " + std::string(input_.kind_name()));
  return input_.number();
}

const Operand& Call::input_list() const {
  if (!input_.is_list()) fail("needs a list, this is " + std::string(input_.kind_name()));
  return input_;
}

void Call::fail(std::string message, std::vector<std::string> notes) const {
  const bool is_filter = node().kind == ExpressionKind::filter;
  const std::string_view name = is_filter ? filters()[node().b].name : tests()[node().b].name;
  throw RenderFailure{place(), "'" + std::string(name) + "' " + message, std::move(notes)};
}

void Call::fail_argument(std::size_t index, const std::string& message,
                         std::vector<std::string> notes) const {
  throw RenderFailure{evaluation_.expression(argument_id(index)).place, message, std::move(notes)};
}

std::span<const Filter> filters() {
  static const std::vector<Filter> all = all_filters();
  return all;
}

std::uint32_t find_filter(std::string_view name) {
  return find_named(filters(), name);
}
std::uint32_t find_test(std::string_view name) {
  return find_named(tests(), name);
}

std::size_t parameter_count(const ParameterNames& parameters) {
  return static_cast<std::size_t>(
      std::find(parameters.begin(), parameters.end(), std::string_view()) - parameters.begin());
}

Operand apply_filter(Evaluation& evaluation, ExpressionId id) {
  const Expression& node = evaluation.expression(id);
  const Filter& filter = filters()[node.b];
  Operand input = evaluation.value_of(node.a);
  if (!filter.takes_undefined) input = evaluation.defined(input, node.a);
  Call call(evaluation, id, input);
  return filter.apply(call);
}

bool apply_test(Evaluation& evaluation, ExpressionId id) {
  const Expression& node = evaluation.expression(id);
  const Test& test = tests()[node.b];
  Operand input = evaluation.value_of(node.a);
  if (!test.takes_undefined) input = evaluation.defined(input, node.a);
  Call call(evaluation, id, input);
  return test.apply(call);
}

}  // namespace stagecraft::language
