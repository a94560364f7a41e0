// Where in a Markdown document a template stands: in text, or in the destination of a link, which
// is a URL.
#pragma once

#include "render/template/html_context.h"

namespace stagecraft::language {

/// The state after literal `text` of a Markdown template. A destination, from "](" to ")", is seen
/// as a URL attribute whose quote is ")".
HtmlStep markdown_after_text(HtmlState state, std::string_view text);

/// How an output at `state` is made safe; nothing, with `refusal`, where it cannot be.
std::optional<Escaping> markdown_escaping(const HtmlState& state, HtmlRefusal& refusal);

}  // namespace stagecraft::language
