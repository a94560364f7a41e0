// Texts that are made to cost a Markdown parser much, by name and length.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft::tests {

inline std::string repeated(std::string_view unit, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += unit;
  return result;
}

struct MarkdownShape {
  const char* name;
  std::function<std::string(std::size_t)> text;  ///< its length grows in proportion to the argument
};

/// What costs cmark-gfm the square of its length.
inline const std::vector<MarkdownShape>& quadratic_shapes() {
  static const std::vector<MarkdownShape> shapes{
      {"open images", [](std::size_t n) { return repeated("![[]()", n); }},
      {"links among emphasis", [](std::size_t n) { return repeated("*[a](b)", n); }},
      {"tildes", [](std::size_t n) { return repeated("a~", n); }},
      {"processing instructions", [](std::size_t n) { return repeated("a <?", n); }},
      {"character data", [](std::size_t n) { return repeated("a <![CDATA[", n); }},
      {"declarations", [](std::size_t n) { return repeated("a <!A", n); }},
      {"brackets behind an address", [](std::size_t n) { return "http://a.b" + repeated(")", n); }},
      {"at signs", [](std::size_t n) { return repeated("a@b", n); }},
      {"delimiter rows", [](std::size_t n) { return "a|b|c\n" + repeated("|-|-|\n", n); }},
      {"columns of a table",
       [](std::size_t n) { return repeated("|a", n) + "\n" + repeated("|-", n) + "\n"; }},
      {"cells that no column has",
       [](std::size_t n) { return "|a|\n|-|\n" + repeated("|b", n) + "\n"; }},
      {"lines below nested quotes",
       [](std::size_t n) { return repeated(">", n / 100) + "a\n" + repeated("a\n", n); }},
      {"blank lines below nested lists",
       [](std::size_t n) { return repeated("- ", n / 100) + "a\n" + repeated("\n", n); }},
      {"uses of a long definition",
       [](std::size_t n) { return "[a]: " + repeated("u", n) + "\n\n" + repeated("[a]", n); }},
      {"uses of a long title",
       [](std::size_t n) {
         return "[a]: b\n\"" + repeated("u\n", n) + "\"\n\n" + repeated("[a]", n);
       }},
  };
  return shapes;
}

/// What costs other parsers the square of its length, or did so in earlier versions of cmark-gfm.
inline const std::vector<MarkdownShape>& hostile_shapes() {
  static const std::vector<MarkdownShape> shapes{
      {"open emphasis", [](std::size_t n) { return repeated("*a ", n); }},
      {"open underscores", [](std::size_t n) { return repeated("_a ", n); }},
      {"emphasis that closes nothing", [](std::size_t n) { return repeated("a* ", n); }},
      {"emphasis of two kinds", [](std::size_t n) { return repeated("*a _b* c_ ", n); }},
      {"emphasis by thirds", [](std::size_t n) { return repeated("a***b*", n); }},
      {"nested emphasis",
       [](std::size_t n) { return repeated("*a **a ", n) + "b" + repeated(" a** a*", n); }},
      {"open brackets", [](std::size_t n) { return repeated("[", n); }},
      {"closing brackets", [](std::size_t n) { return repeated("]", n); }},
      {"nested brackets",
       [](std::size_t n) { return repeated("[", n) + "a" + repeated("]", n); }},
      {"open links", [](std::size_t n) { return repeated("[a](b", n); }},
      {"open links in angles", [](std::size_t n) { return repeated("[a](<b", n); }},
      {"links", [](std::size_t n) { return repeated("[a](b) ", n); }},
      {"images", [](std::size_t n) { return repeated("![a](b) ", n); }},
      {"references to nothing", [](std::size_t n) { return repeated("[a][b] ", n); }},
      {"definitions",
       [](std::size_t n) {
         std::string text;
         for (std::size_t i = 0; i < n; ++i) text += "[" + std::to_string(100'000 + i) + "]: u\n";
         return text;
       }},
      {"footnotes",
       [](std::size_t n) {
         std::string text;
         for (std::size_t i = 0; i < n; ++i) {
           const std::string label = "[^" + std::to_string(100'000 + i) + "]";
           text += label + "\n\n" + label + ": a\n\n";
         }
         return text;
       }},
      {"uses of one footnote",
       [](std::size_t n) { return repeated("[^a] ", n) + "\n\n[^a]: b\n"; }},
      {"code of all lengths",
       [](std::size_t n) {  // lengths up to the root of the text's
         std::string text;
         for (std::size_t i = 1; text.size() < 4 * n; ++i) text += "a" + repeated("`", i) + " ";
         return text;
       }},
      {"open tags", [](std::size_t n) { return repeated("<a ", n); }},
      {"open comments", [](std::size_t n) { return repeated("a <!-- b", n); }},
      {"entities", [](std::size_t n) { return repeated("&amp", n); }},
      {"backslashes", [](std::size_t n) { return repeated("\\*", n); }},
      {"headings of one name", [](std::size_t n) { return repeated("# a\n", n); }},
      {"underlined headings", [](std::size_t n) { return repeated("a\n=\n", n); }},
      {"list items", [](std::size_t n) { return repeated("- a\n", n); }},
      {"loose list items", [](std::size_t n) { return repeated("1. a\n\n", n); }},
      {"tasks", [](std::size_t n) { return repeated("- [x] a\n", n); }},
      {"quotes", [](std::size_t n) { return repeated("> a\n", n); }},
      {"open code blocks", [](std::size_t n) { return repeated("> ```\n", n); }},
      {"table rows", [](std::size_t n) { return "|a|b|\n|-|-|\n" + repeated("|c|d|\n", n); }},
      {"pipes in a cell", [](std::size_t n) { return "|a|\n|-|\n|" + repeated("\\|", n) + "|\n"; }},
      {"addresses", [](std::size_t n) { return repeated("www.a.example ", n); }},
      {"mail addresses", [](std::size_t n) { return repeated("a@b.example ", n); }},
      {"one long word", [](std::size_t n) { return repeated("a", n); }},
      {"one long indentation", [](std::size_t n) { return "a\n" + repeated(" ", n) + "b\n"; }},
      {"lines of one paragraph", [](std::size_t n) { return repeated("a\n", n); }},
  };
  return shapes;
}

}  // namespace stagecraft::tests
