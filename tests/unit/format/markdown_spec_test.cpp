// The examples of the CommonMark specification 0.29, which GitHub's is built on. The specification
// is not part of this repository: COMMONMARK_SPEC names its spec.txt, which is in the npm package
// commonmark-spec@0.29.0 and which scripts/test fetches. Without it these tests are skipped.
#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "document_fixture.h"
#include "format/markdown.h"
#include "support/catch.h"

namespace stagecraft::testing {
namespace {

struct Example {
  int number = 0;
  std::string markdown;
  std::string html;
};

std::string with_tabs(std::string text) {
  for (std::size_t at; (at = text.find("→")) != std::string::npos;)
    text.replace(at, std::string("→").size(), "\t");
  return text;
}

std::vector<Example> read_examples(std::istream& spec) {
  const std::string fence(32, '`');
  std::vector<Example> examples;
  enum { outside, in_markdown, in_html } part = outside;
  for (std::string line; std::getline(spec, line);) {
    if (line == fence + " example") {
      part = in_markdown;
      examples.push_back({static_cast<int>(examples.size()) + 1, "", ""});
    } else if (line == fence) {
      part = outside;
    } else if (part == in_markdown && line == ".") {
      part = in_html;
    } else if (part != outside) {
      (part == in_markdown ? examples.back().markdown : examples.back().html) +=
          with_tabs(line) + "\n";
    }
  }
  return examples;
}

/// HTML without what we write differently on purpose: ids of headings, focus of code, the slash of
/// void elements, line ends next to block tags, %5B for a bracket in an address.
std::string normal(std::string html) {
  html = std::regex_replace(html, std::regex(" (id|tabindex)=\"[^\"]*\""), "");
  html = std::regex_replace(html, std::regex(" ?/>"), ">");
  html = std::regex_replace(html, std::regex("&quot;"), "\"");
  html = std::regex_replace(
      html, std::regex("\\s*(</?(ul|ol|li|p|blockquote|h[1-6]|hr|pre)[^>]*>)\\s*"), "$1");
  return html;
}

/// Whether `html` has a tag or comment that Markdown itself does not make.
bool has_raw_html(const std::string& html) {
  const std::regex known(
      "</?(p|em|strong|a|code|pre|ul|ol|li|blockquote|h[1-6]|hr|br|img)( [^<]*)?/?>");
  return std::regex_replace(html, known, "").find('<') != std::string::npos;
}

// What differs from the specification, by number of the example, and why.

// Bare addresses, which GitHub's dialect makes links.
const std::set<int> linked_by_github{602, 604, 607, 608};

// No page could have them.
const std::set<int> refused_on_purpose{49,                   // headings without text
                                       169, 483, 484, 563,   // links without an address
                                       577,                  // an image without alt text
                                       592, 594, 595, 597};  // schemes that are not for pages

// Raw HTML, which is left out: its blocks (118 to 160), its tags in text (609 to 628), and examples
// of something else that show it has precedence.
const std::set<int> without_their_html = [] {
  std::set<int> numbers{170, 278, 279, 307, 317, 344, 474, 475, 476, 488, 491, 520, 532,
                        609, 610, 611, 612, 613, 619, 621, 624, 625, 626, 627, 628, 639, 640};
  for (int number = 118; number <= 160; ++number) numbers.insert(number);
  return numbers;
}();

TEST_CASE("the examples of the CommonMark specification give their HTML") {
  const char* const path = std::getenv("COMMONMARK_SPEC");
  if (path == nullptr) {
    WARN("skipped: COMMONMARK_SPEC does not name the specification");
    return;
  }
  std::ifstream spec(path);
  const std::vector<Example> examples = read_examples(spec);
  REQUIRE(examples.size() == 649);
  int compared = 0;
  std::set<int> refused, left_out;
  for (const Example& example : examples) {
    Diagnostics diagnostics;
    MarkdownOptions options;
    options.heading_shift = 0;
    const auto document = parse_markdown(source_of("a.md", example.markdown), 0, std::string::npos,
                                         options, diagnostics);
    INFO("example " << example.number << ":\n" << example.markdown);
    if (!document) {
      refused.insert(example.number);
      continue;
    }
    CHECK_FALSE(has_raw_html(document->html));
    if (diagnostics.warning_count() > 0 || has_raw_html(example.html)) {
      left_out.insert(example.number);
    } else if (!linked_by_github.contains(example.number)) {
      ++compared;
      CHECK(normal(document->html) == normal(example.html));
    }
  }
  CHECK(compared == 649 - 4 - 10 - 70);
  CHECK(refused == refused_on_purpose);
  CHECK(left_out == without_their_html);
}

}  // namespace
}  // namespace stagecraft::testing
