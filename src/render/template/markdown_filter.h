// What stands behind `| markdown`. This folder knows no Markdown: whoever parses a set brings it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "render/template/value.h"

namespace stagecraft {

/// A text that a template wants as HTML.
struct MarkdownText {
  std::string_view text;
  int level = 2;               ///< that `#` becomes, 1 to 6
  std::string_view id_prefix;  ///< before every id: letters, digits and hyphens
};

/// What came of it: markup, or what is wrong with the text.
struct MarkdownOutcome {
  Markup markup;
  std::string mistake;             ///< empty when there is markup
  std::vector<std::string> notes;  ///< to the mistake
};

/// Makes safe HTML of Markdown. Called from several threads at once; never throws.
using MarkdownFilter = std::function<MarkdownOutcome(const MarkdownText&)>;

}  // namespace stagecraft
