// Any bytes as a Markdown file with front matter: HTML without foreign tags or schemes and with all
// places inside the texts, or located mistakes; never a crash.
#include <cstdint>

#include "format/front_matter.h"
#include "format/html_escape.h"
#include "format/markdown.h"
#include "format_tree_checks.h"

namespace {

using namespace stagecraft;

void check(const MarkdownDocument& document) {
  const std::size_t size = document.source->text().size();
  const std::string& html = document.html;
  for (const char* const unsafe : {"<script", "<style", "<iframe", "<!--", "javascript:\""})
    fuzzing::require(html.find(unsafe) == std::string::npos);
  std::size_t last = 0;
  for (const MarkdownLink& link : document.links) {
    fuzzing::require(link.offset <= size && link.length >= 1 &&
                     link.offset + link.length <= size + 1);
    fuzzing::require(link.html_offset >= last && link.html_length > 0);
    last = link.html_offset + link.html_length;
    fuzzing::require(last < html.size() && html[last] == '"');
    const std::string scheme = scheme_of(link.url);
    fuzzing::require(scheme.empty() || scheme == "http" || scheme == "https" ||
                     scheme == "mailto" || scheme == "tel");
  }
  last = 0;
  for (const Shortcode& shortcode : document.shortcodes) {
    fuzzing::require(shortcode.offset + shortcode.length <= size);
    fuzzing::require(shortcode.html_offset >= last && shortcode.html_offset <= html.size());
    last = shortcode.html_offset;
  }
  for (const MarkdownHeading& heading : document.outline)
    fuzzing::require(!heading.id.empty() && heading.level >= 2 && heading.level <= 6);
  fuzzing::require(fill_markdown(document, {}) == html);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto source = std::make_shared<const SourceText>(
      "fuzz.md", std::string(reinterpret_cast<const char*>(data), size));
  Diagnostics diagnostics;
  const auto front_matter = read_front_matter(source, DocumentLimits{4096, 16, 300}, diagnostics);
  const std::size_t body = front_matter ? front_matter->body_offset : 0;
  const std::size_t errors_before = diagnostics.error_count();
  const auto document = parse_markdown(source, body, size, {}, diagnostics);
  fuzzing::require(document.has_value() == (diagnostics.error_count() == errors_before));
  if (document) check(*document);
  for (const Diagnostic& found : diagnostics.sorted()) format_diagnostic(found);
  return 0;
}
