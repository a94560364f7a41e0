#include "format/markdown_writer.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include "base/utf8.h"
#include "format/html_escape.h"

namespace stagecraft {
namespace {

using std::string_view;

string_view view_of(const char* text) {
  return text ? text : "";
}

bool is_in_tight_list(cmark_node* paragraph) {
  cmark_node* const item = cmark_node_parent(paragraph);
  cmark_node* const list = item ? cmark_node_parent(item) : nullptr;
  return list && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list);
}

/// At most `length` code points of `text`, cut between words.
std::string cut_at_word(std::string text, std::size_t length) {
  if (code_point_count(text) <= length) return text;
  std::size_t end = 0;
  for (std::size_t points = 0; end < text.size(); ++end) {
    const bool starts_point = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
    if (starts_point && points++ == length) break;
  }
  const std::size_t blank = text.rfind(' ', end);
  text.resize(blank == std::string::npos || blank == 0 ? end : blank);
  return text + "…";
}

}  // namespace

MarkdownWriter::MarkdownWriter(std::shared_ptr<const SourceText> source, std::size_t begin,
                               std::size_t end, const MarkdownOptions& options,
                               DocumentErrors& errors)
    : options_(options),
      errors_(errors),
      places_(*source, begin, end),
      heading_ids_(options.id_prefix) {
  document_.source = std::move(source);
}

MarkdownDocument MarkdownWriter::write(cmark_node* root) {
  cmark_iter* const walk = cmark_iter_new(root);
  for (cmark_event_type event; (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE;) {
    cmark_node* const node = cmark_iter_get_node(walk);
    if (event == CMARK_EVENT_EXIT) {
      exit(node);
      continue;
    }
    if (cmark_node_parent(node) == root)
      places_.enter_block(cmark_node_get_start_line(node), cmark_node_get_end_line(node));
    const bool goes_down = enter(node);
    if (!goes_down && cmark_node_first_child(node)) cmark_iter_reset(walk, node, CMARK_EVENT_EXIT);
  }
  cmark_iter_free(walk);
  if (footnote_ > 0) html() += "</ol>\n</section>\n";
  document_.excerpt = cut_at_word(std::move(document_.excerpt), options_.excerpt_length);
  return std::move(document_);
}

/// Writes what stands before the children of `node`; returns whether they are to be written.
bool MarkdownWriter::enter(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
      return enter_paragraph(node);
    case CMARK_NODE_HEADING:
      enter_heading(node);
      return true;
    case CMARK_NODE_BLOCK_QUOTE:
      html() += "<blockquote>\n";
      return true;
    case CMARK_NODE_LIST:
      enter_list(node);
      return true;
    case CMARK_NODE_CODE_BLOCK:
      code_block(node);
      return false;
    case CMARK_NODE_THEMATIC_BREAK:
      html() += "<hr>\n";
      return false;
    case CMARK_NODE_HTML_BLOCK:
      raw_html(places_.line(cmark_node_get_start_line(node)),
               view_of(cmark_node_get_literal(node)));
      return false;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      enter_footnote();
      return true;
    default:
      return enter_inline(node);
  }
}

bool MarkdownWriter::enter_extension(cmark_node* node) {
  const string_view type = view_of(cmark_node_get_type_string(node));
  if (type == "strikethrough") {
    html() += "<del>";
  } else if (type == "table") {
    table_has_body_ = false;
    enter_table();
  } else if (type == "table_header") {
    in_table_head_ = true;
    column_ = 0;
    html() += "<thead>\n<tr>\n";
  } else if (type == "table_row") {
    html() += table_has_body_ ? "<tr>\n" : "<tbody>\n<tr>\n";
    table_has_body_ = true;
    column_ = 0;
  } else if (type == "table_cell") {
    enter_table_cell(node);
  } else if (type == "tasklist") {
    const bool is_done = cmark_gfm_extensions_get_tasklist_item_checked(node);
    html() += is_done ? "<li class=\"task done\">☑ " : "<li class=\"task\">☐ ";
  } else if (type == "item") {
    html() += "<li>";
  }
  return true;
}

void MarkdownWriter::exit(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
      return exit_paragraph(node);
    case CMARK_NODE_HEADING:
      html() += fmt::format("</h{}>\n", heading_level(node));
      return;
    case CMARK_NODE_BLOCK_QUOTE:
      html() += "</blockquote>\n";
      return;
    case CMARK_NODE_LIST:
      html() += cmark_node_get_list_type(node) == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n";
      return;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return exit_footnote();
    case CMARK_NODE_EMPH:
      html() += "</em>";
      return;
    case CMARK_NODE_STRONG:
      html() += "</strong>";
      return;
    case CMARK_NODE_LINK:
      html() += "</a>";
      return;
    default:
      exit_extension(node);
  }
}

void MarkdownWriter::exit_extension(cmark_node* node) {
  const string_view type = view_of(cmark_node_get_type_string(node));
  if (type == "strikethrough") {
    html() += "</del>";
  } else if (type == "table") {
    html() += table_has_body_ ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n";
  } else if (type == "table_header") {
    in_table_head_ = false;
    html() += "</tr>\n</thead>\n";
  } else if (type == "table_row") {
    html() += "</tr>\n";
  } else if (type == "table_cell") {
    html() += is_header_cell(node) ? "</th>\n" : "</td>\n";
  } else if (type == "tasklist" || type == "item") {
    html() += "</li>\n";
  }
}

bool MarkdownWriter::enter_paragraph(cmark_node* node) {
  const MarkdownPlace first =
      places_.rest_of_line(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  if (is_shortcode(string_view(errors_.text()).substr(first.offset))) {
    shortcodes(node);
    return false;
  }
  add_to_excerpt(node);
  if (!is_in_tight_list(node)) html() += "<p>";
  return true;
}

void MarkdownWriter::exit_paragraph(cmark_node* node) {
  if (!is_in_tight_list(node)) {
    html() += "</p>\n";
  } else if (cmark_node_next(node)) {
    html() += '\n';
  }
}

/// Reads a paragraph of shortcodes, one on each line.
void MarkdownWriter::shortcodes(cmark_node* paragraph) {
  const int first = cmark_node_get_start_line(paragraph);
  for (int line = first; line <= cmark_node_get_end_line(paragraph); ++line) {
    MarkdownPlace place =
        places_.rest_of_line(line, line == first ? cmark_node_get_start_column(paragraph) : 1);
    const std::size_t end = place.offset + place.length;
    const std::size_t start = errors_.text().find_first_not_of(" \t>", place.offset);
    if (start >= end) continue;
    if (!is_shortcode(string_view(errors_.text()).substr(start))) {
      errors_.add(start, end - start, "text on the line after a shortcode",
                  {"put an empty line between them"});
      return;
    }
    if (auto shortcode = parse_shortcode(start, end, errors_)) {
      shortcode->html_offset = html().size();
      document_.shortcodes.push_back(std::move(*shortcode));
    }
  }
}

int MarkdownWriter::heading_level(cmark_node* node) const {
  return std::clamp(cmark_node_get_heading_level(node) + options_.heading_shift, 1, 6);
}

void MarkdownWriter::enter_heading(cmark_node* node) {
  const MarkdownPlace place = places_.line(cmark_node_get_start_line(node));
  MarkdownHeading heading{heading_level(node), markdown_plain_text(node), {}, place.offset};
  if (heading.text.empty()) errors_.add(place.offset, place.length, "heading has no text");
  heading.id = heading_ids_.id_for(heading.text);
  html() += fmt::format("<h{}", heading.level);
  write_attribute("id", heading.id);
  html() += '>';
  document_.outline.push_back(std::move(heading));
}

void MarkdownWriter::enter_list(cmark_node* node) {
  if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST) {
    html() += "<ul>\n";
    return;
  }
  const int start = cmark_node_get_list_start(node);
  html() += start == 1 ? "<ol>\n" : fmt::format("<ol start=\"{}\">\n", start);
}

void MarkdownWriter::code_block(cmark_node* node) {
  string_view language = view_of(cmark_node_get_fence_info(node));
  language = language.substr(0, language.find_first_of(" \t"));
  html() += "<pre tabindex=\"0\"><code";  // wide ones scroll, which a keyboard can do as well
  if (!language.empty()) write_attribute("class", "language-" + std::string(language));
  html() += '>';
  append_escaped(html(), view_of(cmark_node_get_literal(node)));
  html() += "</code></pre>\n";
}

/// A table is named after the heading that it stands below, and so is the box in which it scrolls.
void MarkdownWriter::enter_table() {
  const auto write_name = [&] {
    if (document_.outline.empty())
      write_attribute("aria-label", options_.words.table);
    else
      write_attribute("aria-labelledby", document_.outline.back().id);
  };
  html() += "<div class=\"table\" role=\"group\" tabindex=\"0\"";
  write_name();
  html() += ">\n<table";
  write_name();
  html() += ">\n";
}

/// The corner above the names of rows is often empty, and then it heads nothing.
bool MarkdownWriter::is_header_cell(cmark_node* cell) const {
  return in_table_head_ && cmark_node_first_child(cell);
}

void MarkdownWriter::enter_table_cell(cmark_node* node) {
  html() += is_header_cell(node) ? "<th scope=\"col\"" : "<td";
  cmark_node* const table = cmark_node_parent(cmark_node_parent(node));
  const std::uint8_t* const alignments = cmark_gfm_extensions_get_table_alignments(table);
  const bool is_column = column_ < cmark_gfm_extensions_get_table_columns(table);
  const char alignment = is_column && alignments ? static_cast<char>(alignments[column_]) : '\0';
  ++column_;
  if (alignment == 'l') write_attribute("class", "align-left");
  if (alignment == 'c') write_attribute("class", "align-center");
  if (alignment == 'r') write_attribute("class", "align-right");
  html() += '>';
}

void MarkdownWriter::enter_footnote() {
  if (footnote_ == 0) {
    html() += "<section class=\"footnotes\"";
    write_attribute("aria-label", options_.words.footnotes);
    html() += ">\n<ol>\n";
  }
  ++footnote_;
  html() += "<li";
  write_attribute("id", fmt::format("{}fn:{}", options_.id_prefix, footnote_));
  html() += '>';
}

/// Links back to every place that refers to the footnote, at the end of its last paragraph.
void MarkdownWriter::exit_footnote() {
  constexpr string_view paragraph_end = "</p>\n";
  const bool ends_with_paragraph = html().ends_with(paragraph_end);
  if (ends_with_paragraph) html().resize(html().size() - paragraph_end.size());
  const std::string number = std::to_string(footnote_);
  for (int use = 1; use <= footnote_uses_[number]; ++use) {
    const std::string suffix = use == 1 ? "" : ":" + std::to_string(use);
    html() += " <a";
    write_attribute("href", "#" + options_.id_prefix + "fnref:" + number + suffix);
    write_attribute("class", "footnote-back");
    write_attribute("aria-label", fmt::format("{} {}{}", options_.words.back_to_text, number,
                                              use == 1 ? "" : fmt::format(" ({})", use)));
    html() += ">↩</a>";
  }
  html() += ends_with_paragraph ? "</p>\n</li>\n" : "</li>\n";
}

/// Only paragraphs of the document itself, not of lists, quotes and notes, until there is enough.
void MarkdownWriter::add_to_excerpt(cmark_node* paragraph) {
  const bool is_outermost =
      cmark_node_get_type(cmark_node_parent(paragraph)) == CMARK_NODE_DOCUMENT;
  if (!is_outermost || document_.excerpt.size() > options_.excerpt_length * 4) return;
  const std::string text = markdown_plain_text(paragraph);
  if (!text.empty() && !document_.excerpt.empty()) document_.excerpt += ' ';
  document_.excerpt += text;
}

void MarkdownWriter::write_attribute(string_view name, string_view value) {
  html() += ' ';
  html() += name;
  html() += "=\"";
  append_escaped(html(), value);
  html() += '"';
}

}  // namespace stagecraft
