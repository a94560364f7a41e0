#pragma once

#include <optional>

#include "load/model_parts.h"

namespace stagecraft {

/// The keys of a rule as far as they are written.
struct WrittenRule {
  std::optional<Aggregate> by;
  std::optional<Exact> at_least;
  std::optional<Over> over;
  StageRule stage;

  bool gives_stage() const { return !std::holds_alternative<std::monostate>(stage); }
  /// These keys, and those of `other` that are not written here; what gives a stage counts as one.
  WrittenRule over_those_of(const WrittenRule& other) const;
  /// With the defaults of what is not written.
  NodeRule complete() const;
};

/// The rule that `reader` reads; `weight` is left to the caller.
WrittenRule read_rule(const ModelReading& reading, MapReader& reader);

}  // namespace stagecraft
