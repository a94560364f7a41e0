// What the tests of Markdown say.
#pragma once

#include "document_fixture.h"
#include "format/markdown.h"

namespace stagecraft::testing {

struct MarkdownReading {
  Diagnostics diagnostics;
  std::optional<MarkdownDocument> document;

  Lines mistakes() const { return lines_of(diagnostics); }
  /// `line:column+length url` of every link and image.
  Lines links() const {
    Lines result;
    for (const MarkdownLink& link : document->links) {
      const LineColumn at = document->source->place_of(link.offset);
      result.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + "+" +
                       std::to_string(link.length) + " " + link.url);
    }
    return result;
  }
};

inline std::unique_ptr<MarkdownReading> read_markdown(std::string text,
                                                      const MarkdownOptions& options = {}) {
  auto reading = std::make_unique<MarkdownReading>();
  reading->document = parse_markdown(source_of("a.md", std::move(text)), 0, std::string::npos,
                                     options, reading->diagnostics);
  return reading;
}

/// The HTML of a text without mistakes.
inline std::string html_of(std::string text, const MarkdownOptions& options = {}) {
  const auto reading = read_markdown(std::move(text), options);
  return reading->document ? reading->document->html : "nothing";
}

}  // namespace stagecraft::testing
