#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace stagecraft {

/// An exact rational number. Every score, value and weight is one; binary floating point is used
/// nowhere between reading a number and showing it.
using Exact = boost::multiprecision::cpp_rational;

/// The number that `text` spells as a plain decimal: an optional "-", digits, optionally "." and
/// digits. At most 40 digits in all; no exponent, no blanks, no "+". Nothing for any other text.
std::optional<Exact> parse_decimal(std::string_view text);

/// `value` as a decimal with at most `digits` places, rounded half away from zero, without trailing
/// zeros and with "." before the places: 1/3 gives "0.33", 5/2 gives "2.5", -0.001 gives "0".
std::string decimal_text(const Exact& value, int digits);

/// `value` in lowest terms: "7/3", "-1/2", "4" for a whole number.
std::string fraction_text(const Exact& value);

/// Whether decimal_text(value, digits) says exactly what `value` is.
bool is_shown_exactly(const Exact& value, int digits);

}  // namespace stagecraft
