#pragma once

#include <optional>
#include <vector>

#include "evaluate/evaluation.h"
#include "evaluate/position.h"
#include "evaluate/trend.h"

namespace stagecraft {

/// How a point of a series goes on from the one before it.
enum class SeriesLink {
  none,     ///< there is none, or the two do not rest on the same questions
  assumed,  ///< they do, if the questions still say the same, which nobody could check
  same
};

/// One node at one date, as it was reported then.
struct SeriesPoint {
  Reading reading;
  std::optional<Exact> point;  ///< by Series::measure; nothing: not assessed, which is not zero
  SeriesLink link = SeriesLink::none;
};

struct SeriesNode {
  std::optional<PillarIndex> pillar;  ///< nothing: the whole
  std::vector<SeriesPoint> points;    ///< one for each date
};

/// The assessments of one subject by one model, side by side.
struct Series {
  Measure measure = Measure::number;  ///< number, or share where no node ever has one
  std::vector<Trend> steps;           ///< from each date to the next: one less than dates
  std::vector<SeriesNode> nodes;  ///< those that have a result at some date, the whole first
};

/// What became of a subject. Requires: `dates` are at least two, ascending, of one subject and by
/// one model. Rule: content/docs/trend.md, "The page of a trend".
Series series_of(const std::vector<AssessmentEvaluation>& dates);

}  // namespace stagecraft
