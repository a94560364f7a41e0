#include "scoring/aggregate.h"

#include <algorithm>

namespace stagecraft {
namespace {

Exact sum_of(const std::vector<Weighted>& values) {
  Exact sum;
  for (const Weighted& each : values) sum += each.value;
  return sum;
}

Exact weighted_mean_of(const std::vector<Weighted>& values) {
  Exact sum, weight;
  for (const Weighted& each : values) {
    sum += each.weight * each.value;
    weight += each.weight;
  }
  return sum / weight;
}

bool is_lower(const Weighted& a, const Weighted& b) { return a.value < b.value; }

Exact median_value(const std::vector<Weighted>& values) {
  std::vector<Exact> plain;
  for (const Weighted& each : values) plain.push_back(each.value);
  return median_of(std::move(plain));
}

/// Takes an optional child into the range of the certain ones.
void widen(Range& range, const NodeRule& rule, const Range& child) {
  if (rule.by == Aggregate::sum) {
    if (child.lowest < 0) range.lowest += child.lowest;
    if (child.highest > 0) range.highest += child.highest;
  } else if (rule.by == Aggregate::count) {
    if (child.highest >= rule.at_least) range.highest += 1;
  } else {
    range.lowest = std::min(range.lowest, child.lowest);
    range.highest = std::max(range.highest, child.highest);
  }
}

}  // namespace

std::optional<Exact> aggregate(const NodeRule& rule, const std::vector<Weighted>& values) {
  if (values.empty()) return std::nullopt;
  switch (rule.by) {
    case Aggregate::count:
      return Exact(std::count_if(values.begin(), values.end(), [&](const Weighted& each) {
        return each.value >= rule.at_least;
      }));
    case Aggregate::sum: return sum_of(values);
    case Aggregate::mean: return sum_of(values) / values.size();
    case Aggregate::weighted_mean: return weighted_mean_of(values);
    case Aggregate::min: return std::min_element(values.begin(), values.end(), is_lower)->value;
    case Aggregate::max: return std::max_element(values.begin(), values.end(), is_lower)->value;
    case Aggregate::median: return median_value(values);
    case Aggregate::none: return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Range> aggregate_range(const NodeRule& rule, const std::vector<Possible>& children) {
  if (children.empty() || rule.by == Aggregate::none) return std::nullopt;
  std::vector<Weighted> lowest, highest;
  for (const Possible& child : children) {
    if (child.is_optional) continue;
    lowest.push_back({child.range.lowest, child.weight});
    highest.push_back({child.range.highest, child.weight});
  }
  const bool adds_up = rule.by == Aggregate::sum || rule.by == Aggregate::count;
  bool has_range = adds_up || !lowest.empty();
  Range range;
  if (!lowest.empty()) {
    range.lowest = *aggregate(rule, lowest);
    range.highest = *aggregate(rule, highest);
  }
  for (const Possible& child : children) {
    if (!child.is_optional) continue;
    if (!has_range) range = child.range;
    has_range = true;
    widen(range, rule, child.range);
  }
  return range;
}

}  // namespace stagecraft
