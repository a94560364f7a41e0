#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/exact.h"
#include "render/chart/svg_writer.h"

namespace stagecraft {

/// How many axes a radar can have and still be read.
inline constexpr std::size_t least_radar_axes = 5;
inline constexpr std::size_t most_radar_axes = 8;

struct RadarAxis {
  std::string label;
  Exact value;                  ///< 0, the centre, to Radar::high
  std::optional<Exact> target;  ///< likewise; all axes have one, or the targets are not drawn
};

/// Values and targets on axes around a centre, in the order given.
struct Radar {
  std::vector<RadarAxis> axes;  ///< least_radar_axes to most_radar_axes
  int high = 1;                 ///< at least 1: a ring for each whole number up to it
  std::string value_label;      ///< what the lines mean
  std::string target_label;
  std::string title;
  std::string description;  ///< may be empty
};

/// The radar as an SVG image: two outlines, no areas. `id` is unique on its page: the two widths
/// have two ids. Requires: as Radar says.
std::string draw_radar(const Radar& radar, ChartWidth width, std::string_view id);

}  // namespace stagecraft
