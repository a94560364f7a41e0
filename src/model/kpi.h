#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/exact.h"
#include "model/part.h"

namespace stagecraft {

enum class Unit {
  percent,  ///< 40 means 40 %
  times,    ///< 2 means twice the baseline
  number,   ///< a count
  points,   ///< a score on a scale that the definition names
  money,    ///< in the currency of the assessment
  hours,
  minutes,
  days,
  text  ///< the KPI has no number
};

enum class Direction { higher_is_better, lower_is_better };

/// Whether a KPI foretells results or records them.
enum class Timing { leading, lagging };

/// How a measured value was arrived at, the strongest first.
enum class ProofMethod { holdout, ab_test, before_after, estimate };

enum class TypicalKind {
  range,       ///< `low`, and `high` unless the range is open: "40 to 60 %", "10 % or more"
  words,       ///< `words`: never to be read as a number
  not_defined  ///< the model gives no value at this stage; `words`: why, may be empty
};

/// What is typical of one KPI at one stage. Range ends belong to the range.
struct TypicalValue {
  TypicalKind kind = TypicalKind::not_defined;
  std::optional<Exact> low;
  std::optional<Exact> high;
  std::string words;
  std::string note;
  std::string window;  ///< the time that it covers, where it is not the KPI's
  SourceId source;     ///< where it is not the KPI's
};

/// `source` is that of the typical values; empty when there are none, or they are the authors' own.
struct Kpi : Part<KpiId> {
  Unit unit = Unit::percent;
  std::string baseline;  ///< for Unit::times: what it is a multiple of
  Direction direction = Direction::higher_is_better;
  Timing timing = Timing::lagging;
  std::string definition;
  std::string formula;      ///< in words
  std::string data_source;  ///< where the number usually comes from
  std::string owner;        ///< the role that answers for it
  std::string cadence;      ///< how often it is looked at
  std::string window;       ///< the time that it covers
  std::optional<PillarIndex> pillar;
  std::vector<KpiId> leads_to;        ///< what a leading one foretells
  std::vector<TypicalValue> typical;  ///< one per stage, in stage order
};

}  // namespace stagecraft
