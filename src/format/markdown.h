// Markdown in; HTML, outline, links, shortcodes and an excerpt out. cmark-gfm parses, the HTML is
// written here: no raw HTML, no inline style, no address with a scheme that could run a script.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source_text.h"
#include "format/shortcode.h"

namespace stagecraft {

/// No Markdown text is larger.
constexpr std::size_t markdown_byte_limit = 256 << 10;

/// Words that the HTML needs and the text does not say.
struct MarkdownWords {
  std::string footnotes = "Footnotes";                 ///< names the list of footnotes
  std::string back_to_text = "Back to the reference";  ///< names the link from a footnote
  std::string table = "Table";                         ///< names a table above all headings
};

struct MarkdownOptions {
  int heading_shift = 1;  ///< added to each level: 1 makes `#` an h2; none goes beyond h6
  std::string id_prefix;  ///< before every id, to tell several texts on one page apart
  std::size_t excerpt_length = 200;  ///< code points
  MarkdownWords words;
};

struct MarkdownHeading {
  int level = 2;     ///< in the HTML, 1 to 6
  std::string text;  ///< without markup
  std::string id;    ///< unique in its document, stable as long as the text is; with the prefix
  std::size_t offset = 0;

  bool operator==(const MarkdownHeading&) const = default;
};

struct MarkdownLink {
  bool is_image = false;
  std::string url;  ///< escapes and entities resolved; `http://` or `mailto:` before bare ones
  std::size_t offset = 0;  ///< of the address in the source, or of its paragraph if it is not there
  std::size_t length = 1;
  std::size_t html_offset = 0;  ///< of the escaped url in `html`
  std::size_t html_length = 0;

  bool operator==(const MarkdownLink&) const = default;
};

struct MarkdownDocument {
  std::shared_ptr<const SourceText> source;
  std::string html;                      ///< blocks, each ending with "\n"; shortcodes left out
  std::vector<MarkdownHeading> outline;  ///< in order
  std::vector<MarkdownLink> links;       ///< links and images in order of the HTML
  std::vector<Shortcode> shortcodes;     ///< in order of the HTML
  std::string excerpt;                   ///< plain text of the first paragraphs, cut at a word

  SourceSpan span_of(const MarkdownLink& link) const {
    return {source.get(), link.offset, link.length};
  }
  SourceSpan span_of(const Shortcode& shortcode) const {
    return {source.get(), shortcode.offset, shortcode.length};
  }
};

/// Parses bytes `begin` to `end` (exclusive; beyond the end of the text means up to it) of `source`
/// as GitHub-flavoured Markdown with footnotes. Errors: bad UTF-8, control characters, a text over
/// the size limit or of a shape that costs more than its size warrants, an image without alt text,
/// a link without an address or with a scheme other than http, https, mailto and tel, a bad
/// shortcode. Raw HTML is left out with a warning, a comment silently. Nothing is returned after an
/// error. Safe to call from several threads.
std::optional<MarkdownDocument> parse_markdown(std::shared_ptr<const SourceText> source,
                                               std::size_t begin, std::size_t end,
                                               const MarkdownOptions& options,
                                               Diagnostics& diagnostics);

/// Where a link leads in the finished page. Width and height are of images, in CSS pixels; 0 when
/// they are not known.
struct LinkTarget {
  std::string url;
  int width = 0;
  int height = 0;
};

/// What is known only when the page is made. An empty function leaves things as they are.
struct MarkdownFilling {
  std::function<LinkTarget(const MarkdownLink&)> target_of;
  std::function<std::string(const Shortcode&)> html_of;  ///< stands between blocks; not escaped
};

/// `document.html` with its links led to their targets and its shortcodes filled in.
std::string fill_markdown(const MarkdownDocument& document, const MarkdownFilling& filling);

}  // namespace stagecraft
