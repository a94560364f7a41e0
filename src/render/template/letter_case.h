// Texts in another letter case, whatever their language: the same template gives the same
// identifiers on every site.
#pragma once

#include <string>
#include <string_view>

namespace stagecraft::language {

std::string upper_text(std::string_view text);
std::string lower_text(std::string_view text);

/// The first letter in upper case, all others in lower case.
std::string capitalized_text(std::string_view text);

/// The code points of `text` from last to first.
std::string reversed_text(std::string_view text);

/// `text` as one part of a route: Latin letters and digits in lower case, joined by "-".
/// "section" when nothing of it is left.
std::string slug_text(std::string_view text);

}  // namespace stagecraft::language
