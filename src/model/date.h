#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace stagecraft {

/// A calendar date of the Gregorian calendar, years 1900 to 2199. `day` 0 means the whole month,
/// and three times 0 that no date is given.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  bool is_given() const { return year > 0; }

  auto operator<=>(const Date&) const = default;
};

/// Reads "2026-09-15", or "2026-09" for a whole month; nothing for any other text or impossible
/// date.
std::optional<Date> parse_date(std::string_view text);

/// "2026-09-15" or "2026-09": what parse_date() reads.
std::string iso_text(const Date& date);

}  // namespace stagecraft
