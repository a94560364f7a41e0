#include "render/template/markdown_context.h"

#include <algorithm>

namespace stagecraft::language {

HtmlStep markdown_after_text(HtmlState state, std::string_view text) {
  HtmlStep result;
  for (std::size_t at = 0; at < text.size();) {
    if (state.place == HtmlPlace::text) {
      const std::size_t link = text.find("](", at);
      if (link == std::string_view::npos) break;
      at = link + 2;
      state.place = HtmlPlace::quoted_value;
      state.attribute = HtmlAttribute::url;
      state.quote = ')';
      continue;
    }
    const std::size_t end = std::min(text.find(')', at), text.size());
    HtmlStep step = html_after_text(state, text.substr(at, end - at));
    if (step.mistake && !result.mistake) {
      result.mistake = std::move(step.mistake);
      result.mistake_offset = at + step.mistake_offset;
    }
    state = end < text.size() ? HtmlState{} : std::move(step.state);
    at = end + 1;
  }
  result.state = std::move(state);
  return result;
}

std::optional<Escaping> markdown_escaping(const HtmlState& state, HtmlRefusal& refusal) {
  if (state.place == HtmlPlace::text) return Escaping::markdown;
  return html_escaping(state, false, refusal);
}

}  // namespace stagecraft::language
