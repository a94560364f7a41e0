#pragma once

#include <optional>
#include <vector>

#include "evaluate/evaluation.h"

namespace stagecraft {

/// What the nodes of one list are compared by.
enum class Measure {
  number,  ///< of the stage, counted from 1; 0 below the first
  share,   ///< of the way from the least to the greatest value, 0 to 1
  value
};

/// Several points as few. The mean is exact and no stage.
struct Figures {
  Exact floor;
  Exact mean;
  Exact ceiling;

  Exact spread() const { return ceiling - floor; }
};

/// Requires: there is a point.
Figures figures_of(const std::vector<Exact>& points);

/// One pillar of the profile.
struct ProfilePoint {
  PillarIndex pillar = 0;
  std::optional<Exact> point;  ///< nothing: answers are open or too few
};

/// The pillars that hang on the whole, side by side.
struct Profile {
  Measure measure = Measure::number;  ///< number or share
  std::vector<ProfilePoint> pillars;  ///< those in which something counts, in the model's order
  std::optional<Figures> figures;     ///< nothing without a point
  std::optional<Exact> imbalance;     ///< nothing with fewer than two points
  std::vector<PillarIndex> leading;   ///< those at the ceiling; none without an imbalance
  std::vector<PillarIndex> lagging;   ///< those at the floor; likewise
};

/// How far a node is from its target.
struct NodeTarget {
  StageIndex stage = 0;
  std::optional<Date> by;
  bool is_inherited = false;     ///< from the pillar above, or from the whole
  std::optional<Exact> gap;      ///< in stages, negative beyond the target; nothing: no number
  std::optional<Exact> percent;  ///< of the way from the first stage; may be below 0 or above 100
};

/// One node of the primary method.
struct NodePosition {
  std::optional<PillarIndex> pillar;  ///< nothing: the whole
  std::optional<Exact> number;        ///< nothing: it has no stage
  std::optional<Exact> share;         ///< 0 to 1; nothing: no value, or only one is possible
  std::optional<NodeTarget> target;
};

struct Position {
  std::optional<Profile> profile;   ///< nothing: no pillar counts
  std::vector<NodePosition> nodes;  ///< the whole first, as in MethodScore::nodes
  /// Questions with their highest value that are evidence of a stage above the present one.
  std::vector<QuestionIndex> ahead;
};

/// The number of `node`, a node of `score`; nothing without a stage.
std::optional<Exact> number_of(const MethodScore& score, const NodeScore& node,
                               std::size_t stages);

/// Where a subject stands by the primary method; empty without one. Scores the assessment once
/// more. Rule: content/docs/position.md, "The number of a node" to "Targets".
Position position_of(const AssessmentEvaluation& evaluation);

}  // namespace stagecraft
