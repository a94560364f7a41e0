#include "feed/item/unit_price.h"
#include "support/catch.h"

namespace stagecraft::feed::testing {
namespace {

/// In minor units; -1: there is none.
std::int64_t price_of(std::string_view base, std::string_view amount, std::string_view measure,
                      const char* currency = "EUR") {
  const auto sold = read_measure(measure);
  const auto asked = read_measure(base);
  REQUIRE(sold);
  REQUIRE(asked);
  const Money price{*parse_amount(amount), find_currency(currency)};
  return unit_price(price, *sold, *asked).value_or(-1);
}

TEST_CASE("a measure is a number above 0 and one unit") {
  CHECK(read_measure("750 ml")->unit == "ml");
  CHECK(read_measure("750 ml")->value.digits == 750);
  CHECK(read_measure(" 1.5kg ")->value.places == 1);
  CHECK(read_measure(" 1.5kg ")->unit == "kg");
  for (const char* text :
       {"", " ", "750", "ml", "0 ml", "-1 ml", "7,5 ml", "1..5 ml", "6 x 75 ml"}) {
    INFO(text);
    CHECK_FALSE(read_measure(text));
  }
}

TEST_CASE("a unit price is what the base measure costs") {
  CHECK(price_of("1 l", "9.90", "750 ml") == 1320);
  CHECK(price_of("100 ml", "9.90", "750 ml") == 132);
  CHECK(price_of("1 kg", "3.00", "1.5 kg") == 200);
  CHECK(price_of("10 ct", "2.50", "50 ct") == 50);
  CHECK(price_of("1 sqm", "20", "2.5 SQM") == 800);
  CHECK(price_of("1 l", "1500", "500 ml", "JPY") == 3000);
}

TEST_CASE("units of the United States convert by their definitions") {
  CHECK(price_of("1 lb", "1.00", "16 oz") == 100);
  CHECK(price_of("1 gal", "1.00", "4 qt") == 100);
  CHECK(price_of("1 qt", "1.00", "2 pt") == 100);
  CHECK(price_of("1 pt", "1.00", "16 floz") == 100);
  CHECK(price_of("1 yd", "1.00", "3 ft") == 100);
  CHECK(price_of("254 cm", "1.00", "100 in") == 100);
  CHECK(price_of("1 kg", "100.00", "1 lb") == 22046);  // 100 / 0.45359237 is 220.4622…
  CHECK(price_of("1 sqm", "1.00", "1 sqft") == 1076);  // 1 / 0.09290304 is 10.7639…
}

TEST_CASE("a unit price is rounded to the nearest minor unit, half upwards") {
  CHECK(price_of("1 g", "0.01", "2 g") == 1);
  CHECK(price_of("1 g", "0.01", "3 g") == 0);
  CHECK(price_of("1 g", "0.02", "3 g") == 1);
  CHECK(price_of("1 g", "0.05", "2 g") == 3);
}

TEST_CASE("measures of different things have no unit price, unknown units only their own") {
  CHECK(price_of("1 l", "9.90", "750 g") == -1);
  CHECK(price_of("1 l", "9.90", "2 roll") == -1);
  CHECK(price_of("1 roll", "9.90", "2 roll") == 495);
}

TEST_CASE("a unit price that is too large is none") {
  CHECK(price_of("999999999999999999 cbm", "9999999999999.00", "0.000000001 ml") == -1);
  CHECK(price_of("999999999 g", "9999999999999.00", "1 g") == -1);
}

}  // namespace
}  // namespace stagecraft::feed::testing
