// What a Markdown text would cost cmark-gfm, counted before it is let at it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft {

struct MarkdownCost {
  std::size_t steps = 0;        ///< of work that may grow with the square of the text
  std::size_t table_cells = 0;  ///< with those that short rows leave out
  std::size_t depth = 0;        ///< greatest number of quotes and lists opened by one line
};

/// What a text may cost. Ordinary texts stay far below; 16 million steps take about 0.3 s.
constexpr MarkdownCost markdown_cost_limit{16'000'000, 50'000, 32};

/// The first thing in a text that goes over a limit.
struct CostlyMarkdown {
  std::size_t offset = 0;
  std::size_t length = 1;
  std::string message;
};

struct MarkdownCostReport {
  MarkdownCost cost;  ///< up to where counting ended
  std::optional<CostlyMarkdown> problem;
};

/// Counts an upper bound of the steps that cmark-gfm 0.29.0.gfm.6 takes for those shapes of text
/// for which it is known to take quadratic time, and ends at the first that goes over `limit`. The
/// counting itself takes no more steps than it counts.
MarkdownCostReport measure_markdown_cost(std::string_view text,
                                         const MarkdownCost& limit = markdown_cost_limit);

}  // namespace stagecraft
