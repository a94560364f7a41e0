#pragma once

#include <optional>
#include <vector>

#include "scoring/score.h"

namespace stagecraft {

/// One contribution of a question, hanging on a node.
struct TreeContribution {
  const QuestionScore* question = nullptr;
  const Contribution* contribution = nullptr;
};

/// The whole and its pillars with what hangs on them. Rule: content/docs/scoring.md, section 3.
/// Nodes are numbered 0 for the whole and pillar + 1 for a pillar, so parents come before children.
/// Points into the model and the questions that it is made from, which outlive it.
class ScoreTree {
 public:
  ScoreTree(const MaturityModel& model, const std::vector<QuestionScore>& questions);

  std::size_t size() const { return own_.size(); }
  /// Those that hang on the node directly, in the order of the questions.
  const std::vector<TreeContribution>& own(std::size_t node) const { return own_[node]; }
  /// The pillars that hang on the node, in their order.
  const std::vector<PillarIndex>& pillars(std::size_t node) const { return pillars_[node]; }
  /// Those of the node and of all below it, in the order of the questions.
  std::vector<TreeContribution> all(std::size_t node) const;

 private:
  void collect(std::size_t node, std::vector<TreeContribution>& contributions) const;

  std::vector<std::vector<TreeContribution>> own_;
  std::vector<std::vector<PillarIndex>> pillars_;
};

}  // namespace stagecraft
