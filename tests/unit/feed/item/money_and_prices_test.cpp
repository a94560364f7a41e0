#include "feed/item/price_reading.h"
#include "model/money.h"
#include "support/catch.h"

namespace stagecraft::feed::testing {
namespace {

const Currency* currency(const char* code) {
  return find_currency(code);
}

PriceReading read(std::string_view text) {
  return read_price(text, currency("EUR"), DecimalMark::point);
}

std::string shown(const PriceReading& reading) {
  return reading.is_usable() ? price_text(reading.money) : "unusable";
}

TEST_CASE("a price is read as it is written, and shown with the places of its currency") {
  CHECK(shown(read("79.99")) == "79.99 EUR");
  CHECK(shown(read("79.9 USD")) == "79.90 USD");
  CHECK(shown(read("USD 79")) == "79.00 USD");
  CHECK(shown(read("1500 JPY")) == "1500 JPY");
  CHECK(shown(read("1.5 KWD")) == "1.500 KWD");
  CHECK(shown(read("  12.00  ")) == "12.00 EUR");
}

TEST_CASE("what is no plain decimal says what is wrong with it") {
  CHECK(read("").fault == PriceFault::missing);
  CHECK(read("1,234.50").fault == PriceFault::thousands_separator);
  CHECK(read("1,234").fault == PriceFault::thousands_separator);
  CHECK(read("1 234.50").fault == PriceFault::thousands_separator);
  CHECK(read("12,50").fault == PriceFault::decimal_comma);
  CHECK(read("1.234,50").fault == PriceFault::decimal_comma);
  CHECK(read("$12.50").fault == PriceFault::symbol);
  CHECK(read("12.50 usd").fault == PriceFault::lower_case_currency);
  CHECK(read("12.50 ABC").fault == PriceFault::unknown_currency);
  CHECK(read("on request").fault == PriceFault::malformed);
  CHECK(read("1.5e3").fault == PriceFault::malformed);
  CHECK(read_price("12.50", nullptr, DecimalMark::point).fault == PriceFault::no_currency);
}

TEST_CASE("with a decimal comma declared, a localised price is a price") {
  CHECK(shown(read_price("1.234,50", currency("EUR"), DecimalMark::comma)) == "1234.50 EUR");
  CHECK(shown(read_price("12,5", currency("EUR"), DecimalMark::comma)) == "12.50 EUR");
}

TEST_CASE("minor units follow ISO 4217 and are never rounded") {
  CHECK(minor_units({1999, 2}, *currency("USD")) == 1999);
  CHECK(minor_units({1500, 0}, *currency("JPY")) == 1500);
  CHECK(minor_units({15, 1}, *currency("KWD")) == 1500);
  CHECK(minor_units({19990, 3}, *currency("USD")) == 1999);
  CHECK_FALSE(minor_units({19995, 3}, *currency("USD")));
  CHECK_FALSE(minor_units({15, 1}, *currency("JPY")));
}

TEST_CASE("amounts compare by value, not by spelling") {
  CHECK(compare({150, 2}, {15, 1}) == 0);
  CHECK(compare({1499, 3}, {15, 1}) < 0);
  CHECK(compare({-1, 0}, {0, 0}) < 0);
}

TEST_CASE("the table of currencies is sorted and knows what it should") {
  for (const char* code : {"AED", "EUR", "GBP", "JPY", "ZWG", "TND", "ISK"}) {
    REQUIRE(currency(code));
    CHECK(currency(code)->code == code);
  }
  CHECK(currency("ISK")->places == 0);
  CHECK(currency("TND")->places == 3);
  CHECK_FALSE(currency("DEM"));
  CHECK_FALSE(currency(""));
}

}  // namespace
}  // namespace stagecraft::feed::testing
