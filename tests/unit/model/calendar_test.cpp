#include "model/calendar.h"

#include "model/currency.h"
#include "support/catch.h"

namespace stagecraft {
namespace {

std::string text(Day day) { return iso_text(date_of(day)); }

TEST_CASE("a month has a first and a last day") {
  CHECK(text(first_day({2024, 2, 0})) == "2024-02-01");
  CHECK(text(last_day({2024, 2, 0})) == "2024-02-29");
  CHECK(text(last_day({2026, 9, 15})) == "2026-09-15");
}

TEST_CASE("a month after the last day of a longer month is the last day of the shorter") {
  CHECK(text(months_after(first_day({2026, 1, 31}), 1)) == "2026-02-28");
  CHECK(text(months_after(first_day({2024, 2, 29}), -12)) == "2023-02-28");
  CHECK(text(months_after(first_day({2026, 11, 5}), 3)) == "2027-02-05");
}

TEST_CASE("a duration ends on its last day, both ends included") {
  const Day first = first_day({2026, 2, 1});
  CHECK(text(last_day_of(first, 48, TimeUnit::hours)) == "2026-02-02");
  CHECK(text(last_day_of(first, 25, TimeUnit::hours)) == "2026-02-02");
  CHECK(text(last_day_of(first, 1, TimeUnit::hours)) == "2026-02-01");
  CHECK(text(last_day_of(first, 10, TimeUnit::days)) == "2026-02-10");
  CHECK(text(last_day_of(first, 4, TimeUnit::weeks)) == "2026-02-28");
  CHECK(text(last_day_of(first, 1, TimeUnit::months)) == "2026-02-28");
  CHECK(text(last_day_of(first_day({2026, 1, 31}), 1, TimeUnit::months)) == "2026-02-27");
}

TEST_CASE("the calendar ends with the year 2199") {
  CHECK(text(months_after(first_day({2199, 6, 1}), 12)) == "2199-12-31");
  CHECK(text(days_after(first_day({2199, 12, 30}), 1'000'000'000)) == "2199-12-31");
}

TEST_CASE("quarters follow each other across years") {
  CHECK(quarter_of(first_day({2026, 3, 31})) == Quarter{2026, 1});
  CHECK(quarter_of(first_day({2026, 10, 1})) == Quarter{2026, 4});
  CHECK(next(Quarter{2026, 4}) == Quarter{2027, 1});
}

TEST_CASE("currencies have the decimals of ISO 4217") {
  CHECK(currency_decimals("EUR") == 2);
  CHECK(currency_decimals("JPY") == 0);
  CHECK(currency_decimals("KWD") == 3);
  CHECK(currency_decimals("CLF") == 4);
  for (const char* none : {"EUE", "eur", "", "E", "EURO", "UR ", "QQQ"})
    CHECK_FALSE(currency_decimals(none));
  CHECK(currency_codes().size() > 150);
}

}  // namespace
}  // namespace stagecraft
