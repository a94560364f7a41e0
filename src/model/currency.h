#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft {

/// How many decimals ISO 4217 gives the currency with the code `code`; nothing when it is no code
/// of a currency in use.
std::optional<int> currency_decimals(std::string_view code);

/// All codes, for messages.
std::vector<std::string> currency_codes();

}  // namespace stagecraft
