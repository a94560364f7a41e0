#include "render/template/html_context.h"

#include <algorithm>
#include <array>

namespace stagecraft::language {
namespace {

constexpr std::string_view blanks = " \t\r\n\f";

constexpr std::array<std::string_view, 15> url_attributes{
    "action", "background", "cite",     "classid", "codebase", "data", "formaction", "href",
    "icon",   "longdesc",   "manifest", "ping",    "poster",   "src",  "xlink:href"};

// srcset holds several URLs with their own syntax, srcdoc a whole page, attributename says which
// attribute an SVG animation changes.
constexpr std::array<std::string_view, 4> refused_attributes{"srcset", "imagesrcset", "srcdoc",
                                                             "attributename"};

constexpr std::array<std::string_view, 4> animated_values{"to", "from", "by", "values"};

template <class Range>
bool contains(const Range& range, std::string_view word) {
  return std::find(range.begin(), range.end(), word) != range.end();
}

bool is_blank(char c) {
  return blanks.find(c) != std::string_view::npos;
}

char lower(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_letter(char c) {
  return 'a' <= lower(c) && lower(c) <= 'z';
}

HtmlElement element_of(std::string_view name) {
  if (name == "script") return HtmlElement::script;
  if (name == "style") return HtmlElement::style;
  if (name == "title" || name == "textarea") return HtmlElement::plain_text;
  if (name == "meta") return HtmlElement::meta;
  if (name == "set" || name.starts_with("animate")) return HtmlElement::animation;
  constexpr std::array<std::string_view, 5> raw{"iframe", "noembed", "noframes", "xmp",
                                                "plaintext"};
  return contains(raw, name) ? HtmlElement::raw_text : HtmlElement::other;
}

HtmlAttribute attribute_of(std::string_view name, HtmlElement element) {
  if (name.starts_with("on")) return HtmlAttribute::event;
  if (name == "style") return HtmlAttribute::style;
  if (contains(url_attributes, name)) return HtmlAttribute::url;
  if (contains(refused_attributes, name)) return HtmlAttribute::refused;
  if (name == "type" && element == HtmlElement::script) return HtmlAttribute::script_type;
  if (name == "content" && element == HtmlElement::meta) return HtmlAttribute::meta_content;
  if (name == "http-equiv" && element == HtmlElement::meta) return HtmlAttribute::refused;
  if (element == HtmlElement::animation && contains(animated_values, name))
    return HtmlAttribute::refused;
  return HtmlAttribute::plain;
}

UrlPart url_after(UrlPart part, std::string_view scheme) {
  if (part == UrlPart::after_value) return part;
  if (scheme == "http" || scheme == "https") return UrlPart::path;
  return scheme == "mailto" || scheme == "tel" ? UrlPart::address : UrlPart::unsafe;
}

/// Reads literal text of a template character by character, as the tokenizer of the HTML standard
/// does, as far as it matters for what an output would mean.
class Reader {
 public:
  Reader(HtmlState& state, std::string_view text) : state_(state), text_(text) {}

  HtmlStep run() {
    while (at_ < text_.size() && !mistake_) step();
    // What follows the mistake is read as if it had not been made.
    std::optional<HtmlRefusal> first = std::move(mistake_);
    const std::size_t offset = mistake_offset_;
    mistake_.reset();
    while (at_ < text_.size()) step();
    return {state_, std::move(first), offset};
  }

 private:
  void step() {
    const char c = text_[at_];
    switch (state_.place) {
      case HtmlPlace::text:
        read_text();
        return;
      case HtmlPlace::plain_text:
      case HtmlPlace::raw_text:
      case HtmlPlace::data_script:
        read_until_end_tag();
        return;
      case HtmlPlace::tag_start:
        read_tag_start(c);
        return;
      case HtmlPlace::tag_name:
        read_tag_name(c);
        return;
      case HtmlPlace::inside_tag:
        read_inside_tag(c);
        return;
      case HtmlPlace::after_word:
        read_after_word(c);
        return;
      case HtmlPlace::attribute_name:
        read_attribute_name(c);
        return;
      case HtmlPlace::after_attribute_name:
        read_after_attribute_name(c);
        return;
      case HtmlPlace::before_value:
        read_before_value(c);
        return;
      case HtmlPlace::quoted_value:
        read_quoted_value(c);
        return;
      case HtmlPlace::unquoted_value:
        read_unquoted_value(c);
        return;
      case HtmlPlace::comment:
        skip_past("-->");
        return;
      case HtmlPlace::declaration:
        skip_past(state_.word == "[" ? "]]>" : ">");
        return;
    }
  }

  void fail(std::string message, std::string note) {
    if (mistake_) return;
    mistake_ = HtmlRefusal{std::move(message), std::move(note)};
    mistake_offset_ = at_;
  }

  void read_text() {
    const std::size_t tag = text_.find('<', at_);
    if (tag == std::string_view::npos) {
      at_ = text_.size();
      return;
    }
    at_ = tag + 1;
    state_ = {};
    state_.place = HtmlPlace::tag_start;
  }

  void read_tag_start(char c) {
    if (c == '/' && !state_.is_end_tag) {
      state_.is_end_tag = true;
      ++at_;
    } else if (is_letter(c)) {
      state_.place = HtmlPlace::tag_name;
    } else if ((c == '!' || c == '?') && !state_.is_end_tag) {
      start_declaration();
    } else {
      state_ = {};  // "a < b": text
    }
  }

  void start_declaration() {
    const std::string_view rest = text_.substr(at_);
    state_.place = HtmlPlace::declaration;
    if (rest.starts_with("!--")) {
      state_.place = HtmlPlace::comment;
      at_ += 3;
      if (text_.substr(at_).starts_with(">") || text_.substr(at_).starts_with("->"))
        skip_past(">");  // <!--> and <!---> are whole comments
      return;
    }
    if (rest.starts_with("![CDATA[")) state_.word = "[";
    ++at_;
  }

  void skip_past(std::string_view end) {
    const std::size_t found = text_.find(end, at_);
    if (found == std::string_view::npos) {
      at_ = text_.size();
      return;
    }
    at_ = found + end.size();
    state_ = {};
  }

  void read_tag_name(char c) {
    if (is_blank(c) || c == '/' || c == '>') {
      html_end_tag_name(state_);
      return;
    }
    state_.word += lower(c);
    ++at_;
  }

  void read_inside_tag(char c) {
    if (c == '>') {
      ++at_;
      close_tag();
    } else if (is_blank(c) || c == '/') {
      ++at_;
    } else {
      state_.place = HtmlPlace::attribute_name;
      state_.word.assign(1, lower(c));
      ++at_;
    }
  }

  void read_after_word(char c) {
    if (!is_blank(c) && c != '/' && c != '>') {
      fail("this means different things after the ways that lead here",
           "write a blank between attributes");
    }
    state_.place = HtmlPlace::inside_tag;
  }

  void close_tag() {
    HtmlState next;
    next.element = state_.element;
    switch (state_.element) {
      case HtmlElement::script:
      case HtmlElement::style:
      case HtmlElement::raw_text:
        next.place = HtmlPlace::raw_text;
        break;
      case HtmlElement::data_script:
        next.place = HtmlPlace::data_script;
        break;
      case HtmlElement::plain_text:
        next.place = HtmlPlace::plain_text;
        break;
      default:
        next.element = HtmlElement::other;
        break;
    }
    if (next.place != HtmlPlace::text) next.raw_name = state_.raw_name;
    state_ = std::move(next);
  }

  void read_until_end_tag() {
    for (; at_ < text_.size(); ++at_) {
      if (!text_.substr(at_).starts_with("</")) continue;
      const std::string_view name = text_.substr(at_ + 2, state_.raw_name.size());
      const bool is_end =
          std::equal(name.begin(), name.end(), state_.raw_name.begin(), state_.raw_name.end(),
                     [](char a, char b) { return lower(a) == b; });
      if (!is_end) continue;
      state_ = {};
      return;  // the tag itself is read as text
    }
  }

  void read_attribute_name(char c) {
    if (!is_blank(c) && c != '/' && c != '>' && c != '=') {
      state_.word += lower(c);
      ++at_;
      return;
    }
    state_.place = HtmlPlace::after_attribute_name;
  }

  void read_after_attribute_name(char c) {
    if (is_blank(c)) {
      ++at_;
    } else if (c == '=') {
      start_attribute();
      ++at_;
    } else {
      state_.word.clear();
      state_.place = HtmlPlace::inside_tag;
    }
  }

  void start_attribute() {
    state_.attribute = attribute_of(state_.word, state_.element);
    if (state_.element == HtmlElement::meta && state_.word == "http-equiv") {
      state_.has_http_equiv = true;
      if (state_.has_content_output)
        fail("'http-equiv' makes an address of a content that is not fixed",
             "such a content is written out");
    }
    state_.word.clear();
    state_.url = UrlPart::start;
    state_.place = HtmlPlace::before_value;
  }

  void read_before_value(char c) {
    if (is_blank(c)) {
      ++at_;
    } else if (c == '"' || c == '\'') {
      ++at_;
      state_.quote = c;
      state_.place = HtmlPlace::quoted_value;
    } else if (c == '>') {
      end_value();
    } else {
      state_.place = HtmlPlace::unquoted_value;
    }
  }

  void read_quoted_value(char c) {
    ++at_;
    if (c == state_.quote)
      end_value();
    else if (state_.attribute == HtmlAttribute::url)
      read_url(c);
    else if (state_.attribute == HtmlAttribute::script_type)
      state_.word += lower(c);
  }

  void read_unquoted_value(char c) {
    if (is_blank(c) || c == '>') {
      end_value();
      return;
    }
    if (state_.attribute == HtmlAttribute::script_type) state_.word += lower(c);
    ++at_;
  }

  void end_value() {
    const bool is_data = state_.word == "application/ld+json" || state_.word == "application/json";
    if (state_.attribute == HtmlAttribute::script_type && is_data)
      state_.element = HtmlElement::data_script;
    state_.place = HtmlPlace::inside_tag;
    state_.attribute = HtmlAttribute::plain;
    state_.url = UrlPart::start;
    state_.quote = '"';
    state_.word.clear();
  }

  void read_url(char c) {
    if (state_.url == UrlPart::query || state_.url == UrlPart::unsafe) return;
    const bool may_be_scheme = state_.url == UrlPart::start || state_.url == UrlPart::scheme;
    if (c == '?' || c == '#') {
      state_.url = UrlPart::query;
    } else if (state_.url == UrlPart::after_value && c == ':') {
      fail("this ':' makes a scheme of what stands before it",
           "a URL comes with its scheme in one value, or its scheme is written out");
    } else if (state_.url == UrlPart::after_value && c == '/') {
      state_.url = UrlPart::path;
    } else if (may_be_scheme && c == ':') {
      state_.url = url_after(state_.url, state_.word);
    } else if (may_be_scheme && c == '&') {
      state_.url = UrlPart::unsafe;  // a character reference could spell any scheme
    } else if (may_be_scheme && (is_letter(c) || is_scheme_character(c))) {
      state_.url = UrlPart::scheme;
      state_.word += lower(c);
      return;
    } else if (may_be_scheme) {
      state_.url = UrlPart::path;
    }
    state_.word.clear();
  }

  // A blank may hide a scheme from us that browsers see.
  static bool is_scheme_character(char c) {
    return std::string_view("0123456789+- \t\r\n\f").find(c) != std::string_view::npos;
  }

  HtmlState& state_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<HtmlRefusal> mistake_;
  std::size_t mistake_offset_ = 0;
};

}  // namespace

void html_end_tag_name(HtmlState& state) {
  state.element = state.is_end_tag ? HtmlElement::other : element_of(state.word);
  const bool has_raw_text = state.element != HtmlElement::other &&
                            state.element != HtmlElement::meta &&
                            state.element != HtmlElement::animation;
  state.raw_name = has_raw_text ? state.word : "";
  state.word.clear();
  state.place = HtmlPlace::inside_tag;
}

HtmlStep html_after_text(HtmlState state, std::string_view text) {
  return Reader(state, text).run();
}

}  // namespace stagecraft::language
