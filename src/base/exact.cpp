#include "base/exact.h"

#include <algorithm>

namespace stagecraft {
namespace {

using boost::multiprecision::cpp_int;

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
}

cpp_int power_of_ten(std::size_t exponent) {
  return boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(exponent));
}

/// The digits of `text` as a number; Boost would read a leading zero as octal.
cpp_int whole_number(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
  return text.empty() ? cpp_int(0) : cpp_int(std::string(text));
}

}  // namespace

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

  const cpp_int digits = whole_number(std::string(whole) + std::string(places));
  const Exact value(digits, power_of_ten(places.size()));
  return negative ? Exact(-value) : value;
}

std::string decimal_text(const Exact& value, int digits) {
  const cpp_int scale = power_of_ten(static_cast<std::size_t>(digits));
  const Exact magnitude = abs(value);
  const cpp_int scaled = numerator(magnitude) * scale;
  const cpp_int divisor = denominator(magnitude);
  const cpp_int rounded = (2 * scaled + divisor) / (2 * divisor);

  std::string places = cpp_int(rounded % scale).str();
  places.insert(
      0,
      static_cast<std::size_t>(digits) - std::min(places.size(), static_cast<std::size_t>(digits)),
      '0');
  if (digits == 0) places.clear();
  while (places.ends_with('0')) places.pop_back();

  const std::string whole = cpp_int(rounded / scale).str();
  const std::string sign = value < 0 && rounded != 0 ? "-" : "";
  return places.empty() ? sign + whole : sign + whole + "." + places;
}

std::string fraction_text(const Exact& value) {
  const std::string top = numerator(value).str();
  return denominator(value) == 1 ? top : top + "/" + denominator(value).str();
}

bool is_shown_exactly(const Exact& value, int digits) {
  return power_of_ten(static_cast<std::size_t>(digits)) % denominator(value) == 0;
}

}  // namespace stagecraft
