#include "evaluate/portfolio.h"

#include <cassert>

namespace stagecraft {

void Portfolio::add(const Assessment& assessment) {
  assert(assessment.model == model_.id);
  ++assessments_;
  Latest& latest = subjects_[assessment.subject.id];
  if (latest.date.is_given() && assessment.date < latest.date) return;
  latest = {assessment.date, {}};
  if (model_.methods.empty()) return;
  const MethodScore score = score_by(model_, model_.methods.front(), assessment);
  for (const NodeScore& node : score.nodes)
    latest.nodes.push_back({node.result.stage, node.result.is_below_first,
                            number_of(score, node, model_.stages.size())});
}

PortfolioNode Portfolio::summary_of(std::size_t node) const {
  PortfolioNode summary;
  if (node > 0) summary.pillar = node - 1;
  summary.by_stage.resize(model_.stages.size());
  std::vector<Exact> numbers;
  for (const auto& [subject, latest] : subjects_) {
    const Standing& standing = latest.nodes[node];
    if (standing.stage)
      ++summary.by_stage[*standing.stage];
    else if (standing.is_below_first)
      ++summary.below_first;
    else
      ++summary.without_stage;
    if (standing.number) numbers.push_back(*standing.number);
  }
  if (numbers.size() < least_for_averages) return summary;
  summary.figures = figures_of(numbers);
  summary.median = median_of(std::move(numbers));
  return summary;
}

PortfolioSummary Portfolio::summary() const {
  PortfolioSummary summary;
  summary.assessments = assessments_;
  summary.subjects = subjects_.size();
  if (model_.methods.empty()) return summary;
  for (std::size_t node = 0; node <= model_.pillars.size(); ++node)
    summary.nodes.push_back(summary_of(node));
  return summary;
}

}  // namespace stagecraft
