#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace stagecraft {

/// A number that is not whole, as decimal_text() writes it.
struct DecimalNumber {
  std::string digits;
};

/// What stands in a named place of a pattern: a finished text, or a number that chooses a plural.
using MessageValue = std::variant<std::string, std::int64_t, DecimalNumber>;
using MessageValues = std::vector<std::pair<std::string_view, MessageValue>>;

/// A text with named places, in ICU's MessageFormat:
/// "{client} answered {count, plural, one {# question} other {# questions}}".
/// One object is used by one thread at a time; making one is expensive, formatting is not.
class MessagePattern {
 public:
  /// Nothing when `pattern` is not well formed. `language` is a BCP 47 tag: "en".
  static std::optional<MessagePattern> parse(std::string_view pattern, const std::string& language);

  MessagePattern(MessagePattern&&) noexcept;
  MessagePattern& operator=(MessagePattern&&) noexcept;
  ~MessagePattern();

  /// The names of the places, each once, sorted.
  std::vector<std::string> names() const;

  /// The text with `values` in their places. Requires: a value for every name; values that the
  /// pattern does not use are allowed.
  std::string format(const MessageValues& values) const;

 private:
  struct Parsed;
  explicit MessagePattern(std::unique_ptr<Parsed> parsed);
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace stagecraft
