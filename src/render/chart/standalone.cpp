#include "render/chart/standalone.h"

#include <array>
#include <cassert>
#include <utility>

namespace stagecraft {
namespace {

constexpr std::string_view style =
    R"(text{font:13px "Liberation Sans",Arial,Helvetica,sans-serif;fill:INK}
.step-title{font:20px Georgia,"Liberation Serif",serif}
.step-title-today,.dot-strong{font-weight:600}
.step-number{font-size:15px;fill:QUIET}
.step-number-large{font:26px Georgia,"Liberation Serif",serif}
.mark-today-label,.mark-target-label,
.mark-possible-label{font-size:16px;font-weight:600;fill:ACCENT}
.tick,.range-text,.range-label,.axis-label,.dot-key,.bar-number{fill:QUIET}
.range-label-marked{fill:INK;font-weight:600}.value-text{font-size:14px;font-weight:600}
.no-value{fill:QUIET;font-style:italic}
.quick-wins-label{fill:ACCENT;font-weight:600}
.dot-number{fill:PAPER;font-weight:600}
.tread{stroke:INK;stroke-width:2}.tread-beyond{stroke:MARK}.tread-ahead{stroke:ACCENT}
.tread-today,.tread-possible{stroke:ACCENT;stroke-width:6}.tread-possible{stroke-dasharray:2 4}
.riser{stroke:MARK}.leader,.grid,.plot-line,.row-line{stroke:RULE}.zero,.axis{stroke:INK}
.mark-today{fill:ACCENT;stroke:PAPER;stroke-width:2}
.mark-possible{fill:PAPER;stroke:ACCENT;stroke-width:2}
.mark-target,.plot-ring,.quick-wins{fill:none;stroke:ACCENT;stroke-width:2}
.outline{fill:none;stroke:MARK}.range,.plot-range,.time-bar,.fall-bar{fill:MARK}
.range-today,.time-bar-marked,.fall-bar-total{fill:ACCENT}
.range-target{fill:PAPER;stroke:ACCENT;stroke-width:2}
.value-halo{stroke:PAPER;stroke-width:6}.value-line{stroke:INK;stroke-width:2}
.value-arrow,.dot{fill:INK}.plot-dot{fill:ACCENT;stroke:PAPER;stroke-width:1.5}
.fall-bar-less{fill:PAPER;stroke:MARK;stroke-width:2}
)";

constexpr Colour printer_paper{255, 255, 255};

/// `share` per cent of `ink` on `paper`.
Colour mixed(Colour ink, Colour paper, int share) {
  const auto channel = [&](int a, int b) {
    return static_cast<std::uint8_t>((a * share + b * (100 - share)) / 100);
  };
  return {channel(ink.red, paper.red), channel(ink.green, paper.green),
          channel(ink.blue, paper.blue)};
}

std::string style_with(const Palette& palette) {
  constexpr int quiet = 70, mark = 50, rule = 20;
  const std::array<std::pair<std::string_view, Colour>, 6> roles{
      {{"INK", palette.ink},
       {"PAPER", printer_paper},
       {"ACCENT", palette.accent},
       {"QUIET", mixed(palette.ink, printer_paper, quiet)},
       {"MARK", mixed(palette.ink, printer_paper, mark)},
       {"RULE", mixed(palette.ink, printer_paper, rule)}}};
  std::string text(style);
  for (const auto& [role, colour] : roles)
    for (std::size_t at = 0; (at = text.find(role, at)) != std::string::npos;)
      text.replace(at, role.size(), colour_text(colour));
  return text;
}

}  // namespace

std::string standalone_svg(std::string_view svg, const Palette& palette) {
  assert(svg.starts_with("<svg"));
  const std::size_t open = svg.find('>') + 1;
  std::string file = "<svg xmlns=\"http://www.w3.org/2000/svg\"";
  file += svg.substr(4, open - 4);
  file += "<style>" + style_with(palette) + "</style>";
  file += "<rect width=\"100%\" height=\"100%\" fill=\"" + colour_text(printer_paper) + "\"/>";
  file += svg.substr(open);
  file += '\n';
  return file;
}

}  // namespace stagecraft
