#include "markdown_fixture.h"
#include "support/catch.h"

namespace stagecraft::testing {
namespace {

Lines mistakes_in(std::string text) {
  return read_markdown(std::move(text))->mistakes();
}

TEST_CASE("links and images have the places of their addresses") {
  CHECK(read_markdown("é [a](b.md) and\n[c](<d e.md>) ![f](g.png)\n")->links() ==
        Lines{"1:7+4 b.md", "2:6+6 d e.md", "2:20+5 g.png"});
  CHECK(read_markdown("- a\n  more [q](q.md)\n\n  > [r](r.md)\n")->links() ==
        Lines{"2:12+4 q.md", "4:9+4 r.md"});
  CHECK(read_markdown("| a |\n|---|\n| [b](c.md) |\n| [b](d.md) |\n")->links() ==
        Lines{"3:7+4 c.md", "4:7+4 d.md"});
  CHECK(read_markdown("## [a](b.md)\r\n\r\n[c](b.md)\r\n")->links() ==
        Lines{"1:8+4 b.md", "3:5+4 b.md"});
}

TEST_CASE("addresses that stand several times are found one after the other") {
  CHECK(read_markdown("[b.md](b.md) b.md [x](b.md)\n[y](b.md)\n")->links() ==
        Lines{"1:8+4 b.md", "1:23+4 b.md", "2:5+4 b.md"});
}

TEST_CASE("a link by reference has the place of its definition") {
  CHECK(read_markdown("See [a].\n\nAnd [b][a].\n\n[a]: c.md \"t\"\n")->links() ==
        Lines{"5:6+4 c.md", "5:6+4 c.md"});
}

TEST_CASE("bare addresses have their own place") {
  CHECK(read_markdown("at www.a.org and <https://b.org> or c@d.org\n")->links() ==
        Lines{"1:4+9 http://www.a.org", "1:19+13 https://b.org", "1:37+7 mailto:c@d.org"});
}

TEST_CASE("an address that is not written as such has the place of its block") {
  CHECK(read_markdown("text\n[a](b&amp;c)\n")->links() == Lines{"1:1+4 b&c"});
}

TEST_CASE("links in footnotes have their places") {
  CHECK(read_markdown("a[^1] [b](c.md)\n\n[^1]: [d](e.md)\n\n[f](g.md)\n")->links() ==
        Lines{"1:11+4 c.md", "5:5+4 g.md", "3:11+4 e.md"});
}

TEST_CASE("schemes that can run scripts or read files are refused") {
  const std::string links = " | one of: http, https, mailto, tel, or a relative address";
  CHECK(mistakes_in("[a](javascript:alert(1))") ==
        Lines{"1:5+19 scheme 'javascript' is not allowed here" + links});
  CHECK(mistakes_in("[a](JaVaScript&colon;x)") ==
        Lines{"1:1+23 scheme 'javascript' is not allowed here" + links});
  CHECK(mistakes_in("[a](<java\tscript:x>)") ==
        Lines{"1:6+13 scheme 'javascript' is not allowed here" + links});
  CHECK(mistakes_in("[a](&#1;javascript:x)") ==
        Lines{"1:1+21 scheme 'javascript' is not allowed here" + links});
  CHECK(mistakes_in("[a](data:text/html,x)") ==
        Lines{"1:5+16 scheme 'data' is not allowed here" + links});
  CHECK(mistakes_in("<vbscript:x>") ==
        Lines{"1:2+10 scheme 'vbscript' is not allowed here" + links});
  CHECK(mistakes_in("![a](mailto:x)") ==
        Lines{"1:6+8 scheme 'mailto' is not allowed here | one of: http, https, or a relative "
              "address"});
}

TEST_CASE("images need alt text, links an address, headings a text") {
  CHECK(mistakes_in("a\n\n![](b.png) ![ ](c.png)\n") ==
        Lines{"3:5+5 image 'b.png' has no alt text | write ![what it shows](b.png)",
              "3:17+5 image 'c.png' has no alt text | write ![what it shows](c.png)"});
  CHECK(mistakes_in("x [a]()") ==
        Lines{"1:7+1 link has no address | write it in the round brackets"});
  CHECK(mistakes_in("![a](<>)") ==
        Lines{"1:1+8 image has no address | write it in the round brackets"});
  CHECK(mistakes_in("a\n\n##\n") == Lines{"3:1+2 heading has no text"});
}

TEST_CASE("raw HTML is left out with a warning, comments silently") {
  const std::string note =
      "raw HTML is left out | write it in Markdown, or as a shortcode; in backticks it is shown as "
      "it stands";
  const auto reading =
      read_markdown("a <b>c</b>\n<!-- note -->\n\n<div>\nx\n</div>\n\n<script>y</script>\n");
  CHECK(reading->mistakes() == Lines{"1:3+3 " + note, "4:1+5 " + note, "8:1+18 " + note});
  REQUIRE(reading->document);
  CHECK(reading->document->html == "<p>a c</p>\n");
}

TEST_CASE("what is no text is refused as in any document") {
  CHECK(mistakes_in("caf\xE9") ==
        Lines{"1:4+1 byte 0xE9 is not UTF-8 | save the file with the encoding UTF-8"});
  CHECK(mistakes_in(std::string("a\0", 2)) ==
        Lines{"1:2+1 control character U+0000 is not allowed"});
  CHECK(mistakes_in("a\rb") ==
        Lines{"1:2+1 carriage return without a line feed | end lines with LF or CRLF"});
  CHECK(mistakes_in(std::string(markdown_byte_limit + 1, 'a')) ==
        Lines{"- file has 262145 bytes, more than the limit of 262144"});
}

TEST_CASE("shortcodes stand on lines of their own") {
  const auto reading = read_markdown(
      "a\n\n{{< kpi id=\"x\" >}}\n{{< chart id=\"y z\" title=\"say \\\"a\\\\b\\\"\">}}\n\n- "
      "{{<note>}}\n");
  REQUIRE(reading->document);
  CHECK(reading->document->html == "<p>a</p>\n<ul>\n<li></li>\n</ul>\n");
  const auto& found = reading->document->shortcodes;
  REQUIRE(found.size() == 3);
  CHECK(found[0] == Shortcode{"kpi", {{"id", "x", 11, 14, 3}}, 3, 18, 7, 9});
  CHECK(found[1].name == "chart");
  CHECK(*found[1].find("title") == "say \"a\\b\"");
  CHECK(*found[1].find("id") == "y z");
  CHECK(found[1].find("none") == nullptr);
  CHECK(reading->document->source->place_of(found[2].offset) == LineColumn{6, 3});
}

TEST_CASE("shortcodes in code are text") {
  CHECK(html_of("`{{< a >}}`\n\n    {{< b >}}\n\n```\n{{< c >}}\n```\n") ==
        "<p><code>{{&lt; a &gt;}}</code></p>\n"
        "<pre tabindex=\"0\"><code>{{&lt; b &gt;}}\n</code></pre>\n"
        "<pre tabindex=\"0\"><code>{{&lt; c &gt;}}\n</code></pre>\n");
}

TEST_CASE("mistakes in shortcodes are located") {
  const std::string note = " | write {{< name key=\"value\" >}}";
  CHECK(mistakes_in("{{< >}}") == Lines{"1:1+3 expected a name after '{{<'" + note});
  CHECK(mistakes_in("{{< a") == Lines{"1:6+1 this shortcode does not end with '>}}'" + note});
  CHECK(mistakes_in("{{< a b >}}") == Lines{"1:7+1 expected '=' after 'b'" + note});
  CHECK(mistakes_in("{{< a b=c >}}") == Lines{"1:9+1 expected a value in double quotes" + note});
  CHECK(mistakes_in("{{< a b=\"c >}}") == Lines{"1:9+1 this quote is never closed" + note});
  CHECK(mistakes_in("{{< a b=\"\" b=\"c\" >}}") == Lines{"1:12+1 duplicate argument 'b'" + note});
  CHECK(mistakes_in("{{< a B=\"\" >}}") == Lines{"1:7+1 expected an argument or '>}}'" + note});
  CHECK(mistakes_in("{{< a >}} b") == Lines{"1:11+1 unexpected text behind a shortcode" + note});
  CHECK(mistakes_in("{{< a >}}\nb c") ==
        Lines{"2:1+3 text on the line after a shortcode | put an empty line between them"});
  CHECK(mistakes_in("a {{< b >}}") ==
        Lines{"1:3+3 a shortcode stands on a line of its own | put empty lines around it, or "
              "backticks to mean the characters"});
}

}  // namespace
}  // namespace stagecraft::testing
