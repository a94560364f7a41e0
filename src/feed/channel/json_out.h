#pragma once

#include <string>
#include <string_view>

namespace stagecraft::feed {

/// Appends `text` in quotes as JSON writes it; "</" as "<\/", so that it can stand in a script.
void append_json(std::string& out, std::string_view text);

}  // namespace stagecraft::feed
