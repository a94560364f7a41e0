#include "render/chart/ladder.h"

#include <algorithm>
#include <cassert>

#include "render/chart/label.h"

namespace stagecraft {
namespace {

/// Whether a step is already taken, lies on the way to the target, or beyond it.
std::string tread_class(const Ladder& ladder, std::size_t step) {
  if (ladder.today == step) return "tread tread-today";
  const std::size_t reached = ladder.today ? *ladder.today : 0;
  if (ladder.today && step < reached) return "tread tread-reached";
  if (ladder.target && step <= *ladder.target && (!ladder.today || step > reached)) {
    return "tread tread-ahead";
  }
  if (!ladder.today && !ladder.target) return "tread tread-reached";
  return "tread tread-beyond";
}

bool is_possible(const Ladder& ladder, std::size_t step) {
  return ladder.possible && ladder.possible->lowest <= step && step <= ladder.possible->highest &&
         ladder.today != step;
}

struct Mark {
  std::string css_class;
  std::string label;
};

/// What is said of one step, in the order in which it is written.
std::vector<Mark> marks_of(const Ladder& ladder, std::size_t step) {
  std::vector<Mark> marks;
  if (ladder.today == step) marks.push_back({"mark-today", ladder.today_label});
  if (is_possible(ladder, step)) marks.push_back({"mark-possible", ladder.possible_label});
  if (ladder.target == step) marks.push_back({"mark-target", ladder.target_label});
  return marks;
}

/// The target is a ring and today a disc, so that both can be seen on one step.
void draw_marks(SvgWriter& svg, const std::vector<Mark>& marks, Point centre, Length disc,
                Length ring) {
  for (const Mark& mark : marks) {
    svg.circle(mark.css_class, centre, mark.css_class == "mark-target" ? ring : disc);
  }
}

std::size_t most_marks(const Ladder& ladder) {
  std::size_t most = 0;
  for (std::size_t step = 0; step < ladder.steps.size(); ++step) {
    most = std::max(most, marks_of(ladder, step).size());
  }
  return most;
}

// ---- wide: steps side by side, each title above its tread, each mark below it

constexpr Length wide_width = units(960);
constexpr Length title_size = units(20);
constexpr Length title_line = units(24);
constexpr Length gutter = units(16);

struct WideLayout {
  Length step_width;
  Length rise;
  Length lowest_tread;  ///< y of the first tread
  Length height;
  std::vector<std::vector<std::string>> titles;
};

WideLayout lay_out_wide(const Ladder& ladder) {
  const auto count = static_cast<std::int64_t>(ladder.steps.size());
  WideLayout layout;
  layout.step_width = wide_width / count;
  layout.rise = count == 1 ? units(0) : std::min(units(44), units(176) / (count - 1));
  std::size_t most_lines = 0;
  for (const LadderStep& step : ladder.steps) {
    layout.titles.push_back(step.title.empty()
                                ? std::vector<std::string>()
                                : wrap_label(step.title, title_size, layout.step_width - gutter));
    most_lines = std::max(most_lines, layout.titles.back().size());
  }
  const Length above = units(35) + title_line * static_cast<std::int64_t>(most_lines);
  layout.lowest_tread = above + layout.rise * (count - 1);
  const auto marks = static_cast<std::int64_t>(most_marks(ladder));
  layout.height = layout.lowest_tread + (marks > 0 ? units(20) * marks + units(20) : units(2));
  return layout;
}

void draw_wide_step(SvgWriter& svg, const Ladder& ladder, const WideLayout& layout,
                    std::size_t step) {
  const auto index = static_cast<std::int64_t>(step);
  const Length left = layout.step_width * index;
  const Length right = left + layout.step_width;
  const Length y = layout.lowest_tread - layout.rise * index;
  if (step > 0) svg.line("riser", {left, y}, {left, y + layout.rise});
  svg.line(tread_class(ladder, step), {left, y}, {right, y});
  if (is_possible(ladder, step)) svg.line("tread-possible", {left, y}, {right, y});

  const std::vector<std::string>& title = layout.titles[step];
  Length baseline = y - units(19) - title_line * (static_cast<std::int64_t>(title.size()) - 1);
  const bool number_only = title.empty();
  svg.text(number_only ? "step-number step-number-large" : "step-number",
           {left, number_only ? y - units(14) : baseline - units(25)}, Anchor::start,
           ladder.steps[step].number);
  for (const std::string& line : title) {
    svg.text(ladder.today == step ? "step-title step-title-today" : "step-title", {left, baseline},
             Anchor::start, line);
    baseline = baseline + title_line;
  }

  const std::vector<Mark> marks = marks_of(ladder, step);
  const Length centre = left + layout.step_width / 2;
  draw_marks(svg, marks, {centre, y}, units(8), units(13));
  Length below = y + units(34);
  for (const Mark& mark : marks) {
    svg.text(mark.css_class + "-label", {centre, below}, Anchor::middle, mark.label);
    below = below + units(20);
  }
}

// ---- narrow: a flight of stairs on the left, one row for each step

constexpr Length narrow_width = units(328);
constexpr Length narrow_title_size = units(17);
constexpr Length narrow_mark_size = units(14);
constexpr Length narrow_line = units(20);
constexpr Length number_width = units(22);

struct NarrowLayout {
  Length step_width;
  Length row;  ///< the height of a row
  Length text_left;
  std::vector<std::vector<std::string>> titles;
};

/// The room that the words for the marks of a step take at the right.
Length width_of_marks(const std::vector<Mark>& marks) {
  Length width;
  for (const Mark& mark : marks) {
    width = std::max(width, estimated_width(mark.label, narrow_mark_size) + number_width / 2);
  }
  return width;
}

NarrowLayout lay_out_narrow(const Ladder& ladder) {
  const auto count = static_cast<std::int64_t>(ladder.steps.size());
  NarrowLayout layout;
  layout.step_width = std::min(units(20), units(112) / count);
  layout.text_left = layout.step_width * count + units(14);
  const Length room = narrow_width - layout.text_left - number_width;
  std::size_t most_lines = std::max<std::size_t>(1, most_marks(ladder));
  for (std::size_t step = 0; step < ladder.steps.size(); ++step) {
    const Length marks = width_of_marks(marks_of(ladder, step));
    layout.titles.push_back(wrap_label(ladder.steps[step].title, narrow_title_size, room - marks));
    most_lines = std::max(most_lines, layout.titles.back().size());
  }
  layout.row = units(22) + narrow_line * static_cast<std::int64_t>(most_lines);
  return layout;
}

/// Words stand on their step: the last line just above it, the others upwards.
void draw_narrow_words(SvgWriter& svg, const Ladder& ladder, const NarrowLayout& layout,
                       std::size_t step, Length tread) {
  const std::vector<std::string>& title = layout.titles[step];
  const Length last = tread - units(9);
  Length baseline = last - narrow_line * (static_cast<std::int64_t>(title.size()) - 1);
  svg.text("step-number", {layout.text_left, baseline}, Anchor::start, ladder.steps[step].number);
  for (const std::string& line : title) {
    svg.text(ladder.today == step ? "step-title step-title-today" : "step-title",
             {layout.text_left + number_width, baseline}, Anchor::start, line);
    baseline = baseline + narrow_line;
  }
  const std::vector<Mark> marks = marks_of(ladder, step);
  baseline = last - narrow_line * (static_cast<std::int64_t>(marks.size()) - 1);
  for (const Mark& mark : marks) {
    svg.text(mark.css_class + "-label", {narrow_width, baseline}, Anchor::end, mark.label);
    baseline = baseline + narrow_line;
  }
}

void draw_narrow_step(SvgWriter& svg, const Ladder& ladder, const NarrowLayout& layout,
                      std::size_t step) {
  const auto index = static_cast<std::int64_t>(step);
  const auto from_top = static_cast<std::int64_t>(ladder.steps.size()) - 1 - index;
  const Length left = layout.step_width * index;
  const Length right = left + layout.step_width;
  const Length y = layout.row * (from_top + 1);
  if (step > 0) svg.line("riser", {left, y}, {left, y + layout.row});
  svg.line("leader", {right, y}, {narrow_width, y});
  svg.line(tread_class(ladder, step), {left, y}, {right, y});
  if (is_possible(ladder, step)) svg.line("tread-possible", {left, y}, {right, y});
  draw_marks(svg, marks_of(ladder, step), {left + layout.step_width / 2, y}, units(6), units(10));
  draw_narrow_words(svg, ladder, layout, step, y);
}

// ---- small and tiny: steps only

void draw_bare_steps(SvgWriter& svg, std::size_t count, std::optional<std::size_t> marked,
                     Length width, Length height, Length top) {
  const auto steps = static_cast<std::int64_t>(count);
  const Length step_width = width / steps;
  const Length rise = steps == 1 ? units(0) : (height - top * 2) / (steps - 1);
  std::vector<Point> outline;
  for (std::int64_t step = 0; step < steps; ++step) {
    const Length y = height - top - rise * step;
    outline.push_back({step_width * step, y});
    outline.push_back({step_width * (step + 1), y});
  }
  svg.polyline("outline", outline);
  if (!marked) return;
  const auto step = static_cast<std::int64_t>(*marked);
  const Length y = height - top - rise * step;
  svg.line("tread-today", {step_width * step, y}, {step_width * (step + 1), y});
}

void require_valid([[maybe_unused]] const Ladder& ladder) {
  assert(!ladder.steps.empty());
  assert(!ladder.today || *ladder.today < ladder.steps.size());
  assert(!ladder.target || *ladder.target < ladder.steps.size());
  assert(!ladder.possible || (ladder.possible->lowest <= ladder.possible->highest &&
                              ladder.possible->highest < ladder.steps.size()));
}

}  // namespace

std::string draw_ladder(const Ladder& ladder, ChartWidth width, std::string_view id) {
  require_valid(ladder);
  if (width == ChartWidth::wide) {
    const WideLayout layout = lay_out_wide(ladder);
    SvgWriter svg("ladder ladder-wide", wide_width, layout.height, id, ladder.title,
                  ladder.description);
    for (std::size_t step = 0; step < ladder.steps.size(); ++step) {
      draw_wide_step(svg, ladder, layout, step);
    }
    return svg.finish();
  }
  const NarrowLayout layout = lay_out_narrow(ladder);
  const Length height = layout.row * static_cast<std::int64_t>(ladder.steps.size()) + units(12);
  SvgWriter svg("ladder ladder-narrow", narrow_width, height, id, ladder.title, ladder.description);
  for (std::size_t step = 0; step < ladder.steps.size(); ++step) {
    draw_narrow_step(svg, ladder, layout, step);
  }
  return svg.finish();
}

std::string draw_small_ladder(std::size_t steps, std::optional<std::size_t> marked) {
  assert(steps > 0 && (!marked || *marked < steps));
  SvgWriter svg("ladder ladder-small", units(200), units(64));
  draw_bare_steps(svg, steps, marked, units(200), units(64), units(4));
  return svg.finish();
}

std::string draw_ladder_glyph(std::size_t steps, std::optional<std::size_t> marked) {
  assert(steps > 0 && (!marked || *marked < steps));
  SvgWriter svg("ladder ladder-glyph", units(30), units(18));
  draw_bare_steps(svg, steps, marked, units(30), units(18), units(2));
  return svg.finish();
}

}  // namespace stagecraft
