// Every mistake has a place, and all mistakes of a set are found in one go.
#include "unit/render/template/fixture.h"

namespace stagecraft {
namespace {

using tests::html;
using tests::plain;
using tests::rendered;

TEST_CASE("a template with ten different mistakes reports ten located messages") {
  const std::string text =
      "{{ a | uper }}\n"
      "{{ b is evn }}\n"
      "{% fro x in xs %}\n"
      "{{ (c }}\n"
      "{{ \"text }}\n"
      "{% include \"partials/hed.html\" %}\n"
      "<p onclick=\"{{ d }}\">\n"
      "{% for x in xs %}{{ loop.indx }}{% endfor %}\n"
      "{{ e | replace('x') }}\n"
      "{% if f %}\n";
  CHECK(rendered({{"page.html", text}, {"partials/head.html", ""}}) ==
        "page.html:1:8: unknown filter 'uper'\n"
        "  did you mean 'upper'?\n"
        "page.html:2:9: unknown test 'evn'\n"
        "  did you mean 'even'?\n"
        "page.html:3:4: unknown tag 'fro'\n"
        "  did you mean 'for'?\n"
        "page.html:4:7: expected ')' before the end of the tag\n"
        "page.html:5:4: the text is never closed\n"
        "  write \" after it\n"
        "page.html:6:12: there is no template 'partials/hed.html'\n"
        "  did you mean 'partials/head.html'?\n"
        "page.html:7:13: nothing can be shown in an event handler\n"
        "  put the value into a 'data-' attribute\n"
        "page.html:8:26: 'loop' has no 'indx'\n"
        "  did you mean 'index'?\n"
        "page.html:9:8: filter 'replace' needs 'new'\n"
        "page.html:10:1: 'if' is never closed\n"
        "  write '{% endif %}' after it\n");
}

TEST_CASE("mistakes of all templates are reported together") {
  CHECK(rendered({{"a.txt", "{{ x | a }}"}, {"b.txt", "\n{% endif %}"}, {"c.txt", "{# "}}) ==
        "a.txt:1:8: unknown filter 'a'\n"
        "  one of: default, d, upper, lower, capitalize, trim, replace, slug, url, excerpt, "
        "escape, e, string, abs, json, json_ld, markdown, length, count, first, …\n"
        "b.txt:2:4: 'endif' ends nothing\n"
        "c.txt:1:1: the comment is never closed\n"
        "  write '#}' after it\n");
}

TEST_CASE("a mistake in the head of a tag is not reported again at its end") {
  CHECK(plain("{% for x of xs %}a{% else %}b{% endfor %}{% if %}c{% endif %}") ==
        "page.txt:1:10: expected 'in' before 'of'\n"
        "page.txt:1:48: expected a value before the end of the tag\n");
}

TEST_CASE("tags that do not belong together are told apart") {
  CHECK(plain("{% if a %}{% endfor %}{% endif %}\n\n{% else %}") ==
        "page.txt:1:14: 'endfor' does not belong in 'if'\n"
        "  'if' starts in line 1\n"
        "page.txt:3:4: 'else' ends nothing\n");
  CHECK(plain("{% if a %}{% else %}{% else %}{% endif %}") ==
        "page.txt:1:24: 'else' stands after 'else'\n"
        "  'if' starts in line 1\n");
}

TEST_CASE("templates that lead to each other in a circle are found when they are parsed") {
  CHECK(rendered({{"a.txt", "{% include 'b.txt' %}"},
                  {"b.txt", "{% extends 'c.txt' %}"},
                  {"c.txt", "{% include 'a.txt' %}"}}) ==
        "c.txt:1:12: templates lead to each other in a circle\n"
        "  a.txt → b.txt → c.txt → a.txt\n");
  CHECK(rendered({{"a.txt", "{% include 'a.txt' %}"}}) ==
        "a.txt:1:12: templates lead to each other in a circle\n"
        "  a.txt → a.txt\n");
}

TEST_CASE("a template of another kind cannot be included") {
  CHECK(rendered({{"a.html", "{% include 'b.txt' %}"}, {"b.txt", ""}}) ==
        "a.html:1:12: 'b.txt' makes another kind of file than 'a.html'\n"
        "  what is safe in one is not safe in the other\n");
  CHECK(rendered({{"a.php", ""}}) ==
        "a.php:1:1: a template's name ends with the kind of file that it makes\n"
        "  one of: .html, .md, .xml, .csv, .ics, .txt, .json\n");
}

TEST_CASE("what would never be shown is a mistake") {
  CHECK(rendered({{"a.txt", "{% extends 'b.txt' %}\nlost"}, {"b.txt", ""}}) ==
        "a.txt:2:1: this stands outside every block and would never be shown\n"
        "  the template extends 'b.txt'\n");
  CHECK(rendered({{"a.txt", "{% extends 'b.txt' %}{% block contnt %}lost{% endblock %}"},
                  {"b.txt", "{% block content %}{% endblock %}"}}) ==
        "a.txt:1:31: no template above this one has a block 'contnt'\n"
        "  did you mean 'content'?\n");
}

TEST_CASE("words of Jinja2 that the language does not have are named") {
  CHECK(plain("{{ a.b() }}") ==
        "page.txt:1:6: nothing can be called here\n"
        "  there are 'super()', 'loop(…)', 'loop.cycle(…)' and 'loop.changed(…)'\n");
  CHECK(plain("{% for k, v in m.items() %}{% endfor %}") ==
        "page.txt:1:18: nothing can be called here\n  write '| items'\n");
  CHECK(plain("{% macro m() %}") ==
        "page.txt:1:4: unknown tag 'macro'\n"
        "  one of: if, elif, else, endif, for, endfor, block, endblock, extends, include, set, "
        "with, endwith, raw, endraw\n");
  CHECK(plain("{{ a[1:2] }}") == "page.txt:1:7: slices are not part of the language\n");
  CHECK(plain("{{ loop.index }}") ==
        "page.txt:1:4: 'loop' has a meaning only inside 'for'\n"
        "  included templates and blocks do not see the loop around them\n");
}

TEST_CASE("an undefined name is an error with its place, the nearest name and the page") {
  CHECK(plain("\n  {{ pillar.titel }}", R"({"pillar": {"title": "x"}})") ==
        "page.txt:2:13: there is no 'titel' here\n"
        "  did you mean 'title'?\n"
        "  while rendering '/page/'\n");
  CHECK(plain("{% for item in items %}{{ itme }}{% endfor %}", R"({"items": [1]})") ==
        "page.txt:1:27: 'itme' is undefined\n"
        "  did you mean 'item'?\n"
        "  while rendering '/page/'\n");
  CHECK(plain("{% if nothing %}{% endif %}") ==
        "page.txt:1:7: 'nothing' is undefined\n  while rendering '/page/'\n");
}

TEST_CASE("a value of the wrong kind is an error that names both kinds") {
  CHECK(plain("{{ xs }}", R"({"xs": []})") ==
        "page.txt:1:4: only texts and numbers can be shown, this is a list\n"
        "  while rendering '/page/'\n");
  CHECK(plain("{% for x in 3 %}{% endfor %}") ==
        "page.txt:1:13: 'for' goes through lists, this is a number\n  while rendering '/page/'\n");
  CHECK(plain("{{ 'a' + 1 }}") ==
        "page.txt:1:4: arithmetic needs numbers, this is a text\n"
        "  texts are joined by '~'\n"
        "  while rendering '/page/'\n");
  CHECK(plain("{{ 1 // 0 }}") == "page.txt:1:4: division by zero\n  while rendering '/page/'\n");
  CHECK(plain("{{ 'a' < 1 }}") ==
        "page.txt:1:4: a text and a number cannot be compared\n  while rendering '/page/'\n");
}

std::string repeated(const std::string& text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

TEST_CASE("nesting has limits") {
  CHECK(plain(repeated("{% if true %}", 60) + repeated("{% endif %}", 60)) ==
        "page.txt:1:651: tags are nested more than 50 deep\n");
  CHECK(plain("{{ " + repeated("(", 60) + "1" + repeated(")", 60) + " }}") ==
        "page.txt:1:54: this is nested too deeply\n");
  CHECK(plain("{{ " + repeated("1+", 400) + "1 }}") ==
        "page.txt:1:4: this expression is too long\n");
}

TEST_CASE("rendering has limits") {
  const std::string list = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]";
  const std::string loops = repeated("{% for x in " + list + " %}", 6);
  CHECK(plain(loops + repeated("{% endfor %}", 6)) ==
        "page.txt:1:336: rendering takes more than 5 million steps\n  while rendering '/page/'\n");
  CHECK(plain(repeated("{% set t = t ~ t %}", 26) + "{{ t }}", R"({"t": "x"})") ==
        "page.txt:1:468: this makes more than 32 MB of text\n  while rendering '/page/'\n");
  CHECK(plain("{% for x in xs recursive %}{{ loop(xs) }}{% endfor %}", R"({"xs": [1]})") ==
        "page.txt:1:36: the loop calls itself more than 100 deep\n  while rendering '/page/'\n");
  CHECK(plain(repeated("{% set n = n * n %}", 20), R"({"n": 99})") ==
        "page.txt:1:183: this number has too many digits\n  while rendering '/page/'\n");
}

TEST_CASE("templates lead to each other at most 30 deep") {
  tests::Files files;
  for (int i = 10; i < 50; ++i)
    files.push_back({"t" + std::to_string(i) + ".txt",
                     i < 49 ? "{% include 't" + std::to_string(i + 1) + ".txt' %}" : ""});
  CHECK(
      rendered(files).starts_with("t10.txt:1:1: templates lead to each other more than 30 deep\n"));
}

}  // namespace
}  // namespace stagecraft
