#include "base/exact.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cassert>
#include <limits>
#include <numeric>

namespace stagecraft {
namespace {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t small_digits = 18;  // so many always fit into 64 bits

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
}

std::uint64_t magnitude(std::int64_t number) {
  return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

std::int64_t small_power_of_ten(std::size_t exponent) {
  std::int64_t power = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

cpp_int power_of_ten(std::size_t exponent) {
  return boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(exponent));
}

/// The digits of `text` as a number; Boost would read a leading zero as octal.
cpp_int large_number(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
  return text.empty() ? cpp_int(0) : cpp_int(std::string(text));
}

std::int64_t small_number(std::string_view digits) {
  std::int64_t number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

cpp_int floor_of(const cpp_rational& value) {
  const cpp_int top = numerator(value), bottom = denominator(value);
  const cpp_int quotient = top / bottom;  // rounds towards zero
  return top < 0 && quotient * bottom != top ? cpp_int(quotient - 1) : quotient;
}

/// How often `prime` divides `number`, which is left without it.
template <typename Number>
int take_out(Number& number, int prime) {
  int times = 0;
  for (; number % prime == 0; ++times) number /= prime;
  return times;
}

template <typename Number>
std::optional<int> places_under(Number denominator) {
  const int twos = take_out(denominator, 2);
  const int fives = take_out(denominator, 5);
  return denominator == 1 ? std::optional(std::max(twos, fives)) : std::nullopt;
}

/// |top / bottom| times 10 to the power of `digits`, rounded half up, where 64 bits are enough.
std::optional<std::uint64_t> small_scaled(std::int64_t top, std::int64_t bottom, int digits) {
  std::uint64_t scaled = 0;
  if (digits > static_cast<int>(small_digits) ||
      __builtin_mul_overflow(magnitude(top), small_power_of_ten(static_cast<std::size_t>(digits)),
                             &scaled))
    return std::nullopt;
  const auto divisor = static_cast<std::uint64_t>(bottom);
  const std::uint64_t rest = scaled % divisor;
  return scaled / divisor + (rest >= divisor - rest ? 1 : 0);
}

cpp_int large_scaled(const cpp_rational& value, int digits) {
  const cpp_int scaled = abs(numerator(value)) * power_of_ten(static_cast<std::size_t>(digits));
  const cpp_int divisor = denominator(value);
  return (2 * scaled + divisor) / (2 * divisor);
}

}  // namespace

struct Exact::Large {
  cpp_rational number;
};

Exact::Exact(std::int64_t top, std::int64_t bottom) {
  assert(bottom != 0);
  if (bottom < 0 && (top == least || bottom == least)) {
    *this = of({cpp_rational(-cpp_int(top), -cpp_int(bottom))});  // Boost wants it above 0
    return;
  }
  const std::int64_t sign = bottom < 0 ? -1 : 1;
  const auto divisor = static_cast<std::int64_t>(
      std::gcd(magnitude(top), static_cast<std::uint64_t>(sign * bottom)));
  top_ = sign * top / divisor;
  bottom_ = sign * bottom / divisor;
}

Exact Exact::of_unsigned(std::uint64_t whole) {
  return whole <= std::uint64_t{most} ? Exact(static_cast<std::int64_t>(whole))
                                      : of({cpp_rational(whole)});
}

/// The one place that decides between small and large, so that equal numbers are held alike.
Exact Exact::of(Large value) {
  const cpp_int top = numerator(value.number), bottom = denominator(value.number);
  Exact result;
  if (least <= top && top <= most && bottom <= most) {
    result.top_ = static_cast<std::int64_t>(top);
    result.bottom_ = static_cast<std::int64_t>(bottom);
  } else {
    result.large_ = std::make_shared<const Large>(std::move(value));
  }
  return result;
}

Exact::Large Exact::as_large() const {
  return large_ ? *large_ : Large{cpp_rational(top_, bottom_)};
}

Exact operator-(const Exact& value) {
  if (!value.is_small() || value.top_ == least) return Exact::of({-value.as_large().number});
  Exact result = value;
  result.top_ = -value.top_;
  return result;
}

Exact operator+(const Exact& a, const Exact& b) {
  std::int64_t left = 0, right = 0, top = 0, bottom = 0;
  if (a.is_small() && b.is_small()) {
    if (a.bottom_ == b.bottom_ && !__builtin_add_overflow(a.top_, b.top_, &top))
      return a.bottom_ == 1 ? Exact(top) : Exact(top, a.bottom_);
    if (!__builtin_mul_overflow(a.top_, b.bottom_, &left) &&
        !__builtin_mul_overflow(b.top_, a.bottom_, &right) &&
        !__builtin_add_overflow(left, right, &top) &&
        !__builtin_mul_overflow(a.bottom_, b.bottom_, &bottom))
      return Exact(top, bottom);
  }
  return Exact::of({a.as_large().number + b.as_large().number});
}

Exact operator-(const Exact& a, const Exact& b) {
  return a + -b;
}

Exact operator*(const Exact& a, const Exact& b) {
  std::int64_t top = 0, bottom = 0;
  if (a.is_small() && b.is_small() && !__builtin_mul_overflow(a.top_, b.top_, &top) &&
      !__builtin_mul_overflow(a.bottom_, b.bottom_, &bottom))
    return bottom == 1 ? Exact(top) : Exact(top, bottom);
  return Exact::of({a.as_large().number * b.as_large().number});
}

Exact operator/(const Exact& a, const Exact& b) {
  assert(b != 0);
  std::int64_t top = 0, bottom = 0;
  if (a.is_small() && b.is_small() && !__builtin_mul_overflow(a.top_, b.bottom_, &top) &&
      !__builtin_mul_overflow(a.bottom_, b.top_, &bottom))
    return Exact(top, bottom);
  return Exact::of({a.as_large().number / b.as_large().number});
}

bool operator==(const Exact& a, const Exact& b) {
  if (a.is_small() || b.is_small())
    return a.is_small() && b.is_small() && a.top_ == b.top_ && a.bottom_ == b.bottom_;
  return a.large_->number == b.large_->number;
}

std::strong_ordering operator<=>(const Exact& a, const Exact& b) {
  if (a.is_small() && b.is_small()) {
    __extension__ using Wide = __int128;  // holds every product of two of 64 bits
    return Wide{a.top_} * b.bottom_ <=> Wide{b.top_} * a.bottom_;
  }
  return a.as_large().number.compare(b.as_large().number) <=> 0;
}

Exact floor(const Exact& value) {
  if (!value.is_small()) return Exact::of({cpp_rational(floor_of(value.large_->number))});
  const std::int64_t quotient = value.top_ / value.bottom_;  // rounds towards zero
  return value.top_ < 0 && value.bottom_ != 1 ? quotient - 1 : quotient;
}

bool is_whole(const Exact& value) {
  return value.is_small() ? value.bottom_ == 1 : denominator(value.large_->number) == 1;
}

std::optional<std::int64_t> whole_number(const Exact& value) {
  return value.is_small() && value.bottom_ == 1 ? std::optional(value.top_) : std::nullopt;
}

std::size_t bit_count(const Exact& value) {
  const cpp_rational number = value.as_large().number;
  const cpp_int top = abs(numerator(number));
  return (top == 0 ? 0 : msb(top) + 1) + msb(denominator(number)) + 1;
}

std::optional<int> exact_places(const Exact& value) {
  return value.is_small() ? places_under(value.bottom_)
                          : places_under(cpp_int(denominator(value.large_->number)));
}

Exact abs(const Exact& value) {
  return value < 0 ? -value : value;
}

std::optional<Exact> parse_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view places =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (!all_digits(whole) || (point != std::string_view::npos && !all_digits(places)))
    return std::nullopt;
  if (whole.size() + places.size() > 40) return std::nullopt;

  const std::string digits = std::string(whole) + std::string(places);
  const Exact value =
      digits.size() <= small_digits
          ? Exact(small_number(digits), small_power_of_ten(places.size()))
          : Exact::of({cpp_rational(large_number(digits), power_of_ten(places.size()))});
  return negative ? -value : value;
}

std::string decimal_text(const Exact& value, int digits) {
  const std::optional<std::uint64_t> small =
      value.is_small() ? small_scaled(value.top_, value.bottom_, digits) : std::nullopt;
  std::string text =
      small ? std::to_string(*small) : large_scaled(value.as_large().number, digits).str();
  const auto places = static_cast<std::size_t>(digits);
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  if (places > 0) {
    text.insert(text.size() - places, 1, '.');
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
  }
  return value < 0 && text != "0" ? "-" + text : text;
}

std::string fraction_text(const Exact& value) {
  if (!value.is_small()) return value.large_->number.str();
  const std::string top = std::to_string(value.top_);
  return value.bottom_ == 1 ? top : top + "/" + std::to_string(value.bottom_);
}

bool is_shown_exactly(const Exact& value, int digits) {
  const std::optional<int> places = exact_places(value);
  return places && *places <= digits;
}

}  // namespace stagecraft
