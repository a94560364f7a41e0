#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/exact.h"
#include "render/chart/svg_writer.h"

namespace stagecraft {

/// How one range is drawn: solid for today's, hollow for the target's.
enum class RangeRole { other, today, target };

/// A range on a line of its own. A missing end means that the range is open there.
/// At least one end; low <= high.
struct TypicalRange {
  std::string label;       ///< before the range: "Stage 2"
  std::string range_text;  ///< after it: "40 to 60 %"
  std::optional<Exact> low;
  std::optional<Exact> high;
  RangeRole role = RangeRole::other;
};

/// One measured value against the ranges that are typical of several stages.
struct RangeChart {
  std::vector<TypicalRange> ranges;  ///< at least one
  std::optional<Exact> value;        ///< nothing: not measured, which is never drawn as zero
  std::string value_text;            ///< "52 %", or what to say when there is no value
  std::optional<Exact> limit;        ///< an open range needs no room beyond it: 100 for shares
  std::string title;
  std::string description;  ///< may be empty
};

/// From `low` to `high` with a mark every `step`; both ends are multiples of `step`.
struct Scale {
  Exact low;
  Exact high;
  Exact step;
};

/// The scale of a chart. It depends on the ranges and the limit, never on the value: charts of
/// one KPI keep their scale from client to client, and a value outside is shown as an arrow with
/// its number. It begins at zero unless a range is negative.
/// Requires: ranges as RangeChart says.
Scale scale_of(const std::vector<TypicalRange>& ranges, const std::optional<Exact>& limit);

/// The chart as an SVG image. `id` is unique on its page: the two widths have two ids.
/// Requires: as RangeChart says.
std::string draw_range_chart(const RangeChart& chart, ChartWidth width, std::string_view id);

}  // namespace stagecraft
