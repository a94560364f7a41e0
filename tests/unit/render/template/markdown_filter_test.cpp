// `| markdown`: what the language does with the function it is given, and that the function pages
// give it keeps hostile and enormous texts harmless.
#include <thread>

#include "render/site_templates.h"
#include "unit/render/template/fixture.h"

namespace stagecraft {
namespace {

/// What `text` as page.`ending` writes for the text `note`, or its mistakes.
std::string with_note(const std::string& text, const std::string& note, MarkdownFilter markdown,
                      const std::string& ending = "html") {
  const std::string name = "page." + ending;
  Diagnostics diagnostics;
  const auto set = TemplateSet::parse(tests::sources_of({{name, text}}), diagnostics,
                                      {{}, std::move(markdown)});
  if (!set) return tests::shown(diagnostics);
  const auto output = set->render(name, Value(ValueMap{{"note", note}}), "/page/", diagnostics);
  return output ? *output : tests::shown(diagnostics);
}

std::string with_note(const std::string& text, const std::string& note) {
  return with_note(text, note, markdown_filter({}));
}

std::string repeated(std::string_view unit, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += unit;
  return result;
}

TEST_CASE("a set without Markdown refuses the filter where it stands, once for each place") {
  CHECK(with_note("{{ note | markdown }} {{ 'a' | upper | markdown(3) }}", "x", {}) ==
        "page.html:1:11: there is no Markdown here\n"
        "page.html:1:40: there is no Markdown here\n");
}

TEST_CASE("the function of a set gets text, level and prefix, and its markup is not escaped") {
  const auto filter = [](const MarkdownText& text) {
    const std::string seen = std::string(text.text) + "|" + std::to_string(text.level) + "|" +
                             std::string(text.id_prefix);
    return MarkdownOutcome{{"<i>" + seen + "</i>", "_" + seen + "_"}, {}, {}};
  };
  CHECK(with_note("{{ note | markdown }}", "n", filter) == "<i>n|2|</i>");
  CHECK(with_note("{{ note | markdown(4, 'a-') }}", "n", filter) == "<i>n|4|a-</i>");
  CHECK(with_note("{% set m = note | markdown %}{{ m }}{{ m }}", "n", filter) ==
        "<i>n|2|</i><i>n|2|</i>");
  CHECK(with_note("{{ note | markdown }}", "n", filter, "md") == "_n|2|_");
  CHECK(with_note("{{ note | markdown }}", "n", filter, "xml") ==
        "&lt;i&gt;n|2|&lt;/i&gt;");
}

TEST_CASE("what the function refuses is a mistake at the filter, with the page") {
  const auto filter = [](const MarkdownText&) {
    return MarkdownOutcome{{}, "it rhymes", {"write prose"}};
  };
  CHECK(with_note("a\n{{ note | markdown }}", "n", filter) ==
        "page.html:2:11: 'markdown' cannot take this text: it rhymes\n"
        "  write prose\n  while rendering '/page/'\n");
}

TEST_CASE("arguments out of their range are mistakes") {
  CHECK(with_note("{{ note | markdown(0) }}", "n") ==
        "page.html:1:20: expected a heading level from 1 to 6\n  while rendering '/page/'\n");
  CHECK(with_note("{{ note | markdown(id_prefix='a b') }}", "n") ==
        "page.html:1:30: expected letters, digits and hyphens\n  while rendering '/page/'\n");
  CHECK(with_note("{{ 1 | markdown }}", "n") ==
        "page.html:1:8: 'markdown' needs a text, this is a number\n  while rendering '/page/'\n");
}

TEST_CASE("markup cannot leave the text of the page") {
  CHECK(with_note("<p title=\"{{ note | markdown }}\">", "n")
            .starts_with("page.html:1:21: markup cannot stand here\n"));
}

TEST_CASE("no HTML, script or scheme of a text reaches the page") {
  CHECK(with_note("{{ note | markdown }}",
                  "<script>alert(1)</script>\n\n<b onclick=\"x()\">b</b> & \"q\" <!-- c -->") ==
        "<p>b &amp; &quot;q&quot; </p>\n");
  CHECK(with_note("{{ note | markdown }}", "[a](javascript:alert(1))")
            .starts_with("page.html:1:11: 'markdown' cannot take this text: line 1: "));
  CHECK(with_note("{{ note | markdown }}", "a\n\n![](x.png)")
            .starts_with("page.html:1:11: 'markdown' cannot take this text: line 3: "));
  CHECK(with_note("{{ note | markdown }}", "{{< note text=\"x\" >}}")
            .starts_with("page.html:1:11: 'markdown' cannot take this text: there are no "
                         "shortcodes here\n"));
  CHECK(with_note("{{ note | markdown }}", "a\x80 b")
            .starts_with("page.html:1:11: 'markdown' cannot take this text: "));
}

TEST_CASE("texts over the limits of Markdown are mistakes, not crashes") {
  for (const std::string& text :
       {repeated("a ", 200'000), repeated("a~", 40'000), repeated("![[]()", 40'000),
        repeated("> ", 5'000), "|a|b|\n|-|-|\n" + repeated("|c\n", 50'000)}) {
    INFO(text.substr(0, 20));
    CHECK(with_note("{{ note | markdown }}", text)
              .starts_with("page.html:1:11: 'markdown' cannot take this text: "));
  }
}

TEST_CASE("an empty text is empty markup, in every kind of file that takes it") {
  CHECK(with_note("<p>{{ note | markdown }}</p>", "") == "<p></p>");
  CHECK(with_note("a {{ note | markdown }}", "", markdown_filter({}), "md") == "a ");
}

TEST_CASE("threads that share a set make the same HTML of Markdown") {
  const std::string text =
      "{% for n in notes %}{{ n | markdown(3, 'n' ~ loop.index ~ '-') }}{% endfor %}";
  Diagnostics diagnostics;
  const auto set = TemplateSet::parse(tests::sources_of({{"a.html", text}}), diagnostics,
                                      {{}, markdown_filter({})});
  REQUIRE(set);
  ValueList notes;
  for (const char* note : {"# a\n\n~~b~~ www.e.example", "| a |\n|---|\n| [x](y) |", "- [x] *c*",
                           "a[^1]\n\n[^1]: b", "plain"})
    notes.emplace_back(note);
  const Value view = ValueMap{{"notes", notes}};
  const std::string expected = set->render("a.html", view, "/", diagnostics).value();
  std::vector<std::size_t> differing(4);
  {
    std::vector<std::jthread> threads;
    for (std::size_t& count : differing)
      threads.emplace_back([&] {
        for (int i = 0; i < 50; ++i)
          count += set->render("a.html", view, "/", diagnostics) == expected ? 0 : 1;
      });
  }
  CHECK(differing == std::vector<std::size_t>(4));
}

}  // namespace
}  // namespace stagecraft
