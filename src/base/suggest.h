#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft {

/// The element of `choices` that `word` was probably meant to be: the fewest edits (insert, delete,
/// replace, swap neighbours), at most a third of the longer word's length; the first of equals.
/// Empty when nothing is near.
std::string_view nearest_choice(std::string_view word, std::span<const std::string> choices);

/// "one of: a, b, c" (at most 20, then ", …"). Empty when there are no choices.
std::string choices_list(std::span<const std::string> choices);

/// The note below a diagnostic about an unknown word: "did you mean 'stages'?" when one is near,
/// otherwise choices_list(). Empty when there are no choices.
std::string choices_note(std::string_view word, std::span<const std::string> choices);

}  // namespace stagecraft
