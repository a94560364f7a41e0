#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/exact.h"
#include "model/part.h"

namespace stagecraft {

/// What a pillar looks like at one stage.
struct Descriptor {
  std::string text;    ///< empty: the model gives none
  std::string absent;  ///< why the cell is empty on purpose; empty: it is not, or nobody said so
};

/// One node of the tree of what is assessed.
struct Pillar : Part<PillarId> {
  std::optional<PillarIndex> parent;  ///< nothing: it hangs on the whole
  std::size_t depth = 0;              ///< 0 for a pillar that hangs on the whole
  std::vector<std::string> aliases;
  std::string definition;
  std::vector<std::string> scope;
  std::string from;  ///< what maturing leads away from
  std::string to;    ///< and to
  Exact weight = 1;  ///< above 0
  std::vector<Descriptor> descriptors;  ///< one per stage, in stage order
};

}  // namespace stagecraft
