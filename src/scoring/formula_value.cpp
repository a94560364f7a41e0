#include "scoring/formula_value.h"

#include <algorithm>
#include <cassert>

namespace stagecraft {
namespace {

Exact joined(Formula::Kind kind, const Exact& left, const Exact& right) {
  switch (kind) {
    case Formula::Kind::add:
      return left + right;
    case Formula::Kind::subtract:
      return left - right;
    case Formula::Kind::multiply:
      return left * right;
    default:
      assert(kind == Formula::Kind::divide && right != 0);
      return left / right;
  }
}

Range joined(Formula::Kind kind, const Range& left, const Range& right) {
  const std::vector<Exact> ends{joined(kind, left.lowest, right.lowest),
                                joined(kind, left.lowest, right.highest),
                                joined(kind, left.highest, right.lowest),
                                joined(kind, left.highest, right.highest)};
  const auto [lowest, highest] = std::minmax_element(ends.begin(), ends.end());
  return {*lowest, *highest};
}

}  // namespace

Exact value_of(const Formula& formula, const std::vector<Exact>& inputs) {
  switch (formula.kind) {
    case Formula::Kind::number:
      return formula.number;
    case Formula::Kind::input:
      return inputs[formula.input];
    case Formula::Kind::negate:
      return -value_of(formula.parts[0], inputs);
    default:
      return joined(formula.kind, value_of(formula.parts[0], inputs),
                    value_of(formula.parts[1], inputs));
  }
}

std::optional<Range> range_of(const Formula& formula, const std::vector<Range>& inputs) {
  if (formula.kind == Formula::Kind::number) return Range{formula.number, formula.number};
  if (formula.kind == Formula::Kind::input) return inputs[formula.input];
  const std::optional<Range> left = range_of(formula.parts[0], inputs);
  if (!left) return std::nullopt;
  if (formula.kind == Formula::Kind::negate) return Range{-left->highest, -left->lowest};
  const std::optional<Range> right = range_of(formula.parts[1], inputs);
  if (!right) return std::nullopt;
  if (formula.kind == Formula::Kind::divide && right->lowest <= 0 && right->highest >= 0)
    return std::nullopt;
  return joined(formula.kind, *left, *right);
}

bool uses(const Formula& formula, std::size_t input) {
  if (formula.kind == Formula::Kind::input) return formula.input == input;
  return std::any_of(formula.parts.begin(), formula.parts.end(),
                     [&](const Formula& part) { return uses(part, input); });
}

}  // namespace stagecraft
