#include "evaluate/series.h"

#include <algorithm>
#include <cassert>

namespace stagecraft {
namespace {

bool has_result(const SeriesPoint& point) {
  return point.reading.stage || point.reading.is_below_first || point.reading.value;
}

/// Whether `step` compares node number `index` over all that was answered at both dates.
bool rests_on_the_same(const Trend& step, std::size_t index, const SeriesPoint& then,
                       const SeriesPoint& now) {
  if (!then.point || !now.point || index >= step.nodes.size()) return false;
  const NodeTrend& node = step.nodes[index];
  return node.then && node.now && node.then == then.reading.value &&
         node.now == now.reading.value;
}

SeriesLink link_of(const Trend& step, std::size_t index, const SeriesPoint& then,
                   const SeriesPoint& now) {
  if (!rests_on_the_same(step, index, then, now)) return SeriesLink::none;
  return step.is_assumed ? SeriesLink::assumed : SeriesLink::same;
}

}  // namespace

Series series_of(const std::vector<AssessmentEvaluation>& dates) {
  assert(dates.size() >= 2);
  Series series;
  std::vector<Position> positions;
  for (const AssessmentEvaluation& date : dates) positions.push_back(position_of(date));
  for (std::size_t i = 1; i < dates.size(); ++i)
    series.steps.push_back(trend_between(dates[i - 1], dates[i]));
  if (dates.front().scores.methods.empty()) return series;

  const auto has_number = [](const Position& position) {
    return std::any_of(position.nodes.begin(), position.nodes.end(),
                       [](const NodePosition& node) { return node.number.has_value(); });
  };
  if (std::none_of(positions.begin(), positions.end(), has_number))
    series.measure = Measure::share;
  const std::size_t nodes = dates.front().scores.methods.front().nodes.size();
  for (std::size_t index = 0; index < nodes; ++index) {
    SeriesNode node;
    node.pillar = dates.front().scores.methods.front().nodes[index].pillar;
    for (std::size_t i = 0; i < dates.size(); ++i) {
      const NodePosition& position = positions[i].nodes[index];
      SeriesPoint point;
      point.reading = dates[i].scores.methods.front().nodes[index].result;
      point.point = series.measure == Measure::number ? position.number : position.share;
      if (i > 0) point.link = link_of(series.steps[i - 1], index, node.points.back(), point);
      node.points.push_back(std::move(point));
    }
    if (std::any_of(node.points.begin(), node.points.end(), has_result))
      series.nodes.push_back(std::move(node));
  }
  return series;
}

}  // namespace stagecraft
