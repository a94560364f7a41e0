// A cmark-gfm tree in, a MarkdownDocument out. The blocks are written in markdown_writer.cpp, what
// stands inside them in markdown_inlines.cpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "format/document_errors.h"
#include "format/heading_ids.h"
#include "format/markdown.h"
#include "format/markdown_places.h"

struct cmark_node;

namespace stagecraft {

/// Writes the HTML of a tree that was parsed from bytes `begin` to `end` of `source`, and collects
/// what the document offers beside it. Mistakes are reported; the result is whole then too.
class MarkdownWriter {
 public:
  MarkdownWriter(std::shared_ptr<const SourceText> source, std::size_t begin, std::size_t end,
                 const MarkdownOptions& options, DocumentErrors& errors);

  /// May be called once.
  MarkdownDocument write(cmark_node* root);

 private:
  bool enter(cmark_node* node);
  bool enter_inline(cmark_node* node);
  bool enter_extension(cmark_node* node);
  void exit(cmark_node* node);
  void exit_extension(cmark_node* node);

  bool enter_paragraph(cmark_node* node);
  void exit_paragraph(cmark_node* node);
  void enter_heading(cmark_node* node);
  void enter_list(cmark_node* node);
  void code_block(cmark_node* node);
  void enter_table();
  bool is_header_cell(cmark_node* cell) const;
  void enter_table_cell(cmark_node* node);
  void enter_footnote();
  void exit_footnote();
  void shortcodes(cmark_node* paragraph);
  void add_to_excerpt(cmark_node* paragraph);

  void text(cmark_node* node);
  void enter_link(cmark_node* node);
  void image(cmark_node* node);
  void address(cmark_node* node, bool is_image);
  void footnote_reference(cmark_node* node);
  void raw_html(const MarkdownPlace& place, std::string_view literal);

  int heading_level(cmark_node* node) const;
  void write_attribute(std::string_view name, std::string_view value);
  std::string& html() { return document_.html; }

  const MarkdownOptions& options_;
  DocumentErrors& errors_;
  MarkdownDocument document_;
  MarkdownPlaces places_;
  HeadingIds heading_ids_;
  bool in_table_head_ = false;
  bool table_has_body_ = false;
  std::size_t column_ = 0;                    // of the cell being written
  int footnote_ = 0;                          // the number of the one being written
  std::map<std::string, int> footnote_uses_;  // by number
};

/// The text below `node` without its markup, blanks at both ends removed; line ends become blanks.
std::string markdown_plain_text(cmark_node* node);

}  // namespace stagecraft
