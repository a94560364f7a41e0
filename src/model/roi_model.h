#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/exact.h"
#include "model/part.h"

namespace stagecraft {

/// A formula of numbers, inputs, + - * / and unary minus, as a tree.
struct Formula {
  enum class Kind { number, input, add, subtract, multiply, divide, negate };
  Kind kind = Kind::number;
  Exact number;                ///< of `number`
  std::size_t input = 0;       ///< of `input`: its place in RoiModel::inputs
  std::vector<Formula> parts;  ///< two of the operators, one of `negate`, else none
};

enum class RoiUnit { number, percent, money, hours, months };

/// What a reader can change.
struct RoiInput : Part<RoiInputId> {
  RoiUnit unit = RoiUnit::number;
  Exact low;
  Exact expected;
  Exact high;
  std::string help;  ///< where a reader finds the own number
};

enum class RoiKind { benefit, saving, cost };
enum class Every { month, year, once };

struct RoiLine : Part<RoiLineId> {
  RoiKind kind = RoiKind::benefit;
  std::string amount;  ///< the formula as written
  Formula formula;
  Every every = Every::month;
  bool is_lift = false;  ///< an effect that has to be proven
  std::string text;
};

/// What a step is worth, as a calculation; costs are subtracted. The rule: content/docs/roi.md.
struct RoiModel {
  std::string title;
  std::string text;
  SourceId source;
  std::vector<RoiInput> inputs;
  std::vector<RoiLine> lines;
  int ramp_months = 0;        ///< until benefits have their full size, growing evenly; 0: at once
  int horizon = 60;           ///< months that are looked at
  std::optional<Exact> rate;  ///< per cent a year, 0 to 100; nothing: no present value
  /// What is believed of an effect, in per cent, by ProofMethod; none above that of a stronger one.
  std::array<Exact, 4> trust{100, 80, 50, 25};
  std::vector<std::string> other_benefits;
};

}  // namespace stagecraft
