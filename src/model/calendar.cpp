#include "model/calendar.h"

#include <algorithm>
#include <chrono>

namespace stagecraft {
namespace {

using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

constexpr int last_year = 2199;

constexpr std::int64_t number_of(const year_month_day& date) {
  return std::chrono::sys_days(date).time_since_epoch().count();
}

Day on_the_calendar(std::int64_t number) {
  using namespace std::chrono;
  constexpr std::int64_t first = number_of(year{1900} / January / 1);
  constexpr std::int64_t last = number_of(year{last_year} / December / 31);
  return {static_cast<std::int32_t>(std::clamp(number, first, last))};
}

year_month_day calendar_date(Day day) {
  return std::chrono::sys_days(std::chrono::days(day.number));
}

/// The number of the `day`th of a month, or of its last day if it is shorter.
std::int64_t number_in_month(std::chrono::year_month month, std::chrono::day day) {
  const year_month_day_last last{month.year(), std::chrono::month_day_last{month.month()}};
  return number_of(month / std::min(day, last.day()));
}

Day day_of_month(std::chrono::year_month month, std::chrono::day day) {
  return on_the_calendar(number_in_month(month, day));
}

/// Of a day that may lie beyond the calendar.
std::int64_t number_months_after(Day day, int months) {
  const year_month_day date = calendar_date(day);
  return number_in_month(date.year() / date.month() + std::chrono::months(months), date.day());
}

std::chrono::year_month month_of(const Date& date) {
  return std::chrono::year{date.year} / std::chrono::month{static_cast<unsigned>(date.month)};
}

}  // namespace

Day first_day(const Date& date) {
  return day_of_month(month_of(date),
                      std::chrono::day{static_cast<unsigned>(std::max(date.day, 1))});
}

Day last_day(const Date& date) {
  return day_of_month(month_of(date),
                      std::chrono::day{date.day == 0 ? 31U : static_cast<unsigned>(date.day)});
}

Date date_of(Day day) {
  const year_month_day date = calendar_date(day);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

Day days_after(Day day, std::int64_t days) { return on_the_calendar(day.number + days); }

Day months_after(Day day, int months) {
  return on_the_calendar(number_months_after(day, months));
}

Day last_day_of(Day first, int count, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::hours:
      return days_after(first, std::max((count + 23) / 24, 1) - 1);
    case TimeUnit::days:
      return days_after(first, std::max(count, 1) - 1);
    case TimeUnit::weeks:
      return days_after(first, std::max(count, 1) * 7 - 1);
    case TimeUnit::months:
      break;
  }
  return on_the_calendar(number_months_after(first, std::max(count, 1)) - 1);
}

Quarter quarter_of(Day day) {
  const Date date = date_of(day);
  return {date.year, (date.month + 2) / 3};
}

Quarter next(const Quarter& quarter) {
  return quarter.number == 4 ? Quarter{quarter.year + 1, 1}
                             : Quarter{quarter.year, quarter.number + 1};
}

}  // namespace stagecraft
