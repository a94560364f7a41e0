#pragma once

#include <string>
#include <string_view>

namespace stagecraft {

/// `text` as it is compared where people type freely: without case, without outer blanks, runs of
/// blanks as one, typographic apostrophes as plain ones, and every way to encode a character as
/// one. Equal results mean the same text. `text` is well-formed UTF-8.
std::string loose_text(std::string_view text);

/// `text` without the blanks, tabs and line feeds around it.
std::string_view without_outer_blanks(std::string_view text);

/// The words of `text` in Latin letters without accents and digits, in lower case, joined by "-":
/// "Anna Müller (HR)" gives "anna-muller-hr". At most 60 bytes. Empty when there are none.
std::string slug_text(std::string_view text);

}  // namespace stagecraft
