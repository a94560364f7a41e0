#include "model/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace stagecraft {
namespace {

/// The number that `digits` spells, -1 when it is not made of digits only.
int number_in(std::string_view digits) {
  const bool is_number =
      std::all_of(digits.begin(), digits.end(), [](char c) { return '0' <= c && c <= '9'; });
  return is_number ? std::stoi(std::string(digits)) : -1;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  const bool whole_month = text.size() == 7;
  if (!whole_month && text.size() != 10) return std::nullopt;
  if (text[4] != '-' || (!whole_month && text[7] != '-')) return std::nullopt;
  const Date date{number_in(text.substr(0, 4)), number_in(text.substr(5, 2)),
                  whole_month ? 0 : number_in(text.substr(8, 2))};
  if (date.year < 1900 || date.year > 2199 || date.month < 1 || date.month > 12)
    return std::nullopt;
  if (whole_month) return date;
  const std::chrono::year_month_day calendar{
      std::chrono::year{date.year}, std::chrono::month{static_cast<unsigned>(date.month)},
      std::chrono::day{static_cast<unsigned>(std::max(date.day, 0))}};
  return calendar.ok() ? std::optional(date) : std::nullopt;
}

std::string iso_text(const Date& date) {
  return date.day == 0 ? fmt::format("{:04}-{:02}", date.year, date.month)
                       : fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace stagecraft
