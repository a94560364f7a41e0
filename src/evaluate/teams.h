#pragma once

#include <optional>
#include <vector>

#include "evaluate/evaluation.h"
#include "evaluate/position.h"

namespace stagecraft {

/// What one team alone comes to.
struct TeamResult {
  std::size_t team = 0;          ///< its place in Assessment::teams
  std::vector<NodeScore> nodes;  ///< the whole first
  std::optional<Exact> point;    ///< the number of the whole, or its value
};

struct TeamComparison {
  std::vector<TeamResult> teams;    ///< in the order of the assessment
  Measure measure = Measure::number;  ///< number, or value where the whole has no stage
  std::optional<Figures> figures;   ///< of all points; nothing without one
  std::vector<std::size_t> lowest;  ///< the teams at the floor
};

/// Nothing without teams or without a method. Scores the assessment once for each team. Rule:
/// content/docs/respondents.md, "Teams".
std::optional<TeamComparison> compare_teams(const AssessmentEvaluation& evaluation);

}  // namespace stagecraft
