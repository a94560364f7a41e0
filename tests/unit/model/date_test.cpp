#include "model/date.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

TEST_CASE("a date is a day or a whole month") {
  CHECK(parse_date("2026-09-15") == Date{2026, 9, 15});
  CHECK(parse_date("2026-09") == Date{2026, 9, 0});
}

TEST_CASE("a date that no calendar has is none") {
  for (const char* text : {"2026-02-29", "2026-13", "2026-00", "2026-09-31", "2026-09-00",
                           "1899-12-31", "2200-01", "26-09-15", "2026/09/15", "2026-9-15",
                           "2026-09-15T00:00", "", "today", "2026-0a"})
    CHECK_FALSE(parse_date(text).has_value());
  CHECK(parse_date("2024-02-29").has_value());
}

TEST_CASE("a date is written as it was read") {
  for (const char* text : {"2026-09-15", "2026-09", "1900-01-01"})
    CHECK(iso_text(*parse_date(text)) == text);
}

}  // namespace
}  // namespace stagecraft
