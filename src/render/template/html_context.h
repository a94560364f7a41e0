// Where in an HTML document a template stands, as far as the literal text before tells: what
// decides how an output is made safe there, and whether it can be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "render/template/program.h"

namespace stagecraft::language {

enum class HtmlPlace : std::uint8_t {
  text,
  plain_text,   ///< inside <title>, <textarea>
  raw_text,     ///< inside <script>, <style>, <iframe> and the like
  data_script,  ///< inside <script type="application/ld+json">
  tag_start,    ///< after "<" or "</"
  tag_name,
  inside_tag,  ///< between attributes
  after_word,  ///< in a tag, where a blank, "/" or ">" must follow
  attribute_name,
  after_attribute_name,
  before_value,  ///< after "="
  quoted_value,
  unquoted_value,
  comment,
  declaration,  ///< <!DOCTYPE …>, <![CDATA[…]]>, <?…>
};

enum class HtmlElement : std::uint8_t {
  other,
  script,
  data_script,
  style,
  plain_text,
  raw_text,
  meta,
  animation,
};

enum class HtmlAttribute : std::uint8_t {
  plain,
  url,
  style,
  event,
  script_type,   ///< decides whether a script is data
  meta_content,  ///< an address to go to when the <meta> has http-equiv
  refused,
};

/// How far the text of a URL has come.
enum class UrlPart : std::uint8_t {
  start,
  scheme,       ///< letters that may become a scheme
  after_value,  ///< after an output: ":" would make a scheme of it
  path,
  address,  ///< after "mailto:" or "tel:"
  query,    ///< after "?" or "#"
  unsafe,   ///< after another scheme
  mixed,    ///< one of several, depending on the way here
};

struct HtmlState {
  HtmlPlace place = HtmlPlace::text;
  HtmlElement element = HtmlElement::other;
  HtmlAttribute attribute = HtmlAttribute::plain;
  UrlPart url = UrlPart::start;
  char quote = '"';
  bool is_end_tag = false;
  bool has_http_equiv = false;      ///< of a <meta>
  bool has_content_output = false;  ///< of a <meta>
  std::string word;                 ///< the name or value being read, lower case
  std::string raw_name;             ///< the element that ends raw or plain text

  auto operator<=>(const HtmlState&) const = default;
};

/// The name of the tag that `state` stands in is over: what follows are attributes.
void html_end_tag_name(HtmlState& state);

/// What is wrong with a place for an output, for a message.
struct HtmlRefusal {
  std::string message;
  std::string note;
};

/// The state after literal `text`. Stops at a mistake in it: then `mistake` is set, with the offset
/// in `text` at which it stands.
struct HtmlStep {
  HtmlState state;
  std::optional<HtmlRefusal> mistake;
  std::size_t mistake_offset = 0;
};
HtmlStep html_after_text(HtmlState state, std::string_view text);

/// How an output at `state` is made safe; `is_json`: it is JSON made by a filter.
/// Sets `refusal` instead when it cannot be.
std::optional<Escaping> html_escaping(const HtmlState& state, bool is_json, HtmlRefusal& refusal);

/// The state after an output at `state`.
HtmlState html_after_output(HtmlState state);

/// The state after branches that end in `left` and `right`; nothing when nothing that follows could
/// mean the same after both.
std::optional<HtmlState> html_joined(const HtmlState& left, const HtmlState& right);

/// "inside a tag", "in text", … for messages.
std::string describe(const HtmlState& state);

}  // namespace stagecraft::language
