// What a place in HTML means for an output, and for the branches that lead to it.
#include "render/template/html_context.h"

namespace stagecraft::language {
namespace {

bool is_in_tag(const HtmlState& state) {
  return state.place == HtmlPlace::tag_name || state.place == HtmlPlace::inside_tag ||
         state.place == HtmlPlace::after_word || state.place == HtmlPlace::attribute_name ||
         state.place == HtmlPlace::after_attribute_name;
}

/// `state` as if the name that it may stand in were over.
HtmlState after_name(HtmlState state) {
  if (state.place == HtmlPlace::tag_name) html_end_tag_name(state);
  state.place = HtmlPlace::after_word;
  state.word.clear();
  state.attribute = HtmlAttribute::plain;
  return state;
}

bool takes_path(UrlPart part) {
  return part == UrlPart::start || part == UrlPart::scheme || part == UrlPart::after_value ||
         part == UrlPart::path;
}

std::optional<Escaping> url_escaping(UrlPart part, HtmlRefusal& refusal) {
  switch (part) {
    case UrlPart::start:
      return Escaping::url_start;
    case UrlPart::query:
      return Escaping::url_query;
    case UrlPart::address:
      return Escaping::url_address;
    case UrlPart::unsafe:
      refusal = {"nothing can be shown after this scheme", "one of: http, https, mailto, tel"};
      return std::nullopt;
    case UrlPart::mixed:
      refusal = {"it is not clear which part of the URL this is",
                 "write the '?' or '#' once, outside the tags"};
      return std::nullopt;
    default:
      return Escaping::url_path;
  }
}

std::optional<Escaping> attribute_escaping(const HtmlState& state, HtmlRefusal& refusal) {
  switch (state.attribute) {
    case HtmlAttribute::plain:
      return Escaping::html_attribute;
    case HtmlAttribute::url:
      return url_escaping(state.url, refusal);
    case HtmlAttribute::meta_content:
      if (!state.has_http_equiv) return Escaping::html_attribute;
      refusal = {"nothing can be shown in the content of 'http-equiv'", ""};
      return std::nullopt;
    case HtmlAttribute::style:
      refusal = {"nothing can be shown in a 'style' attribute", "choose among classes instead"};
      return std::nullopt;
    case HtmlAttribute::event:
      refusal = {"nothing can be shown in an event handler",
                 "put the value into a 'data-' attribute"};
      return std::nullopt;
    default:
      refusal = {"nothing can be shown in this attribute", "its value is written out"};
      return std::nullopt;
  }
}

}  // namespace

std::optional<Escaping> html_escaping(const HtmlState& state, bool is_json, HtmlRefusal& refusal) {
  switch (state.place) {
    case HtmlPlace::text:
      return Escaping::html_text;
    case HtmlPlace::plain_text:
      return Escaping::html_plain;
    case HtmlPlace::quoted_value:
      return attribute_escaping(state, refusal);
    case HtmlPlace::data_script:
      if (is_json) return Escaping::data;
      refusal = {"an output in a data script ends with '| json_ld'", ""};
      return std::nullopt;
    case HtmlPlace::raw_text:
      refusal = {"nothing can be shown in <" + state.raw_name + ">",
                 state.element == HtmlElement::script
                     ? "put data into <script type=\"application/ld+json\">"
                     : ""};
      return std::nullopt;
    case HtmlPlace::before_value:
    case HtmlPlace::unquoted_value:
      refusal = {"an attribute that shows a value has quotes", "write name=\"{{ … }}\""};
      return std::nullopt;
    default:
      break;
  }
  refusal = {"nothing can be shown " + describe(state), ""};
  return std::nullopt;
}

HtmlState html_after_output(HtmlState state) {
  if (state.place == HtmlPlace::quoted_value && state.attribute == HtmlAttribute::meta_content)
    state.has_content_output = true;
  const bool in_url =
      state.place == HtmlPlace::quoted_value && state.attribute == HtmlAttribute::url;
  if (in_url && (state.url == UrlPart::start || state.url == UrlPart::scheme)) {
    state.url = UrlPart::after_value;
    state.word.clear();
  }
  return state;
}

std::optional<HtmlState> html_joined(const HtmlState& left, const HtmlState& right) {
  if (left == right) return left;
  if (is_in_tag(left) && is_in_tag(right)) {
    HtmlState joined = after_name(left);
    const HtmlState other = after_name(right);
    joined.has_http_equiv = joined.has_http_equiv || other.has_http_equiv;
    joined.has_content_output = joined.has_content_output || other.has_content_output;
    const bool is_same = joined.element == other.element && joined.raw_name == other.raw_name &&
                         joined.is_end_tag == other.is_end_tag;
    if (!is_same) return std::nullopt;
    const bool both_inside =
        left.place == HtmlPlace::inside_tag && right.place == HtmlPlace::inside_tag;
    if (both_inside) joined.place = HtmlPlace::inside_tag;
    return joined;
  }
  HtmlState joined = left;
  joined.url =
      takes_path(left.url) && takes_path(right.url) ? UrlPart::after_value : UrlPart::mixed;
  joined.word = right.word;
  joined.has_content_output = right.has_content_output;
  HtmlState other = right;
  other.url = joined.url;
  if (left.place != HtmlPlace::quoted_value || joined != other) return std::nullopt;
  joined.has_content_output = left.has_content_output || right.has_content_output;
  if (left.attribute == HtmlAttribute::script_type) return std::nullopt;
  joined.word.clear();
  return joined;
}

std::string describe(const HtmlState& state) {
  switch (state.place) {
    case HtmlPlace::text:
      return "in text";
    case HtmlPlace::plain_text:
    case HtmlPlace::raw_text:
    case HtmlPlace::data_script:
      return "in <" + state.raw_name + ">";
    case HtmlPlace::tag_start:
    case HtmlPlace::tag_name:
      return "in the name of a tag";
    case HtmlPlace::inside_tag:
    case HtmlPlace::after_word:
      return "in a tag, between attributes";
    case HtmlPlace::attribute_name:
    case HtmlPlace::after_attribute_name:
      return "in the name of an attribute";
    case HtmlPlace::before_value:
    case HtmlPlace::unquoted_value:
      return "in an attribute without quotes";
    case HtmlPlace::quoted_value:
      return "in the value of an attribute";
    case HtmlPlace::comment:
      return "in a comment";
    default:
      return "in a declaration";
  }
}

}  // namespace stagecraft::language
