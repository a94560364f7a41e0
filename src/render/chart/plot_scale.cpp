#include "render/chart/plot_scale.h"

#include <algorithm>

namespace stagecraft {

Length PlotScale::at(const Exact& number) const {
  const Exact inside = std::clamp(number, low, high);
  const Exact offset = (inside - low) / (high - low) * Exact((right - left).hundredths);
  return left + Length{whole_number(floor(offset + Exact(1, 2))).value()};
}

}  // namespace stagecraft
