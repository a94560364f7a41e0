#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "model/date.h"
#include "model/part.h"

namespace stagecraft {

/// A day of the Gregorian calendar, counted from 1970-01-01 on. Always from the year 1900 to the
/// year 2199: what would be later is the last day of that.
struct Day {
  std::int32_t number = 0;

  auto operator<=>(const Day&) const = default;
};

/// The first and the last day of `date`, which may be a whole month. Requires: it is given.
Day first_day(const Date& date);
Day last_day(const Date& date);

/// The date of one day.
Date date_of(Day day);

Day days_after(Day day, std::int64_t days);
/// The same day `months` later, or the last day of that month if it has no such day.
Day months_after(Day day, int months);

/// The last day of what begins on `first` and takes `count` of `unit`, at least one day. A day has
/// 24 hours, and a part of one is a whole one. Rule: content/docs/roadmap.md, "Dates".
Day last_day_of(Day first, int count, TimeUnit unit);

/// A quarter of the calendar.
struct Quarter {
  int year = 0;
  int number = 0;  ///< 1 to 4

  auto operator<=>(const Quarter&) const = default;
};

Quarter quarter_of(Day day);
Quarter next(const Quarter& quarter);

}  // namespace stagecraft
