// yaml-cpp's syntax errors in our words, at the place where the mistake is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft {

/// What was read before the error.
struct YamlContext {
  std::string_view text;
  std::size_t last_value = 0;               ///< offset of the last scalar, 0 when there is none
  std::optional<std::size_t> open_bracket;  ///< of the innermost flow list or map still open
  std::vector<std::string> anchors;         ///< names, in order of definition
};

struct SyntaxError {
  std::size_t offset = 0;
  std::size_t length = 1;
  std::string message;
  std::vector<std::string> notes;
};

/// `reason` (yaml-cpp's message) at byte `offset`.
SyntaxError explain_yaml_error(std::string_view reason, std::size_t offset,
                               const YamlContext& context);

/// The message for a quoted scalar without an end.
SyntaxError unclosed_quote(std::size_t offset);

}  // namespace stagecraft
