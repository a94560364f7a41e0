#pragma once

#include <compare>
#include <string>
#include <utility>

namespace stagecraft {

/// A text with a meaning of its own: ids, routes, urls. Two of different `Tag`s do not mix, and
/// nothing becomes one by accident. A default-made one is empty and means "none".
template <class Tag>
class StrongText {
 public:
  StrongText() = default;
  explicit StrongText(std::string text) : text_(std::move(text)) {}

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

  auto operator<=>(const StrongText&) const = default;
  bool operator==(const StrongText&) const = default;

 private:
  std::string text_;
};

}  // namespace stagecraft
