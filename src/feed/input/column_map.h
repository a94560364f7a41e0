#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft::feed {

/// `header` as headers are compared: lower case, blanks as one, without outer ones.
std::string header_key(std::string_view header);

/// Where a header's values go: an attribute, or a number that the reader of the format gives
/// meaning to.
struct KnownHeader {
  std::string_view header;  ///< as header_key() gives it
  int target = 0;
};

/// The target of `header` among `known`; nothing for one that is not known.
std::optional<int> find_header(std::span<const KnownHeader> known, std::string_view header);

}  // namespace stagecraft::feed
