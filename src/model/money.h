// Prices without binary floating point: decimals as they are written, and the minor units of ISO
// 4217 that some channels count in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stagecraft {

/// `digits` × 10^-`places`. Trailing zeros are kept, as a price is written: 12.50 is {1250, 2}.
struct Decimal {
  std::int64_t digits = 0;
  int places = 0;  ///< 0 to 9
};

/// The number that `text` spells: an optional "-", digits, optionally "." and one to nine digits,
/// at most 18 digits in all. Nothing for any other text.
std::optional<Decimal> parse_amount(std::string_view text);

/// -1, 0 or 1 as `a` is less than, equal to or greater than `b`: 1.5 equals 1.50.
int compare(const Decimal& a, const Decimal& b);

/// `amount` with exactly `places` places (or more where it has more that are not 0): "79.90".
std::string amount_text(const Decimal& amount, int places);

/// A currency of ISO 4217: how many digits its minor unit has (JPY 0, USD 2, KWD 3).
struct Currency {
  std::string_view code;
  int places = 2;
};

/// The currency with this three-letter code in upper case, null when ISO 4217 has none. The list is
/// that of 2024-06 with the funds codes, metals and codes for testing left out: no shop has a price
/// in them.
const Currency* find_currency(std::string_view code);

/// `amount` in minor units of `currency`; nothing when it has more digits than the currency, or too
/// many for a 64-bit number.
std::optional<std::int64_t> minor_units(const Decimal& amount, const Currency& currency);

/// What `units` minor units of `currency` come to.
Decimal amount_of_minor_units(std::int64_t units, const Currency& currency);

/// An amount in a currency. No currency: neither the catalog nor the settings name one.
struct Money {
  Decimal amount;
  const Currency* currency = nullptr;
};

}  // namespace stagecraft
