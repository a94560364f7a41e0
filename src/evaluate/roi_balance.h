#pragma once

#include <vector>

#include "base/exact.h"
#include "evaluate/roi.h"

namespace stagecraft {

// What comes in and goes out, month by month. Rule: content/docs/roi.md, "Months".

/// The balance of one case.
class RoiBalance {
 public:
  /// Amounts of benefits and of costs, at the start and per month at full size; `ramp` months until
  /// the monthly benefits have it.
  struct Flows {
    Exact benefits_at_start;
    Exact benefits_monthly;
    Exact costs_at_start;
    Exact costs_monthly;
    int ramp = 0;
  };

  explicit RoiBalance(Flows flows) : flows_(std::move(flows)) {}

  Exact benefits_by(int month) const;
  Exact costs_by(int month) const;
  /// What has come in less what has gone out by the end of `month`; 0 is the start.
  Exact after(int month) const { return benefits_by(month) - costs_by(month); }

 private:
  Flows flows_;
};

/// The balances that a calculation can have, whatever its inputs are.
class RoiBalances {
 public:
  /// Both outlive it. Uses `line` and `trust` of `lines`.
  RoiBalances(const RoiModel& model, const std::vector<RoiLineResult>& lines)
      : model_(model), lines_(lines) {}

  /// What the formulas of the lines give for one value of each input.
  std::vector<Exact> amounts(const std::vector<Exact>& inputs) const;
  RoiBalance with(const std::vector<Exact>& amounts) const;
  /// What counts of `amount`, of the line at `line`, by the end of the horizon.
  Exact total(std::size_t line, const Exact& amount) const;
  /// The balance at the end of the horizon.
  Exact net(const std::vector<Exact>& inputs) const;

 private:
  const RoiModel& model_;
  const std::vector<RoiLineResult>& lines_;
};

/// The balance up to month `horizon`, with what falls into the nth twelve months divided n times by
/// 1 + `rate` / 100; `rate` is per cent a year and not below 0.
Exact present_value(const RoiBalance& balance, int horizon, const Exact& rate);

}  // namespace stagecraft
