#pragma once

#include "base/exact.h"
#include "render/chart/svg_writer.h"

namespace stagecraft {

/// Numbers from `low` to `high`, which differ, laid out evenly from `left` to `right`.
struct PlotScale {
  Exact low;
  Exact high;
  Length left;
  Length right;

  /// Where `number` stands; what lies outside stands at the nearer end.
  Length at(const Exact& number) const;
};

}  // namespace stagecraft
