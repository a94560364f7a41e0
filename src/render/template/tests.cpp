// The tests: `x is defined`, `n is even`.
#include "render/template/filters.h"

namespace stagecraft::language {
namespace {

bool is_defined(Call& call) {
  return call.input().is_defined();
}
bool is_undefined(Call& call) {
  return !call.input().is_defined();
}
bool is_none(Call& call) {
  return call.input().is(OperandKind::null);
}
bool is_boolean(Call& call) {
  return call.input().is(OperandKind::boolean);
}
bool is_mapping(Call& call) {
  return call.input().is(OperandKind::map);
}
bool is_integer(Call& call) {
  return call.input().is(OperandKind::integer);
}

bool is_string(Call& call) {
  return call.input().is(OperandKind::text) || call.input().is(OperandKind::markup);
}

// Jinja2 counts truth values as numbers, and texts and maps as sequences.
bool is_number(Call& call) {
  return call.input().is_number() || is_boolean(call);
}
bool is_sequence(Call& call) {
  return call.input().is_list() || is_string(call) || is_mapping(call);
}

bool is_true(Call& call) {
  return is_boolean(call) && call.input().as_boolean();
}
bool is_false(Call& call) {
  return is_boolean(call) && !call.input().as_boolean();
}

bool is_multiple(Call& call, const Operand& divisor) {
  const Operand& number = call.input();
  if (!number.is(OperandKind::integer) || !divisor.is(OperandKind::integer))
    call.fail("needs whole numbers");
  if (divisor.as_integer() == 0) call.fail("cannot divide by zero");
  return divisor.as_integer() == -1 || number.as_integer() % divisor.as_integer() == 0;
}

bool is_even(Call& call) {
  return is_multiple(call, Operand::integer(2));
}
bool is_odd(Call& call) {
  return !is_multiple(call, Operand::integer(2));
}
bool is_divisible_by(Call& call) {
  return is_multiple(call, call.argument(0));
}

bool is_equal_to(Call& call) {
  try {
    return are_equal(call.input(), call.argument(0));
  } catch (const IncomparableOperands&) {
    call.fail("cannot compare a truth value with a number");
  }
}

constexpr Test all_tests[] = {
    {"defined", is_defined, 0, true},
    {"undefined", is_undefined, 0, true},
    {"none", is_none},
    {"boolean", is_boolean},
    {"true", is_true},
    {"false", is_false},
    {"string", is_string},
    {"number", is_number},
    {"integer", is_integer},
    {"mapping", is_mapping},
    {"sequence", is_sequence},
    {"even", is_even},
    {"odd", is_odd},
    {"divisibleby", is_divisible_by, 1},
    {"equalto", is_equal_to, 1},
};

}  // namespace

std::span<const Test> tests() {
  return all_tests;
}

}  // namespace stagecraft::language
