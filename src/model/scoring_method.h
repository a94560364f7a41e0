#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/exact.h"
#include "model/part.h"

namespace stagecraft {

/// Meaning of all that follows: content/docs/scoring.md.

/// What an open question does.
enum class UnansweredPolicy { lowest, skip, voids };

/// What a question does that does not apply.
enum class NotApplicablePolicy { exclude, forbid };

/// How answers of several teams or respondents become one. Teams never combine by majority.
enum class Combination { mean, median, min, max, majority };

/// How the value of a node is made.
enum class Aggregate { count, sum, mean, weighted_mean, min, max, median, none };

/// Of what the value of a node is made.
enum class Over { children, questions, stages };

/// Values from `from` up to, but not including, the next band's `from` mean `stage`.
struct Band {
  Exact from;
  StageIndex stage = 0;
  std::string meaning;   ///< what the result says
  std::string priority;  ///< what to do first
};

/// Ascending; the first begins at or below the lowest value there can be.
using Bands = std::vector<Band>;

/// At least `percent` of what `stage` asks.
struct StageThreshold {
  StageIndex stage = 0;
  Exact percent;
};

/// What has to hold for a stage. Exactly one of the three.
struct NeedsAll {};
struct NeedsShare {
  Exact percent;  ///< of what this and all lower stages ask together
};
struct NeedsEach {
  std::vector<StageThreshold> thresholds;  ///< by stage, ascending
};

struct Prerequisite {
  StageIndex stage = 0;
  std::variant<NeedsAll, NeedsShare, NeedsEach> needs;
  std::string meaning;
  std::string priority;
};

/// Ascending by stage, at most one for each.
using Prerequisites = std::vector<Prerequisite>;

/// The value is the number of a stage.
enum class StageNumber { chosen, fractional };

/// How a value becomes a stage; monostate: it does not.
using StageRule = std::variant<std::monostate, Bands, Prerequisites, StageNumber>;

/// How one node gets its value and its stage.
struct NodeRule {
  Aggregate by = Aggregate::mean;
  Exact at_least = 1;  ///< for count
  Over over = Over::children;
  StageRule stage;

  bool gives_stage() const { return !std::holds_alternative<std::monostate>(stage); }
};

/// One declared way from answers to scores and stages.
struct ScoringMethod {
  MethodId id;
  std::string title;
  std::string rule;      ///< the rule in words
  std::string own_note;  ///< said beside the results; may be empty
  SourceId source;
  std::vector<QuestionIndex> questions;  ///< what it looks at, ascending; all can be scored
  UnansweredPolicy unanswered = UnansweredPolicy::lowest;
  NotApplicablePolicy not_applicable = NotApplicablePolicy::exclude;
  Exact enough;  ///< the share of questions that must be answered, from 0 to 1
  Combination teams = Combination::mean;
  Combination respondents = Combination::mean;
  int digits = 2;                      ///< decimals that are shown, 0 to 6
  NodeRule overall;
  std::vector<NodeRule> pillars;       ///< one per pillar of the model
  std::vector<Exact> pillar_weights;   ///< likewise, above 0
};

}  // namespace stagecraft
