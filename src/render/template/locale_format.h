// Exact numbers, money, dates and lists as people of one language write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/exact.h"

namespace stagecraft {

/// How filters write numbers, dates and lists.
struct TextLocale {
  std::string name = "en";               ///< a BCP 47 language tag; an unknown one is neutral
  std::string list_separator = ", ";     ///< between the items of a list
  std::string last_separator = " and ";  ///< before its last item
};

}  // namespace stagecraft

namespace stagecraft::language {

enum class NumberStyle { plain, percent, money };

/// How a number is written. It is rounded once, half away from zero, before ICU sees its digits.
struct NumberFormat {
  NumberStyle style = NumberStyle::plain;
  int most_places = 0;    ///< decimal places, 0 to 20
  int fewest_places = 0;  ///< of these, how many are written even when they are zeros
  std::string currency;   ///< ISO 4217, of money
};

/// `value` in `locale`; a share of 1 for NumberStyle::percent.
std::string number_text(const Exact& value, const NumberFormat& format, const TextLocale& locale);

/// "10–20": both ends, written once when they look alike.
std::string range_text(const Exact& low, const Exact& high, const NumberFormat& format,
                       const TextLocale& locale);

/// The places that `currency` usually has: 2 for EUR, 0 for JPY. Nothing for a text that is no
/// currency code.
std::optional<int> currency_places(std::string_view currency);

/// `date`, "2026-09-30", "2026-09" or "2026", in `style`: short, medium, long, full, month, year.
/// Nothing when `date` is no date or lacks what the style shows.
std::optional<std::string> date_text(std::string_view date, std::string_view style,
                                     const TextLocale& locale);

/// The CLDR plural category of `value`: "one", "other", …
std::string plural_category(const Exact& value, const TextLocale& locale);

}  // namespace stagecraft::language
