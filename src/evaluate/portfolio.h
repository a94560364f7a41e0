#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "evaluate/evaluation.h"
#include "evaluate/position.h"

namespace stagecraft {

/// Averages are made of no fewer subjects than this: fewer could be told apart.
inline constexpr std::size_t least_for_averages = 5;

/// One node over many subjects.
struct PortfolioNode {
  std::optional<PillarIndex> pillar;   ///< nothing: the whole
  std::vector<std::size_t> by_stage;   ///< how many subjects are at each stage
  std::size_t below_first = 0;
  std::size_t without_stage = 0;
  /// Of the numbers of those that have one; nothing for fewer than five.
  std::optional<Figures> figures;
  std::optional<Exact> median;  ///< likewise
};

struct PortfolioSummary {
  std::size_t assessments = 0;
  std::size_t subjects = 0;          ///< of each the latest assessment counts
  std::vector<PortfolioNode> nodes;  ///< by the primary method, the whole first; none without one
};

/// Collects one assessment after the other; keeps a few numbers for each subject and nothing else.
/// Rule: content/docs/trend.md, "Many subjects".
class Portfolio {
 public:
  explicit Portfolio(const MaturityModel& model) : model_(model) {}

  /// Requires: made with the model of this portfolio.
  void add(const Assessment& assessment);

  PortfolioSummary summary() const;

 private:
  /// What is kept of a node.
  struct Standing {
    std::optional<StageIndex> stage;
    bool is_below_first = false;
    std::optional<Exact> number;
  };
  struct Latest {
    Date date;
    std::vector<Standing> nodes;
  };

  PortfolioNode summary_of(std::size_t node) const;

  const MaturityModel& model_;
  std::size_t assessments_ = 0;
  std::map<SubjectId, Latest> subjects_;
};

}  // namespace stagecraft
