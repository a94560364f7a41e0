#pragma once

#include <string_view>

#include "model/catalog_settings.h"
#include "model/money.h"

namespace stagecraft::feed {

enum class PriceFault {
  none,
  missing,
  malformed,
  thousands_separator,
  symbol,
  decimal_comma,
  unknown_currency,
  lower_case_currency,
  no_currency,  ///< neither the value nor the settings name one
};

/// A price as a catalog writes it.
struct PriceReading {
  PriceFault fault = PriceFault::missing;
  Money money;  ///< meaningful when `fault` is none, lower_case_currency or no_currency

  bool is_usable() const { return fault == PriceFault::none; }
};

/// Reads "79.99", "79.99 USD" or "USD 79.99"; with DecimalMark::comma also "1.234,50". `fallback`
/// is the currency of a value that names none; null when there is no such.
PriceReading read_price(std::string_view text, const Currency* fallback, DecimalMark mark);

/// "79.99 USD", with as many places as the currency has. Requires: a currency.
std::string price_text(const Money& money);

}  // namespace stagecraft::feed
