#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/exact.h"
#include "model/assessment.h"
#include "model/roi_model.h"

namespace stagecraft {

/// Which of its values an input has.
enum class InputEnd { low, expected, high };

/// An input with the values that count.
struct RoiInputValue {
  const RoiInput* input = nullptr;
  const RoiValue* given = nullptr;  ///< null: the values are examples of the model
  Exact low;
  Exact expected;
  Exact high;
  InputEnd in_low = InputEnd::expected;  ///< what it has in the low case: its cautious end
  InputEnd in_high = InputEnd::expected;

  const Exact& at(InputEnd end) const;
};

/// Something in the three cases. Lowest to highest only where it is said so.
template <class Value>
struct ByCase {
  Value low{};
  Value expected{};
  Value high{};
};

struct RoiLineResult {
  const RoiLine* line = nullptr;
  std::optional<ProofMethod> proof;  ///< of a lift: the weakest method of its inputs
  Exact trust = 1;                   ///< 0 to 1: what the amount is multiplied by
  ByCase<Exact> amount;              ///< what the formula gives, per month, per year or once
  ByCase<Exact> total;               ///< what counts of it by the end of the horizon
};

/// What all lines come to by the end of the horizon.
struct RoiCase {
  Exact benefits;
  Exact costs;
  Exact net;
  std::optional<Exact> return_percent;  ///< nothing: there are no costs
  std::optional<int> payback_month;     ///< 0 to 60; nothing: not within five years
  Exact cost_of_delay;                  ///< of one month; not above 0: waiting costs nothing
  std::optional<Exact> present_value;   ///< nothing: the model gives no rate
};

/// How far one input alone moves the net.
struct RoiSensitivity {
  std::size_t input = 0;  ///< place in RoiResult::inputs
  Exact net_at_low;
  Exact net_at_high;
  Exact swing;  ///< 0 or more
};

/// What a calculation comes to. Points into the model and the assessment.
struct RoiResult {
  const RoiModel* model = nullptr;
  std::vector<RoiInputValue> inputs;  ///< in the model's order
  std::vector<RoiLineResult> lines;   ///< in the model's order
  ByCase<RoiCase> cases;              ///< by net, low is the least and high the greatest
  /// Of the inputs whose ends differ, the greatest swing first.
  std::vector<RoiSensitivity> sensitivity;
};

/// The calculation of `model` with the values that `given` has; null: with the model's examples
/// alone. Rule: content/docs/roi.md. Nothing when a divisor can be 0, which load excludes.
std::optional<RoiResult> calculate_roi(const RoiModel& model, const RoiInputs* given);

}  // namespace stagecraft
