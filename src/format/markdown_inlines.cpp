#include <cmark-gfm.h>
#include <fmt/format.h>

#include <array>

#include "format/html_escape.h"
#include "format/markdown_writer.h"

namespace stagecraft {
namespace {

using std::string_view;

string_view view_of(const char* text) {
  return text ? text : "";
}

/// Whether an address with `scheme` may stand in a page.
bool is_allowed(string_view scheme, bool is_image) {
  if (scheme.empty() || scheme == "http" || scheme == "https") return true;
  return !is_image && (scheme == "mailto" || scheme == "tel");
}

}  // namespace

std::string markdown_plain_text(cmark_node* node) {
  std::string result;
  cmark_iter* const walk = cmark_iter_new(node);
  for (cmark_event_type event; (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE;) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* const part = cmark_iter_get_node(walk);
    const cmark_node_type type = cmark_node_get_type(part);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
      result += view_of(cmark_node_get_literal(part));
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) result += ' ';
  }
  cmark_iter_free(walk);
  result.erase(0, result.find_first_not_of(" \t\n"));
  result.erase(result.find_last_not_of(" \t\n") + 1);
  return result;
}

bool MarkdownWriter::enter_inline(cmark_node* node) {
  const string_view literal = view_of(cmark_node_get_literal(node));
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      text(node);
      return false;
    case CMARK_NODE_SOFTBREAK:
      html() += '\n';
      return false;
    case CMARK_NODE_LINEBREAK:
      html() += "<br>\n";
      return false;
    case CMARK_NODE_CODE:
      html() += "<code>";
      append_escaped(html(), literal);
      html() += "</code>";
      return false;
    case CMARK_NODE_HTML_INLINE:
      raw_html(places_.text(literal), literal);
      return false;
    case CMARK_NODE_EMPH:
      html() += "<em>";
      return true;
    case CMARK_NODE_STRONG:
      html() += "<strong>";
      return true;
    case CMARK_NODE_LINK:
      enter_link(node);
      return true;
    case CMARK_NODE_IMAGE:
      image(node);
      return false;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      footnote_reference(node);
      return false;
    default:
      return enter_extension(node);
  }
}

void MarkdownWriter::text(cmark_node* node) {
  const string_view literal = view_of(cmark_node_get_literal(node));
  if (literal.find("{{<") != literal.npos) {
    const MarkdownPlace place = places_.text("{{<");
    errors_.add(place.offset, place.length, "a shortcode stands on a line of its own",
                {"put empty lines around it, or backticks to mean the characters"});
  }
  append_escaped(html(), literal);
}

void MarkdownWriter::enter_link(cmark_node* node) {
  html() += "<a href=\"";
  address(node, false);
  html() += '"';
  const string_view title = view_of(cmark_node_get_title(node));
  if (!title.empty()) write_attribute("title", title);
  html() += '>';
}

void MarkdownWriter::image(cmark_node* node) {
  html() += "<img src=\"";
  address(node, true);
  html() += '"';
  const std::string alt = markdown_plain_text(node);
  if (alt.empty()) {
    const MarkdownLink& link = document_.links.back();
    errors_.add(link.offset, link.length, fmt::format("image '{}' has no alt text", link.url),
                {fmt::format("write ![what it shows]({})", link.url)});
  }
  write_attribute("alt", alt);
  const string_view title = view_of(cmark_node_get_title(node));
  if (!title.empty()) write_attribute("title", title);
  html() += '>';
}

/// Writes and notes the address of a link or image.
void MarkdownWriter::address(cmark_node* node, bool is_image) {
  MarkdownLink link;
  link.is_image = is_image;
  link.url = view_of(cmark_node_get_url(node));
  const MarkdownPlace place = places_.address(link.url);
  link.offset = place.offset;
  link.length = place.length;
  const std::string scheme = scheme_of(link.url);
  if (link.url.empty()) {
    errors_.add(link.offset, link.length, is_image ? "image has no address" : "link has no address",
                {"write it in the round brackets"});
  } else if (!is_allowed(scheme, is_image)) {
    errors_.add(link.offset, link.length, fmt::format("scheme '{}' is not allowed here", scheme),
                {is_image ? "one of: http, https, or a relative address"
                          : "one of: http, https, mailto, tel, or a relative address"});
  } else {
    link.html_offset = html().size();
    append_escaped_url(html(), link.url);
    link.html_length = html().size() - link.html_offset;
  }
  document_.links.push_back(std::move(link));
}

void MarkdownWriter::footnote_reference(cmark_node* node) {
  const std::string number(view_of(cmark_node_get_literal(node)));
  const int use = ++footnote_uses_[number];
  const std::string suffix = use == 1 ? "" : ":" + std::to_string(use);
  html() += "<sup class=\"footnote\"><a";
  write_attribute("href", "#" + options_.id_prefix + "fn:" + number);
  write_attribute("id", options_.id_prefix + "fnref:" + number + suffix);
  html() += '>';
  append_escaped(html(), number);
  html() += "</a></sup>";
}

/// Leaves raw HTML out. Comments are notes of the author; a closing tag was reported when it
/// opened.
void MarkdownWriter::raw_html(const MarkdownPlace& place, string_view literal) {
  if (literal.starts_with("<!--") || literal.starts_with("</")) return;
  errors_.warn(place.offset, place.length, "raw HTML is left out",
               {"write it in Markdown, or as a shortcode; in backticks it is shown as it stands"});
}

}  // namespace stagecraft
