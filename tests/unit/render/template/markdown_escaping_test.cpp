// Hostile values in Markdown, judged by a Markdown parser: they stay text.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <memory>
#include <random>

#include "unit/render/template/fixture.h"

namespace stagecraft {
namespace {

const std::vector<std::string> hostile_values{"plain words",
                                              "# heading",
                                              "####### no",
                                              "- item",
                                              "+ item",
                                              "* item",
                                              "1. item",
                                              "12) item",
                                              "2026. x",
                                              "> quote",
                                              "***",
                                              "---",
                                              "===",
                                              "```",
                                              "~~~ code",
                                              "    code",
                                              "\tcode",
                                              "a\n\nb",
                                              "a\n# b",
                                              "a\n- b",
                                              "a  \nb",
                                              "a\\\nb",
                                              "a\\",
                                              "*a* **b** _c_ __d__",
                                              "snake_case_name",
                                              "_a",
                                              "a_",
                                              "`code`",
                                              "``",
                                              "~~gone~~",
                                              "[link](http://e.example)",
                                              "![image](x.png)",
                                              "!",
                                              "[ref]: http://e.example",
                                              "[^1]",
                                              "[ ] task",
                                              "[x] task",
                                              "<b>bold</b>",
                                              "<script>alert(1)</script>",
                                              "<!-- c -->",
                                              "<http://e.example>",
                                              "&lt;",
                                              "&#60;",
                                              "a & b",
                                              "&",
                                              "http://e.example/",
                                              "www.e.example",
                                              "a | b",
                                              "| a | b |",
                                              "|---|---|",
                                              ":-- | --:",
                                              "$x$",
                                              "\"quoted\" 'text'",
                                              "a](javascript:alert(1))",
                                              ")",
                                              "über — señor"};

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

/// The types of all nodes, and the text of the document.
struct Parsed {
  std::string structure;
  std::string text;
  std::string url;
};

Parsed parsed(const std::string& markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, ParserDeleter> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES));
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  const std::unique_ptr<cmark_node, NodeDeleter> root(cmark_parser_finish(parser.get()));
  cmark_consolidate_text_nodes(root.get());
  Parsed result;
  cmark_iter* nodes = cmark_iter_new(root.get());
  while (cmark_iter_next(nodes) != CMARK_EVENT_DONE) {
    if (cmark_iter_get_event_type(nodes) != CMARK_EVENT_ENTER) continue;
    cmark_node* node = cmark_iter_get_node(nodes);
    result.structure += std::string(cmark_node_get_type_string(node)) + " ";
    if (cmark_node_get_type(node) == CMARK_NODE_TEXT) result.text += cmark_node_get_literal(node);
    if (cmark_node_get_type(node) == CMARK_NODE_LINK) result.url = cmark_node_get_url(node);
  }
  cmark_iter_free(nodes);
  return result;
}

/// `value` with its runs of blanks as one, and none at its ends.
std::string collapsed(const std::string& value) {
  std::string result;
  for (const char c : value) {
    const bool is_blank = static_cast<unsigned char>(c) <= ' ';
    if (!is_blank)
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

std::string with_value(const std::string& text, const std::string& value) {
  return tests::rendered({{"page.md", text}}, Value(ValueMap{{"x", value}}));
}

TEST_CASE("a Markdown parser reads back exactly the value, wherever it stands") {
  const std::vector<std::string> places{
      "{{ x }}\n",     "# {{ x }}\n",           "- {{ x }}\n",
      "> {{ x }}\n",   "text\n{{ x }}\ntext\n", "before {{ x }} after\n",
      "**{{ x }}**\n", "[{{ x }}](/a/)\n",      "| a | b |\n|---|---|\n| {{ x }} | c |\n"};
  for (const std::string& place : places) {
    const Parsed harmless = parsed(with_value(place, "MARKER"));
    for (const std::string& value : hostile_values) {
      // Blanks inside "**" are the one thing that a value can spoil: the words stay plain.
      if (place.starts_with("**") && value.find_first_of(" \t") == 0) continue;
      INFO(place << " with " << value);
      const Parsed with_hostile = parsed(with_value(place, value));
      CHECK(with_hostile.structure == harmless.structure);
      std::string expected = harmless.text;
      expected.replace(expected.find("MARKER"), 6, collapsed(value));
      CHECK(collapsed(with_hostile.text) == collapsed(expected));
    }
  }
}

/// Texts of up to `most` pieces that mean something in Markdown, the same in every run.
std::vector<std::string> random_texts(std::size_t count, std::size_t most) {
  const std::vector<std::string> pieces{
      "a",  "b",   "Z",   "0",    "12",   "999999999", " ",   "  ",  "\n", "\t",   ".",   ",",
      ":",  ";",   "!",   "?",    "-",    "--",        "---", "+",   "*",  "**",   "_",   "__",
      "`",  "```", "~",   "~~~",  "#",    "##",        "=",   "===", ">",  "<",    "<a>", "</b>",
      "/",  "\\",  "[",   "]",    "(",    ")",         "{",   "}",   "|",  "&",    "&lt;", "&#35;",
      "\"", "'",   "$",   "%",    "^",    "www.",      "://", "http", "[^1]", "]:", "ü",   "“",
      "\u00A0", "—", "[x]", "<!--", "-->", "<?"};
  std::mt19937 random(20260930);
  std::vector<std::string> result;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (std::size_t n = 1 + random() % most; n > 0; --n) text += pieces[random() % pieces.size()];
    result.push_back(std::move(text));
  }
  return result;
}

TEST_CASE("a Markdown parser reads back random texts, wherever they stand") {
  const std::vector<std::string> places{
      "{{ x }}\n",         "# {{ x }}\n",         "- {{ x }}\n",         "text\n{{ x }}\ntext\n",
      "before {{ x }} after\n", "[{{ x }}](/a/)\n", "| a | b |\n|---|---|\n| {{ x }} | c |\n"};
  for (const std::string& place : places) {
    const Parsed harmless = parsed(with_value(place, "MARKER"));
    for (const std::string& value : random_texts(3000, 8)) {
      const std::string text = collapsed(value);
      if (text.empty()) continue;
      INFO(place << " with " << value << "\ngives " << with_value(place, value));
      const Parsed found = parsed(with_value(place, value));
      std::string expected = harmless.text;
      expected.replace(expected.find("MARKER"), 6, text);
      REQUIRE(collapsed(found.text) == collapsed(expected));
      REQUIRE(found.structure == harmless.structure);
    }
  }
}

TEST_CASE("two random texts side by side stay text") {
  const std::vector<std::string> texts = random_texts(6000, 4);
  for (std::size_t i = 0; i + 1 < texts.size(); i += 2) {
    const std::string &a = texts[i], &b = texts[i + 1];
    if (collapsed(a + b).empty()) continue;
    const std::string markdown =
        tests::rendered({{"page.md", "{{ a }}{{ b }}\n"}}, Value(ValueMap{{"a", a}, {"b", b}}));
    INFO(a << " and " << b << "\ngive " << markdown);
    REQUIRE(collapsed(parsed(markdown).text) == collapsed(a + b));
    REQUIRE(parsed(markdown).structure == "document paragraph text ");
  }
}

TEST_CASE("what means nothing gets no backslash") {
  for (const std::string text :
       {"62.5 %", "0.1.0", "-5 to +5", "1,200 (net)", "a - b + c = d", "$1,200", "issue #5, C#",
        "5 > 3 and 3 < 5", "R&D & more", "snake_case", "a:b", "Wait! No", "C:\\data",
        "mail@e.example", "(a) b", "2026-09-30", "+5", "=5", "{x}"}) {
    const bool starts_with_bracket = text.starts_with('(');
    CHECK(with_value("{{ x }}\n", text) == (starts_with_bracket ? "\\" : "") + text + "\n");
  }
}

TEST_CASE("values that stand side by side do not make markup together") {
  const auto shown = [](const std::string& a, const std::string& b) {
    return parsed(
        tests::rendered({{"page.md", "{{ a }}{{ b }}\n"}}, Value(ValueMap{{"a", a}, {"b", b}})));
  };
  for (const auto& [a, b] : std::vector<std::pair<std::string, std::string>>{
           {"1", ". x"}, {"!", "[a](b)"}, {"&", "lt;"}, {"", "# x"}, {"_a", "b_"}, {"12", ") y"}}) {
    INFO(a << b);
    CHECK(shown(a, b).structure == "document paragraph text ");
    CHECK(shown(a, b).text == a + b);
  }
}

TEST_CASE("the destination of a link stays one, with a safe scheme") {
  for (const std::string& value : hostile_values) {
    INFO(value);
    CHECK(parsed(with_value("[t](/{{ x }})\n", value)).structure ==
          "document paragraph link text ");
  }
  CHECK(parsed(with_value("[t]({{ x }})\n", "javascript:alert(1)")).url == "#");
  CHECK(parsed(with_value("[t]({{ x }})\n", "https://e.example/a?b=1&c=2")).url ==
        "https://e.example/a?b=1&c=2");
  CHECK(parsed(with_value("[t]({{ x }})\n", "x) [evil](http://e.example")).structure ==
        "document paragraph link text ");
}

}  // namespace
}  // namespace stagecraft
