#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace stagecraft {

/// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7: no
/// surrogates, no overlong forms, nothing above U+10FFFF); nothing when all of `text` is well
/// formed.
std::optional<std::size_t> find_bad_utf8(std::string_view text);

/// How many bytes the first code point of `text` takes: 1 for a byte that is not well-formed UTF-8,
/// 0 for an empty text.
std::size_t first_code_point_length(std::string_view text);

/// The number of code points in `text`, which is well-formed UTF-8 (a stray byte counts as one).
std::size_t code_point_count(std::string_view text);

/// `text` without a UTF-8 byte order mark at its start.
std::string_view without_byte_order_mark(std::string_view text);

}  // namespace stagecraft
