#pragma once

#include <rapidcheck.h>

#include <sstream>
#include <utility>

#include "support/catch.h"

namespace stagecraft::tests {

/// Checks that `property` (a callable whose parameters are made at random, with RC_ASSERT inside)
/// holds in every case tried. A failure shows the smallest case found, and how to try it again.
template <typename Property>
void check_always(Property&& property) {
  const auto result = rc::detail::checkTestable(std::forward<Property>(property));
  std::ostringstream message;
  rc::detail::printResultMessage(result, message);
  INFO(message.str());
  CHECK(result.template is<rc::detail::SuccessResult>());
}

}  // namespace stagecraft::tests
