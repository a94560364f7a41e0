#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft {

/// Where a style sheet names another file.
struct CssReference {
  std::size_t offset = 0;  ///< of the address: a string with its quotes, or the bare text in url(…)
  std::size_t length = 0;
  std::string address;     ///< what it says, escapes resolved: "fonts/a.woff2", "#mask", "data:…"
  bool is_import = false;  ///< it stands in an @import rule
};

/// Every address in `css`, in order: `url(…)` and `src(…)`, strings in `image-set(…)` and in
/// @import rules. What stands in comments and in other strings is none. Reads the tokens of CSS
/// Syntax 3, so
/// `\75 rl(a)` is found as well; what a browser drops as malformed is left out. Never fails.
std::vector<CssReference> css_references(std::string_view css);

/// `css` with every comment replaced by blanks of the same length.
std::string without_css_comments(std::string_view css);

}  // namespace stagecraft
