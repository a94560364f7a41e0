#include "evaluate/roi.h"

#include <algorithm>
#include <functional>

#include "evaluate/roi_balance.h"
#include "scoring/formula_value.h"

namespace stagecraft {
namespace {

constexpr int payback_limit = 60;
constexpr int most_rounds = 10;

using Ends = std::vector<InputEnd>;
using Better = std::function<bool(const Exact&, const Exact&)>;

std::vector<RoiInputValue> values_of(const RoiModel& model, const RoiInputs* given) {
  std::vector<RoiInputValue> values;
  for (const RoiInput& input : model.inputs) {
    RoiInputValue value{&input, nullptr, input.low, input.expected, input.high};
    if (given) {
      const auto own = given->values.find(input.id);
      if (own != given->values.end())
        value = {&input, &own->second, own->second.low, own->second.expected, own->second.high};
    }
    values.push_back(std::move(value));
  }
  return values;
}

std::vector<Exact> at_ends(const std::vector<RoiInputValue>& inputs, const Ends& ends) {
  std::vector<Exact> values;
  for (std::size_t i = 0; i < inputs.size(); ++i) values.push_back(inputs[i].at(ends[i]));
  return values;
}

/// The weakest method that is given for an input of `line`; estimate where none is.
ProofMethod weakest_proof(const RoiLine& line, const std::vector<RoiInputValue>& inputs) {
  std::optional<ProofMethod> weakest;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const RoiValue* given = inputs[i].given;
    if (given && given->method && uses(line.formula, i))
      weakest = std::max(weakest.value_or(*given->method), *given->method);
  }
  return weakest.value_or(ProofMethod::estimate);
}

std::vector<RoiLineResult> lines_of(const RoiModel& model,
                                    const std::vector<RoiInputValue>& inputs) {
  std::vector<RoiLineResult> lines;
  for (const RoiLine& line : model.lines) {
    RoiLineResult result;
    result.line = &line;
    if (line.is_lift) {
      result.proof = weakest_proof(line, inputs);
      result.trust = model.trust[static_cast<std::size_t>(*result.proof)] / 100;
    }
    lines.push_back(std::move(result));
  }
  return lines;
}

bool can_divide_by_zero(const RoiModel& model, const std::vector<RoiInputValue>& inputs) {
  std::vector<Range> ranges;
  for (const RoiInputValue& input : inputs) ranges.push_back({input.low, input.high});
  return std::any_of(model.lines.begin(), model.lines.end(), [&](const RoiLine& line) {
    return !range_of(line.formula, ranges);
  });
}

/// The ends that make the net as good as they can by the measure of `better`, found input by input.
Ends ends_by(const RoiBalances& balances, const std::vector<RoiInputValue>& inputs,
             const Better& better) {
  Ends ends(inputs.size(), InputEnd::expected);
  Exact best = balances.net(at_ends(inputs, ends));
  for (int round = 0; round < most_rounds; ++round) {
    bool has_changed = false;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      InputEnd found = ends[i];
      for (const InputEnd end : {InputEnd::low, InputEnd::high}) {
        Ends tried = ends;
        tried[i] = end;
        const Exact net = balances.net(at_ends(inputs, tried));
        if (!better(net, best)) continue;
        best = net;
        found = end;
      }
      has_changed = has_changed || found != ends[i];
      ends[i] = found;
    }
    if (!has_changed) break;
  }
  return ends;
}

/// The first month from which on the balance is never below 0 again.
std::optional<int> payback_of(const RoiBalance& balance) {
  std::optional<int> month;
  for (int after = payback_limit; after >= 0 && balance.after(after) >= 0; --after) month = after;
  return month;
}

RoiCase case_of(const RoiModel& model, const RoiBalance& balance) {
  const int horizon = model.horizon;
  RoiCase result;
  result.benefits = balance.benefits_by(horizon);
  result.costs = balance.costs_by(horizon);
  result.net = result.benefits - result.costs;
  if (result.costs > 0) result.return_percent = Exact(result.net / result.costs * 100);
  result.payback_month = payback_of(balance);
  result.cost_of_delay = result.net - balance.after(horizon - 1);
  if (model.rate) result.present_value = present_value(balance, horizon, *model.rate);
  return result;
}

std::vector<RoiSensitivity> sensitivity_of(const RoiBalances& balances,
                                           const std::vector<RoiInputValue>& inputs) {
  const Ends expected(inputs.size(), InputEnd::expected);
  const Exact net = balances.net(at_ends(inputs, expected));
  std::vector<RoiSensitivity> result;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (inputs[i].low == inputs[i].high) continue;
    RoiSensitivity one{i, 0, 0, 0};
    Ends ends = expected;
    ends[i] = InputEnd::low;
    one.net_at_low = balances.net(at_ends(inputs, ends));
    ends[i] = InputEnd::high;
    one.net_at_high = balances.net(at_ends(inputs, ends));
    const auto [least, greatest] = std::minmax({net, one.net_at_low, one.net_at_high});
    one.swing = greatest - least;
    result.push_back(std::move(one));
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const RoiSensitivity& a, const RoiSensitivity& b) {
                     return a.swing > b.swing;
                   });
  return result;
}

}  // namespace

const Exact& RoiInputValue::at(InputEnd end) const {
  return end == InputEnd::low ? low : end == InputEnd::high ? high : expected;
}

std::optional<RoiResult> calculate_roi(const RoiModel& model, const RoiInputs* given) {
  RoiResult result;
  result.model = &model;
  result.inputs = values_of(model, given);
  if (can_divide_by_zero(model, result.inputs)) return std::nullopt;
  result.lines = lines_of(model, result.inputs);

  const RoiBalances balances(model, result.lines);
  const Ends expected(result.inputs.size(), InputEnd::expected);
  const Ends low = ends_by(balances, result.inputs, std::less<Exact>());
  const Ends high = ends_by(balances, result.inputs, std::greater<Exact>());
  for (std::size_t i = 0; i < result.inputs.size(); ++i) {
    result.inputs[i].in_low = low[i];
    result.inputs[i].in_high = high[i];
  }
  const auto fill = [&](const Ends& ends, auto of_line, RoiCase& whole) {
    const std::vector<Exact> amounts = balances.amounts(at_ends(result.inputs, ends));
    for (std::size_t i = 0; i < result.lines.size(); ++i) {
      result.lines[i].amount.*of_line = amounts[i];
      result.lines[i].total.*of_line = balances.total(i, amounts[i]);
    }
    whole = case_of(model, balances.with(amounts));
  };
  fill(low, &ByCase<Exact>::low, result.cases.low);
  fill(expected, &ByCase<Exact>::expected, result.cases.expected);
  fill(high, &ByCase<Exact>::high, result.cases.high);
  result.sensitivity = sensitivity_of(balances, result.inputs);
  return result;
}

}  // namespace stagecraft
