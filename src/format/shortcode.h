// Shortcodes: `{{< name key="value" >}}` on a line of its own, for what Markdown has no words for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "format/document_errors.h"

namespace stagecraft {

struct ShortcodeArgument {
  std::string name;
  std::string value;
  std::size_t name_offset = 0;
  std::size_t value_offset = 0;  ///< of the opening quote
  std::size_t value_length = 0;  ///< with the quotes

  bool operator==(const ShortcodeArgument&) const = default;
};

/// Names are kebab-case and not yet looked up; arguments are in order and their names are unique.
struct Shortcode {
  std::string name;
  std::vector<ShortcodeArgument> arguments;
  std::size_t offset = 0;  ///< of `{{<` in the source
  std::size_t length = 0;  ///< up to and with `>}}`
  std::size_t name_offset = 0;
  std::size_t html_offset = 0;  ///< where its HTML belongs

  /// The value of argument `name`, null when there is none.
  const std::string* find(std::string_view argument) const;

  bool operator==(const Shortcode&) const = default;
};

/// Whether `line` begins like a shortcode.
bool is_shortcode(std::string_view line);

/// Reads the shortcode that fills bytes `begin` to `end` of the text. In values `\"` is a quote and
/// `\\` a backslash. Reports the first mistake and returns nothing.
std::optional<Shortcode> parse_shortcode(std::size_t begin, std::size_t end,
                                         DocumentErrors& errors);

}  // namespace stagecraft
