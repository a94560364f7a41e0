// The first mistake in a JSON text, in words. simdjson says quickly that there is one, but neither
// precisely where nor what.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft {

struct JsonSyntaxError {
  std::size_t offset = 0;
  std::size_t length = 1;
  std::string message;
  std::vector<std::string> notes;
};

/// The first place where `text` leaves RFC 8259 (read strictly: a \u escape of half a surrogate
/// pair is a mistake); nothing when it is valid. A leading byte order mark is passed over.
/// Requires: well-formed UTF-8.
std::optional<JsonSyntaxError> find_json_error(std::string_view text);

/// Whether all of `token` is a number as JSON writes it.
bool is_json_number(std::string_view token);

}  // namespace stagecraft
