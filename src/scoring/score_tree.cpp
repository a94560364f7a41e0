#include "scoring/score_tree.h"

#include <algorithm>
#include <tuple>

namespace stagecraft {

ScoreTree::ScoreTree(const MaturityModel& model, const std::vector<QuestionScore>& questions)
    : own_(model.pillars.size() + 1), pillars_(model.pillars.size() + 1) {
  for (const QuestionScore& score : questions)
    for (const Contribution& contribution : model.questions[score.question].contributions)
      own_[contribution.pillar ? *contribution.pillar + 1 : 0].push_back({&score, &contribution});
  for (PillarIndex pillar = 0; pillar < model.pillars.size(); ++pillar) {
    const std::optional<PillarIndex> parent = model.pillars[pillar].parent;
    pillars_[parent ? *parent + 1 : 0].push_back(pillar);
  }
}

void ScoreTree::collect(std::size_t node, std::vector<TreeContribution>& contributions) const {
  contributions.insert(contributions.end(), own_[node].begin(), own_[node].end());
  for (const PillarIndex pillar : pillars_[node]) collect(pillar + 1, contributions);
}

std::vector<TreeContribution> ScoreTree::all(std::size_t node) const {
  std::vector<TreeContribution> contributions;
  collect(node, contributions);
  // Both lie in vectors: their addresses have the order of the questions and of what they count
  // towards.
  std::sort(contributions.begin(), contributions.end(),
            [](const TreeContribution& a, const TreeContribution& b) {
              return std::tie(a.question, a.contribution) < std::tie(b.question, b.contribution);
            });
  return contributions;
}

}  // namespace stagecraft
