#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace stagecraft {

/// An exact rational number of any size, 0 unless made of something else. Every score, value and
/// weight is one; binary floating point is used nowhere between reading a number and showing it.
///
/// Nearly all of them are quotients of two 64-bit integers, and those are held as such; what is
/// larger is held apart and shared by copies. Which of the two it is shows in speed alone.
class Exact {
 public:
  Exact() = default;
  Exact(std::signed_integral auto whole) : top_(whole) {}
  Exact(std::unsigned_integral auto whole) : Exact(of_unsigned(whole)) {}

  /// `top` / `bottom` in lowest terms. `bottom` is not 0.
  Exact(std::int64_t top, std::int64_t bottom);

  Exact& operator+=(const Exact& other) { return *this = *this + other; }
  Exact& operator-=(const Exact& other) { return *this = *this - other; }
  Exact& operator*=(const Exact& other) { return *this = *this * other; }
  Exact& operator/=(const Exact& other) { return *this = *this / other; }

  friend Exact operator-(const Exact& value);
  friend Exact operator+(const Exact& a, const Exact& b);
  friend Exact operator-(const Exact& a, const Exact& b);
  friend Exact operator*(const Exact& a, const Exact& b);
  friend Exact operator/(const Exact& a, const Exact& b);  ///< `b` is not 0
  friend bool operator==(const Exact& a, const Exact& b);
  friend std::strong_ordering operator<=>(const Exact& a, const Exact& b);

  friend Exact floor(const Exact& value);
  friend bool is_whole(const Exact& value);
  friend std::optional<std::int64_t> whole_number(const Exact& value);
  friend std::size_t bit_count(const Exact& value);
  friend std::optional<int> exact_places(const Exact& value);
  friend std::string decimal_text(const Exact& value, int digits);
  friend std::string fraction_text(const Exact& value);
  friend std::optional<Exact> parse_decimal(std::string_view text);

 private:
  struct Large;

  static Exact of_unsigned(std::uint64_t whole);
  static Exact of(Large value);
  bool is_small() const { return !large_; }
  Large as_large() const;

  std::int64_t top_ = 0;
  std::int64_t bottom_ = 1;             // above 0, and without a divisor in common with top_
  std::shared_ptr<const Large> large_;  // what the two above cannot hold, else nothing
};

Exact abs(const Exact& value);

/// The greatest whole number that is not above `value`: -1/2 gives -1.
Exact floor(const Exact& value);

bool is_whole(const Exact& value);

/// `value` where it is whole and has 64 bits; nothing for any other number.
std::optional<std::int64_t> whole_number(const Exact& value);

/// How many bits numerator and denominator have together: a measure of what it costs to go on with
/// `value`. Zero has one, that of its denominator.
std::size_t bit_count(const Exact& value);

/// How many decimal places say exactly what `value` is: 0 for a whole number, 3 for 1/8. Nothing
/// where no number of places does.
std::optional<int> exact_places(const Exact& value);

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
