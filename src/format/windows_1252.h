#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace stagecraft {

/// The offset of the first byte to which Windows-1252 gives no character (81, 8D, 8F, 90, 9D);
/// nothing when there is none.
std::optional<std::size_t> find_bad_windows_1252(std::string_view bytes);

/// `bytes` of Windows-1252 as UTF-8. Requires: find_bad_windows_1252() finds nothing.
std::string utf8_of_windows_1252(std::string_view bytes);

}  // namespace stagecraft
