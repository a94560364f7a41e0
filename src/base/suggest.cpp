#include "base/suggest.h"

#include <algorithm>
#include <numeric>

namespace stagecraft {
namespace {

constexpr std::size_t listed_limit = 20;
constexpr std::size_t compared_length = 64;  // longer words are not typos of ours

/// Optimal string alignment distance, in bytes.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = last;
    last = row;
  }
  return last[b.size()];
}

}  // namespace

std::string_view nearest_choice(std::string_view word, std::span<const std::string> choices) {
  if (word.size() > compared_length) return {};
  std::string_view nearest;
  std::size_t fewest = static_cast<std::size_t>(-1);
  for (const std::string& choice : choices) {
    if (choice.size() > compared_length) continue;
    const std::size_t edits = edit_distance(word, choice);
    if (edits >= fewest || edits * 3 > std::max(word.size(), choice.size())) continue;
    fewest = edits;
    nearest = choice;
  }
  return nearest;
}

std::string choices_list(std::span<const std::string> choices) {
  if (choices.empty()) return {};
  std::string list = "one of: ";
  for (std::size_t i = 0; i < std::min(choices.size(), listed_limit); ++i)
    list += (i == 0 ? "" : ", ") + choices[i];
  return choices.size() > listed_limit ? list + ", …" : list;
}

std::string choices_note(std::string_view word, std::span<const std::string> choices) {
  const std::string_view nearest = nearest_choice(word, choices);
  return nearest.empty() ? choices_list(choices)
                         : "did you mean '" + std::string(nearest) + "'?";
}

}  // namespace stagecraft
