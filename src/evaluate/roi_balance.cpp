#include "evaluate/roi_balance.h"

#include <algorithm>

#include "scoring/formula_value.h"

namespace stagecraft {
namespace {

constexpr int year_months = 12;

/// How many months at full size the first `months` are worth, growing evenly over `ramp` of them.
Exact ramped(int months, int ramp) {
  if (ramp == 0) return months;
  if (months <= ramp) return Exact(months) * (months + 1) / (2 * ramp);
  return Exact(ramp + 1) / 2 + (months - ramp);
}

/// `amount` per month, where it falls in more than once.
Exact monthly(const Exact& amount, Every every) {
  return every == Every::year ? Exact(amount / year_months) : amount;
}

}  // namespace

Exact RoiBalance::benefits_by(int month) const {
  return flows_.benefits_at_start + flows_.benefits_monthly * ramped(month, flows_.ramp);
}

Exact RoiBalance::costs_by(int month) const {
  return flows_.costs_at_start + flows_.costs_monthly * month;
}

std::vector<Exact> RoiBalances::amounts(const std::vector<Exact>& inputs) const {
  std::vector<Exact> amounts;
  for (const RoiLineResult& line : lines_) amounts.push_back(value_of(line.line->formula, inputs));
  return amounts;
}

RoiBalance RoiBalances::with(const std::vector<Exact>& amounts) const {
  RoiBalance::Flows flows;
  flows.ramp = model_.ramp_months;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const RoiLine& line = *lines_[i].line;
    const Exact amount = amounts[i] * lines_[i].trust;
    if (line.kind == RoiKind::cost)
      (line.every == Every::once ? flows.costs_at_start : flows.costs_monthly) +=
          monthly(amount, line.every);
    else
      (line.every == Every::once ? flows.benefits_at_start : flows.benefits_monthly) +=
          monthly(amount, line.every);
  }
  return RoiBalance(std::move(flows));
}

Exact RoiBalances::total(std::size_t line, const Exact& amount) const {
  const RoiLine& declared = *lines_[line].line;
  const Exact counted = amount * lines_[line].trust;
  if (declared.every == Every::once) return counted;
  const int ramp = declared.kind == RoiKind::cost ? 0 : model_.ramp_months;
  return monthly(counted, declared.every) * ramped(model_.horizon, ramp);
}

Exact RoiBalances::net(const std::vector<Exact>& inputs) const {
  return with(amounts(inputs)).after(model_.horizon);
}

Exact present_value(const RoiBalance& balance, int horizon, const Exact& rate) {
  const Exact growth = 1 + rate / 100;
  Exact total = balance.after(0), divisor = 1;
  for (int start = 0; start < horizon; start += year_months) {
    divisor *= growth;
    const int end = std::min(start + year_months, horizon);
    total += (balance.after(end) - balance.after(start)) / divisor;
  }
  return total;
}

}  // namespace stagecraft
