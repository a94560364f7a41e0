// What a litre costs when 750 ml are sold: exact fractions of the units that shops sell by.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/money.h"

namespace stagecraft::feed {

struct Measure {
  Decimal value;          ///< more than 0
  std::string_view unit;  ///< as it is spelt, never empty; a part of the text that was read
};

/// "750 ml", "1.5kg" or "100 g"; nothing for any other text.
std::optional<Measure> read_measure(std::string_view text);

/// What `base` costs, in minor units of the currency of `price`, when `measure` costs `price`:
/// rounded to the nearest, half upwards. Nothing when the two measure different things, when they
/// have different units and one of them is none of Google's, or when the number is too large.
/// Requires: a currency and a price that is not negative. Units: the product data specification of
/// Google, "unit_pricing_measure"; ounces, pints and gallons are those of the United States.
std::optional<std::int64_t> unit_price(const Money& price, const Measure& measure,
                                       const Measure& base);

}  // namespace stagecraft::feed
