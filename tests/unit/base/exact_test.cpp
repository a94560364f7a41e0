#include "base/exact.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

Exact ratio(int top, int bottom) {
  return Exact(top, bottom);
}

/// What `text` reads as, shown with `digits` places; "refused" when it is no decimal.
std::string shown(std::string_view text, int digits) {
  const std::optional<Exact> value = parse_decimal(text);
  return value ? decimal_text(*value, digits) : "refused";
}

std::string exactly(std::string_view text) {
  const std::optional<Exact> value = parse_decimal(text);
  return value ? fraction_text(*value) : "refused";
}

TEST_CASE("a decimal is read without a rounding of any kind") {
  CHECK(parse_decimal("0.575") == ratio(23, 40));
  CHECK(parse_decimal("-12.5") == ratio(-25, 2));
  CHECK(parse_decimal("4") == Exact(4));
  CHECK(parse_decimal("-0") == Exact(0));
  CHECK(*parse_decimal("0.1") + *parse_decimal("0.2") == *parse_decimal("0.3"));
}

TEST_CASE("leading zeros do not make a number octal") {
  CHECK(exactly("010") == "10");
  CHECK(exactly("00.50") == "1/2");
  CHECK(exactly("000") == "0");
}

TEST_CASE("forty digits are read to the last one and forty-one are refused") {
  CHECK(exactly("1234567890123456789012345678901234567891") ==
        "1234567890123456789012345678901234567891");
  CHECK(exactly("0.000000000000000000000000000000000000001") ==
        "1/1000000000000000000000000000000000000000");
  CHECK(exactly("12345678901234567890123456789012345678901") == "refused");
  CHECK(exactly("1.0000000000000000000000000000000000000000") == "refused");
}

TEST_CASE("anything but a plain decimal is refused") {
  for (const char* text : {"", "-", ".", ".5", "5.", "-.5", "+1", "--1", "1e3", " 1", "1 ", "1,5",
                           "1.2.3", "0x10", "inf", "nan", "1_000", "½", "١"})
    CHECK(exactly(text) == "refused");
  CHECK(exactly(std::string_view("1\0", 2)) == "refused");
}

TEST_CASE("a decimal is rounded half away from zero") {
  CHECK(shown("0.575", 2) == "0.58");
  CHECK(shown("-0.575", 2) == "-0.58");
  CHECK(shown("2.5", 0) == "3");
  CHECK(shown("-2.5", 0) == "-3");
  CHECK(shown("0.5", 0) == "1");
  CHECK(shown("0.4999999999", 0) == "0");
  CHECK(shown("1.005", 2) == "1.01");
}

TEST_CASE("a rounding carries into the whole part") {
  CHECK(shown("9.995", 2) == "10");
  CHECK(shown("-0.999", 2) == "-1");
}

TEST_CASE("a decimal has no trailing zeros and zero has no sign") {
  CHECK(shown("2.50", 4) == "2.5");
  CHECK(shown("3.00", 2) == "3");
  CHECK(shown("100", 2) == "100");
  CHECK(shown("0.05", 2) == "0.05");
  CHECK(shown("-0.001", 2) == "0");
}

TEST_CASE("a third is shown to as many places as asked") {
  CHECK(decimal_text(ratio(1, 3), 2) == "0.33");
  CHECK(decimal_text(ratio(2, 3), 3) == "0.667");
  CHECK(decimal_text(ratio(-1, 3), 0) == "0");
  CHECK(decimal_text(ratio(1, 3), 40) == "0.3333333333333333333333333333333333333333");
}

TEST_CASE("a fraction is in lowest terms with its sign on top") {
  CHECK(fraction_text(ratio(14, 6)) == "7/3");
  CHECK(fraction_text(ratio(-2, 4)) == "-1/2");
  CHECK(fraction_text(ratio(8, 2)) == "4");
  CHECK(fraction_text(Exact(0)) == "0");
}

TEST_CASE("a number knows whether its places say all of it") {
  CHECK(is_shown_exactly(ratio(5, 2), 1));
  CHECK_FALSE(is_shown_exactly(ratio(5, 2), 0));
  CHECK(is_shown_exactly(ratio(23, 40), 3));
  CHECK_FALSE(is_shown_exactly(ratio(23, 40), 2));
  CHECK_FALSE(is_shown_exactly(ratio(1, 3), 30));
  CHECK(is_shown_exactly(Exact(-7), 0));
}

}  // namespace
}  // namespace stagecraft
