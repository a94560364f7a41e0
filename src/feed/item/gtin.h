#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stagecraft::feed {

/// Whether `digits`, all of them digits, end with the check digit of GS1.
bool has_check_digit(std::string_view digits);

/// Whether `text` is a GTIN: 8, 12, 13 or 14 digits with a valid check digit.
bool is_gtin(std::string_view text);

/// The GTIN-13 that an ISBN-10 became; nothing when `text` is none. Hyphens do not count.
std::optional<std::string> gtin_of_isbn10(std::string_view text);

/// The GTIN that `digits` is with zeros before it, which spreadsheets drop; nothing when it is not.
std::optional<std::string> zero_padded_gtin(std::string_view digits);

}  // namespace stagecraft::feed
