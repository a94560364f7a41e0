// Escaping for the HTML that is written here.
#pragma once

#include <string>
#include <string_view>

namespace stagecraft {

/// Appends `text` to `html` so that it reads as text, also inside a double-quoted attribute.
void append_escaped(std::string& html, std::string_view text);

/// Appends `url` for a double-quoted attribute: bytes that a URL cannot hold become %XX, `%` stays.
void append_escaped_url(std::string& html, std::string_view url);

/// The scheme that a browser would see in `url`, in lower case and without the colon; empty for a
/// relative address. Browsers drop control characters, so they are dropped here.
std::string scheme_of(std::string_view url);

}  // namespace stagecraft
