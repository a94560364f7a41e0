#pragma once

#include <string_view>

#include "base/exact.h"

namespace stagecraft::tests {

/// The number that `text` spells as fraction_text() does: "7/3", "-1/2", "4".
inline Exact fraction(std::string_view text) {
  const std::size_t slash = text.find('/');
  const Exact top = parse_decimal(text.substr(0, slash)).value();
  return slash == std::string_view::npos ? top : top / *parse_decimal(text.substr(slash + 1));
}

}  // namespace stagecraft::tests
