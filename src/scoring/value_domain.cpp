#include "scoring/value_domain.h"

#include <algorithm>
#include <vector>

#include "scoring/aggregate.h"
#include "scoring/question_states.h"
#include "scoring/score_tree.h"

namespace stagecraft {
namespace {

const NodeRule& rule_of(const ScoringMethod& method, std::size_t node) {
  return node == 0 ? method.overall : method.pillars[node - 1];
}

/// The ends of a sum of which any part may be missing, though not all.
Range sum_domain(const std::vector<Range>& children) {
  Range sums, single = children.front();
  for (const Range& child : children) {
    sums.lowest += std::min<Exact>(child.lowest, 0);
    sums.highest += std::max<Exact>(child.highest, 0);
    single.lowest = std::min(single.lowest, child.lowest);
    single.highest = std::max(single.highest, child.highest);
  }
  return {sums.lowest < 0 ? sums.lowest : single.lowest,
          sums.highest > 0 ? sums.highest : single.highest};
}

std::optional<Range> domain_of(const NodeRule& rule, const std::vector<Range>& children) {
  if (children.empty()) return std::nullopt;
  if (rule.by == Aggregate::sum) return sum_domain(children);
  std::vector<Possible> possibles;
  for (const Range& child : children) possibles.push_back({child, 1, true});
  return aggregate_range(rule, possibles);
}

/// The numbers of stages that a node can have, from 0 for below the first.
Range stage_numbers(const MaturityModel& model) { return {0, model.stages.size()}; }

class Domains {
 public:
  Domains(const MaturityModel& model, const ScoringMethod& method, const ScoreTree& tree)
      : model_(model), method_(method), tree_(tree) {}

  std::optional<Range> of(std::size_t node) const {
    const NodeRule& rule = rule_of(method_, node);
    std::vector<Range> children;
    for (const TreeContribution& each :
         rule.over == Over::questions ? tree_.all(node) : tree_.own(node))
      children.push_back(value_range(model_.questions[each.question->question]));
    if (rule.over != Over::questions)
      for (const PillarIndex pillar : tree_.pillars(node)) {
        if (tree_.all(pillar + 1).empty()) continue;
        const auto child = rule.over == Over::stages ? std::optional(stage_numbers(model_))
                                                     : of(pillar + 1);
        if (child) children.push_back(*child);
      }
    return domain_of(rule, children);
  }

 private:
  const MaturityModel& model_;
  const ScoringMethod& method_;
  const ScoreTree& tree_;
};

}  // namespace

std::optional<Range> value_domain(const MaturityModel& model, const ScoringMethod& method,
                                  std::optional<PillarIndex> pillar) {
  const Assessment nothing;
  const std::vector<QuestionScore> questions = question_scores(model, method, nothing);
  const ScoreTree tree(model, questions);
  return Domains(model, method, tree).of(pillar ? *pillar + 1 : 0);
}

}  // namespace stagecraft
