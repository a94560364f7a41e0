// Exact against Boost's rational numbers, over numbers that fit into 64 bits, lie at their border,
// or are far beyond.

#include <boost/multiprecision/cpp_int.hpp>
#include <limits>
#include <ostream>

#include "base/exact.h"
#include "support/property.h"

namespace stagecraft {
namespace {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;
using tests::check_always;

/// One number, as we hold it and as Boost does.
struct Pair {
  Exact ours;
  cpp_rational theirs;
};

std::ostream& operator<<(std::ostream& out, const Pair& pair) {
  return out << pair.theirs;
}

Pair quotient(const cpp_int& top, const cpp_int& bottom) {
  return {*parse_decimal(top.str()) / *parse_decimal(bottom.str()), cpp_rational(top) / bottom};
}

rc::Gen<cpp_int> border_numbers() {
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  std::vector<cpp_int> borders;
  for (const cpp_int& border : {cpp_int(least), cpp_int(most), -cpp_int(most), cpp_int(1) << 64,
                                cpp_int(1) << 32, cpp_int(1) << 31, cpp_int(3037000500)})
    for (int offset = -2; offset <= 2; ++offset) borders.push_back(border + offset);
  return rc::gen::elementOf(borders);
}

rc::Gen<cpp_int> whole_numbers() {
  const auto any = rc::gen::map(rc::gen::arbitrary<std::int64_t>(),
                                [](std::int64_t number) { return cpp_int(number); });
  const auto small =
      rc::gen::map(rc::gen::inRange(-1000, 1001), [](int number) { return cpp_int(number); });
  const auto huge = rc::gen::apply(
      [](const cpp_int& a, const cpp_int& b) { return cpp_int(a * b); }, border_numbers(), any);
  return rc::gen::oneOf(small, any, border_numbers(), huge);
}

rc::Gen<Pair> numbers() {
  const auto not_zero =
      rc::gen::suchThat(whole_numbers(), [](const cpp_int& number) { return number != 0; });
  return rc::gen::apply(quotient, whole_numbers(), not_zero);
}

std::string text_of(const cpp_rational& value) {
  const std::string top = numerator(value).str();
  return denominator(value) == 1 ? top : top + "/" + denominator(value).str();
}

/// The number whose digits `text` has; a leading zero does not make it octal.
cpp_int digits_of(std::string_view text) {
  cpp_int number = 0;
  for (const char digit : text) number = number * 10 + (digit - '0');
  return number;
}

bool is_same(const Exact& ours, const cpp_rational& theirs) {
  return fraction_text(ours) == text_of(theirs);
}

TEST_CASE("sums, differences, products and quotients are those of Boost") {
  check_always([] {
    const Pair a = *numbers(), b = *numbers();
    RC_ASSERT(is_same(a.ours + b.ours, a.theirs + b.theirs));
    RC_ASSERT(is_same(a.ours - b.ours, a.theirs - b.theirs));
    RC_ASSERT(is_same(a.ours * b.ours, a.theirs * b.theirs));
    RC_ASSERT(is_same(-a.ours, -a.theirs));
    RC_ASSERT(is_same(abs(a.ours), a.theirs < 0 ? cpp_rational(-a.theirs) : a.theirs));
    if (b.theirs != 0) RC_ASSERT(is_same(a.ours / b.ours, a.theirs / b.theirs));
  });
}

TEST_CASE("numbers are ordered as Boost orders them") {
  check_always([] {
    const Pair a = *numbers(), b = *numbers();
    RC_ASSERT((a.ours == b.ours) == (a.theirs == b.theirs));
    RC_ASSERT((a.ours < b.ours) == (a.theirs < b.theirs));
    RC_ASSERT((a.ours > b.ours) == (a.theirs > b.theirs));
    RC_ASSERT(!(a.ours < a.ours) && a.ours <= a.ours);
  });
}

TEST_CASE("a number is equal to itself whichever way it was reached") {
  check_always([] {
    const Pair a = *numbers(), b = *numbers();
    RC_ASSERT(a.ours + b.ours - b.ours == a.ours);
    RC_ASSERT(-(-a.ours) == a.ours);
    if (b.theirs != 0) RC_ASSERT(a.ours / b.ours * b.ours == a.ours);
    if (a.theirs != 0) RC_ASSERT(1 / (1 / a.ours) == a.ours);
  });
}

TEST_CASE("a quotient of any two integers of 64 bits is in lowest terms") {
  const auto is_reduced = [](std::int64_t top, std::int64_t bottom) {
    return is_same(Exact(top, bottom), cpp_rational(top) / bottom);
  };
  check_always([&] {
    const auto sides = rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(),
                                      rc::gen::cast<std::int64_t>(rc::gen::inRange(-60, 61)),
                                      rc::gen::element(std::numeric_limits<std::int64_t>::min(),
                                                       std::numeric_limits<std::int64_t>::min() + 1,
                                                       std::numeric_limits<std::int64_t>::max()));
    const std::int64_t top = *sides,
                       bottom = *rc::gen::suchThat(sides, [](auto side) { return side != 0; });
    RC_ASSERT(is_reduced(top, bottom));
  });
}

TEST_CASE("an unsigned number may be larger than every signed one") {
  check_always([](std::uint64_t number) {
    RC_ASSERT(is_same(Exact(number), cpp_rational(number)));
    RC_ASSERT(is_same(Exact(~number), cpp_rational(~number)));
  });
}

TEST_CASE("floor is the greatest whole number that is not above") {
  check_always([] {
    const Pair a = *numbers();
    const Exact whole = floor(a.ours);
    RC_ASSERT(is_whole(whole));
    RC_ASSERT(whole <= a.ours && a.ours < whole + 1);
    RC_ASSERT(is_whole(a.ours) == (denominator(a.theirs) == 1));
  });
}

TEST_CASE("a whole number is handed out where it has 64 bits, and nothing else is") {
  check_always([] {
    const Pair a = *numbers();
    const bool fits = denominator(a.theirs) == 1 &&
                      numerator(a.theirs) >= std::numeric_limits<std::int64_t>::min() &&
                      numerator(a.theirs) <= std::numeric_limits<std::int64_t>::max();
    RC_ASSERT(whole_number(a.ours).has_value() == fits);
    if (fits) RC_ASSERT(cpp_rational(*whole_number(a.ours)) == a.theirs);
  });
}

TEST_CASE("the bits of a number are those of its two sides") {
  CHECK(bit_count(0) == 1);
  CHECK(bit_count(Exact(-3, 4)) == 5);
  check_always([] {
    const Pair a = *numbers();
    RC_PRE(a.theirs != 0);
    const cpp_int top = abs(numerator(a.theirs));
    RC_ASSERT(bit_count(a.ours) == msb(top) + msb(denominator(a.theirs)) + 2);
  });
}

TEST_CASE("a decimal of all places of a number reads as that number") {
  check_always([] {
    const Exact number = Pair(*numbers()).ours;
    const auto places = exact_places(number);
    RC_ASSERT(places.has_value() == is_shown_exactly(number, 400));
    if (!places) return;
    const std::string text = decimal_text(number, *places);
    RC_PRE(text.size() <= 40U);
    RC_ASSERT(parse_decimal(text) == number);
    RC_ASSERT(*places == 0 || !is_shown_exactly(number, *places - 1));
  });
}

TEST_CASE("a decimal is the nearest with so many places, and half goes away from zero") {
  check_always([] {
    const Pair a = *numbers();
    const int digits = *rc::gen::inRange(0, 21);
    cpp_rational scale = 1;
    for (int digit = 0; digit < digits; ++digit) scale *= 10;
    const cpp_rational grown = abs(a.theirs) * scale + cpp_rational(1, 2);
    const cpp_int steps = numerator(grown) / denominator(grown);
    const cpp_rational nearest = a.theirs < 0 ? cpp_rational(-steps / scale) : steps / scale;
    std::string text = decimal_text(a.ours, digits);
    const std::size_t point = text.find('.');
    const std::size_t places = point == std::string::npos ? 0 : text.size() - point - 1;
    if (places > 0) text.erase(point, 1);
    cpp_rational shown = text.starts_with('-') ? -digits_of(text.substr(1)) : digits_of(text);
    for (std::size_t place = 0; place < places; ++place) shown /= 10;
    RC_ASSERT(shown == nearest);
  });
}

}  // namespace
}  // namespace stagecraft
