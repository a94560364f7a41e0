#include "format/markdown.h"

#include <array>
#include <thread>

#include "markdown_fixture.h"
#include "support/catch.h"

namespace stagecraft::testing {
namespace {

struct Example {
  const char* markdown;
  const char* html;
};

void check_all(std::initializer_list<Example> examples) {
  for (const Example& example : examples) {
    INFO(example.markdown);
    CHECK(html_of(example.markdown) == example.html);
  }
}

TEST_CASE("paragraphs, line ends and rules") {
  check_all({{"", ""},
             {"a\nb\n\nc", "<p>a\nb</p>\n<p>c</p>\n"},
             {"a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>\n"},
             {"a\r\nb\r\n\r\nc\r\n", "<p>a\nb</p>\n<p>c</p>\n"},
             {"***\n---\n_ _ _", "<hr>\n<hr>\n<hr>\n"},
             {"\xEF\xBB\xBF"
              "a",
              "<p>a</p>\n"}});
}

TEST_CASE("emphasis, code and strikethrough") {
  check_all({{"*a* _b_ **c** __d__",
              "<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong></p>\n"},
             {"***a** b*", "<p><em><strong>a</strong> b</em></p>\n"},
             {"snake_case_word", "<p>snake_case_word</p>\n"},
             {"`a < b` `` ` ``", "<p><code>a &lt; b</code> <code>`</code></p>\n"},
             {"~~a~~ ~b~", "<p><del>a</del> <del>b</del></p>\n"},
             {"\\*a\\* &amp; &copy; &#x41;", "<p>*a* &amp; © A</p>\n"}});
}

TEST_CASE("text is escaped") {
  check_all({{"a < b > c & \"d\" 'e'", "<p>a &lt; b &gt; c &amp; &quot;d&quot; 'e'</p>\n"},
             {"`<script>`", "<p><code>&lt;script&gt;</code></p>\n"},
             {"[a](/b \"c\\\"><script>\")",
              "<p><a href=\"/b\" title=\"c&quot;&gt;&lt;script&gt;\">a</a></p>\n"},
             {"[a](</b\" onclick=x>)", "<p><a href=\"/b%22%20onclick=x\">a</a></p>\n"},
             {"``` x\"><script>\n```",
              "<pre tabindex=\"0\">"
              "<code class=\"language-x&quot;&gt;&lt;script&gt;\"></code></pre>\n"}});
}

TEST_CASE("lists, tight and loose") {
  check_all(
      {{"- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
       {"3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"},
       {"1) a", "<ol>\n<li>a</li>\n</ol>\n"},
       {"- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"},
       {"- a\n  - b\n- c", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n"},
       {"-\n- b", "<ul>\n<li></li>\n<li>b</li>\n</ul>\n"},
       {"- [ ] a\n- [x] b\n- [c] d",
        "<ul>\n<li class=\"task\">☐ a</li>\n<li class=\"task done\">☑ b</li>\n<li>[c] d</li>\n"
        "</ul>\n"}});
}

TEST_CASE("quotes and code blocks") {
  check_all({{"> a\n> > b\nc",
              "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b\nc</p>\n</blockquote>\n"
              "</blockquote>\n"},
             {"```yaml title=x\na: <b>\n```",
              "<pre tabindex=\"0\"><code class=\"language-yaml\">a: &lt;b&gt;\n</code></pre>\n"},
             {"~~~\n```\n~~~", "<pre tabindex=\"0\"><code>```\n</code></pre>\n"},
             {"    a\n\n    b", "<pre tabindex=\"0\"><code>a\n\nb\n</code></pre>\n"}});
}

TEST_CASE("tables have scoped heads and classes for alignment") {
  check_all(
      {{"| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |",
        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table\">\n"
        "<table aria-label=\"Table\">\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n"
        "<th scope=\"col\" class=\"align-left\">b</th>\n"
        "<th scope=\"col\" class=\"align-center\">c</th>\n"
        "<th scope=\"col\" class=\"align-right\">d</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
        "<td>1</td>\n<td class=\"align-left\">2</td>\n<td class=\"align-center\">3</td>\n"
        "<td class=\"align-right\">4</td>\n</tr>\n</tbody>\n</table>\n</div>\n"},
       {"a | b\n-|-",
        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table\">\n"
        "<table aria-label=\"Table\">\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n"
        "<th scope=\"col\">b</th>\n</tr>\n</thead>\n</table>\n</div>\n"},
       {"| a |\n|---|\n| `x \\| y` **b** |",
        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table\">\n"
        "<table aria-label=\"Table\">\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td><code>x | y</code> <strong>b</strong></td>\n</tr>\n</tbody>\n"
        "</table>\n</div>\n"}});
}

TEST_CASE("a table is named after its heading, and an empty corner heads nothing") {
  const std::string html = html_of("## The *costs*\n\n| | b |\n|---|---|\n| c | |\n");
  CHECK(html.ends_with(
      "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-labelledby=\"the-costs\">\n"
      "<table aria-labelledby=\"the-costs\">\n<thead>\n<tr>\n<td></td>\n<th scope=\"col\">b</th>\n"
      "</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td></td>\n</tr>\n</tbody>\n</table>\n"
      "</div>\n"));
}

TEST_CASE("links, images and bare addresses") {
  check_all(
      {{"[a](b.md#c \"d\")", "<p><a href=\"b.md#c\" title=\"d\">a</a></p>\n"},
       {"[a *b*][r] [r] [R][]\n\n[r]: /x?a=1&b=2",
        "<p><a href=\"/x?a=1&amp;b=2\">a <em>b</em></a> <a href=\"/x?a=1&amp;b=2\">r</a> "
        "<a href=\"/x?a=1&amp;b=2\">R</a></p>\n"},
       {"![a *b* `c`](d.png)", "<p><img src=\"d.png\" alt=\"a b c\"></p>\n"},
       {"![a](b.png \"c\")", "<p><img src=\"b.png\" alt=\"a\" title=\"c\"></p>\n"},
       {"<https://a.b/c> <d@e.f>",
        "<p><a href=\"https://a.b/c\">https://a.b/c</a> <a href=\"mailto:d@e.f\">d@e.f</a></p>\n"},
       {"www.a.org, https://b.org/x?y=1.",
        "<p><a href=\"http://www.a.org\">www.a.org</a>, "
        "<a href=\"https://b.org/x?y=1\">https://b.org/x?y=1</a>.</p>\n"},
       {"[é](/ü b.md) [é](</ü b.md>)", "<p>[é](/ü b.md) <a href=\"/%C3%BC%20b.md\">é</a></p>\n"},
       {"[a](tel:+431) [b](//c.d) [c](#d) [e](?f) [g](h:i)", "nothing"},
       {"[a](tel:+431) [b](//c.d) [c](#d) [e](?f) [g](./h:i)",
        "<p><a href=\"tel:+431\">a</a> <a href=\"//c.d\">b</a> <a href=\"#d\">c</a> "
        "<a href=\"?f\">e</a> <a href=\"./h:i\">g</a></p>\n"}});
}

TEST_CASE("footnotes are numbered by first use and lead back to every use") {
  check_all(
      {{"a[^x] b[^y] c[^x]\n\n[^y]: Why\n\n[^x]: Because\n\n    of it\n",
        "<p>a<sup class=\"footnote\"><a href=\"#fn:1\" id=\"fnref:1\">1</a></sup> "
        "b<sup class=\"footnote\"><a href=\"#fn:2\" id=\"fnref:2\">2</a></sup> "
        "c<sup class=\"footnote\"><a href=\"#fn:1\" id=\"fnref:1:2\">1</a></sup></p>\n"
        "<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n"
        "<li id=\"fn:1\"><p>Because</p>\n<p>of it"
        " <a href=\"#fnref:1\" class=\"footnote-back\" aria-label=\"Back to the reference 1\">↩</a>"
        " <a href=\"#fnref:1:2\" class=\"footnote-back\" "
        "aria-label=\"Back to the reference 1 (2)\">↩</a></p>\n</li>\n"
        "<li id=\"fn:2\"><p>Why"
        " <a href=\"#fnref:2\" class=\"footnote-back\" aria-label=\"Back to the reference 2\">↩</a>"
        "</p>\n</li>\n</ol>\n</section>\n"},
       {"a[^none]", "<p>a[^none]</p>\n"},
       {"a\n\n[^x]: unused", "<p>a</p>\n"}});
}

TEST_CASE("headings are shifted into the page and have ids") {
  CHECK(html_of("# A b\n\nC\n=\n\n###### D") ==
        "<h2 id=\"a-b\">A b</h2>\n<h2 id=\"c\">C</h2>\n<h6 id=\"d\">D</h6>\n");
  MarkdownOptions options;
  options.heading_shift = 2;
  options.id_prefix = "faq-";
  CHECK(html_of("# A *b* [c](d)", options) ==
        "<h3 id=\"faq-a-b-c\">A <em>b</em> <a href=\"d\">c</a></h3>\n");
  CHECK(html_of("a[^1]\n\n[^1]: b", options).find("href=\"#faq-fn:1\" id=\"faq-fnref:1\"") !=
        std::string::npos);
}

TEST_CASE("the outline lists headings with their words and ids") {
  const auto reading = read_markdown("# One & *two*\n\ntext\n\n## One `two`\n## Ärger & Spaß\n");
  REQUIRE(reading->document);
  CHECK(reading->document->outline ==
        std::vector<MarkdownHeading>{{2, "One & two", "one-two", 0},
                                     {3, "One two", "one-two-2", 21},
                                     {3, "Ärger & Spaß", "arger-spass", 34}});
}

TEST_CASE("the excerpt is the plain text of the first paragraphs") {
  MarkdownOptions options;
  options.excerpt_length = 20;
  CHECK(read_markdown("# Title\n\nThe *first*\nwords.\n", options)->document->excerpt ==
        "The first words.");
  CHECK(read_markdown("Die größeren Wörter bleiben ganz", options)->document->excerpt ==
        "Die größeren Wörter…");
  CHECK(read_markdown("One.\n\n- list\n\n> quote\n\nTwo.", options)->document->excerpt ==
        "One. Two.");
  CHECK(read_markdown(std::string(30, 'x'), options)->document->excerpt ==
        std::string(20, 'x') + "…");
  CHECK(read_markdown("", options)->document->excerpt.empty());
}

TEST_CASE("a part of a source is parsed with the places of the whole") {
  const auto source = source_of("a.md", "---\nid: x\n---\n# T\n\n[a](b.md)\n# not this\n");
  Diagnostics diagnostics;
  const auto document = parse_markdown(source, 14, 29, {}, diagnostics);
  REQUIRE(document);
  CHECK(document->html == "<h2 id=\"t\">T</h2>\n<p><a href=\"b.md\">a</a></p>\n");
  CHECK(source->place_of(document->links[0].offset) == LineColumn{6, 5});
  CHECK(source->place_of(document->outline[0].offset) == LineColumn{4, 1});
}

TEST_CASE("links, images and shortcodes are filled in when the page is made") {
  const auto reading = read_markdown(
      "{{< first >}}\n\n[a](b.md) ![c](d.png)\n\n- {{< second >}}\n\n![e](f.png)\n\n{{< third "
      ">}}\n");
  REQUIRE(reading->document);
  MarkdownFilling filling;
  filling.target_of = [](const MarkdownLink& link) {
    if (link.url == "d.png") return LinkTarget{"/i/d.1.png", 40, 30};
    return LinkTarget{link.is_image ? link.url : "../b/?x&y", 0, 0};
  };
  filling.html_of = [](const Shortcode& shortcode) { return "<" + shortcode.name + ">"; };
  CHECK(fill_markdown(*reading->document, filling) ==
        "<first><p><a href=\"../b/?x&amp;y\">a</a> "
        "<img src=\"/i/d.1.png\" width=\"40\" height=\"30\" alt=\"c\"></p>\n"
        "<ul>\n<li><second></li>\n</ul>\n<p><img src=\"f.png\" alt=\"e\"></p>\n<third>");
  CHECK(fill_markdown(*reading->document, {}) == reading->document->html);
}

TEST_CASE("threads that parse with and without shared extensions do not disturb each other") {
  const std::string rich = "~~a~~ www.b.org https://c.d ~e~\n";
  const std::string plain_html = html_of("# A\n\n*b* [c](https://d.e) w: x\n");
  const std::string rich_html = html_of(rich);
  REQUIRE(rich_html.find("<del>a</del>") != std::string::npos);
  std::vector<std::thread> threads;
  std::array<int, 4> wrong{};
  for (std::size_t t = 0; t < wrong.size(); ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 2000; ++i) {
        const bool is_rich = (i + static_cast<int>(t)) % 2 == 0;
        const std::string html = html_of(is_rich ? rich : "# A\n\n*b* [c](https://d.e) w: x\n");
        wrong[t] += html == (is_rich ? rich_html : plain_html) ? 0 : 1;
      }
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::array<int, 4>{});
}

}  // namespace
}  // namespace stagecraft::testing
