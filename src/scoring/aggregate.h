#pragma once

#include <optional>
#include <vector>

#include "base/exact.h"
#include "model/scoring_method.h"
#include "scoring/question_value.h"

namespace stagecraft {

/// A value and its share where values are averaged by weight.
struct Weighted {
  Exact value;
  Exact weight = 1;
};

/// What `rule` makes of `values`; nothing when there are none, or it makes none. Rule:
/// content/docs/scoring.md, section 4.
std::optional<Exact> aggregate(const NodeRule& rule, const std::vector<Weighted>& values);

/// Something that a node is made of and that could still turn out either way.
struct Possible {
  Range range;
  Exact weight = 1;
  bool is_optional = false;  ///< it may turn out not to be there at all
};

/// The least and the greatest that `rule` can make of `children`; nothing when there are none, or
/// it makes none. Exact without optional children, else an outer bound (section 6).
std::optional<Range> aggregate_range(const NodeRule& rule, const std::vector<Possible>& children);

}  // namespace stagecraft
