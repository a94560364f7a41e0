// What the language page says only in words.
#include <thread>

#include "unit/render/template/fixture.h"

namespace stagecraft {
namespace {

using tests::html;
using tests::plain;
using tests::rendered;

TEST_CASE("a tag on a line of its own leaves no trace") {
  CHECK(plain("a\n  {% if true %}\n  b\n  {% endif %}\nc\n") == "a\n  b\nc\n");
  CHECK(plain("a\n  {# gone #}\nb\n") == "a\nb\n");
  CHECK(plain("a {% if true %}b{% endif %}\nc") == "a bc");
  CHECK(plain("a\r\n{% if true %}\r\nb{% endif %}") == "a\r\nb");
}

TEST_CASE("signs keep and take blanks") {
  CHECK(plain("a \n {%- if true -%} \n b{% endif %}") == "ab");
  CHECK(plain("a\n  {%+ if true +%}\nb{% endif %}") == "a\n  \nb");
  CHECK(plain("a \n{{- 1 -}}\n b") == "a1b");
}

TEST_CASE("an included template sees the names around it, but not the loop") {
  CHECK(rendered({{"a.txt", "{% for x in [1, 2] %}{% include 'b.txt' %}{% endfor %}"},
                  {"b.txt", "<{{ x }}{% for y in [5] %}{{ loop.index }}{% endfor %}>"}}) ==
        "<11><21>");
}

TEST_CASE("a block sees what its template sets, and a loop only when it is scoped") {
  const std::string loop = "{% set a = 1 %}{% for x in [7] %}";
  CHECK(plain(loop + "{% block b scoped %}{{ a }}{{ x }}{% endblock %}{% endfor %}") == "17");
  CHECK(plain(loop + "{% block b %}{{ a }}{{ x | default('-') }}{% endblock %}{% endfor %}") ==
        "1-");
}

TEST_CASE("set ends with the loop that it stands in") {
  CHECK(
      plain(
          "{% set a = 1 %}{% for x in [1, 2] %}{{ a }}{% set a = 9 %}{{ a }}{% endfor %}{{ a }}") ==
      "19191");
}

TEST_CASE("values of with are worked out before any of them is named") {
  CHECK(plain("{% with a = 1, b = a %}{{ a }}{{ b }}{% endwith %}", R"({"a": 5})") == "15");
}

TEST_CASE("super goes up one template at a time") {
  CHECK(rendered({{"c.txt", "{% extends 'b.txt' %}{% block x %}c{{ super() }}{% endblock %}"},
                  {"b.txt", "{% extends 'a.txt' %}{% block x %}b{{ super() }}{% endblock %}"},
                  {"a.txt", "[{% block x %}a{% endblock %}]"}}) == "[cba]");
  CHECK(plain("{% block y %}{{ super() }}{% endblock %}") ==
        "page.txt:1:14: there is no block 'y' above this one\n");
}

TEST_CASE("numbers stay exact up to the formatter") {
  CHECK(plain("{{ (1 / 3) * 3 == 1 and 'exact' }}") == "exact");
  CHECK(plain("{{ n | number(3) }}", R"({"n": 1234567890123456789012.0005})") ==
        "1,234,567,890,123,456,789,012.001");
  CHECK(plain("{{ 9223372036854775807 + 1 }}") == "9223372036854775808");
  CHECK(plain("{{ -7 // 2 }} {{ -7 % 2 }} {{ 7.5 // 2 }} {{ 7.5 % 2 }}") == "-4 1 3 1.5");
}

TEST_CASE("numbers, dates and lists follow the language of the set") {
  TemplateOptions german;
  german.locale.name = "de";
  german.locale.last_separator = " und ";
  Diagnostics diagnostics;
  const auto set = TemplateSet::parse(
      tests::sources_of(
          {{"a.txt",
            "{{ 1234.5 | number(1) }}|{{ 0.125 | percent(1) }}|{{ 1234.5 | money('EUR') }}|"
            "{{ '2026-09-30' | date('long') }}|{{ ['a', 'b', 'c'] | list_text }}|"
            "{{ 0.1 | range(0.2, style='percent') }}|{{ 10 | range(20, 'EUR', 0) }}"}}),
      diagnostics, german);
  REQUIRE(set);
  CHECK(set->render("a.txt", ValueMap{}, "/", diagnostics) ==
        "1.234,5|12,5\u00A0%|1.234,50\u00A0€|30. September 2026|a, b und "
        "c|10–20\u00A0%|10–20\u00A0€");
}

TEST_CASE("an unknown language writes numbers neutrally, whatever the environment") {
  TemplateOptions unknown;
  unknown.locale.name = "xx-nowhere";
  Diagnostics diagnostics;
  const auto set = TemplateSet::parse(tests::sources_of({{"a.txt", "{{ 0.5 | number(1) }}"}}),
                                      diagnostics, unknown);
  REQUIRE(set);
  CHECK(set->render("a.txt", ValueMap{}, "/", diagnostics) == "0.5");
}

TEST_CASE("dates and currencies that do not exist are errors") {
  CHECK(plain("{{ '2026-02-30' | date }}")
            .starts_with("page.txt:1:19: 'date' cannot write '2026-02-30'"));
  CHECK(
      plain("{{ '2026-02' | date }}").starts_with("page.txt:1:16: 'date' cannot write '2026-02'"));
  CHECK(plain("{{ 1 | money('euro') }}")
            .starts_with("page.txt:1:14: expected a currency code such as 'EUR'"));
}

TEST_CASE("a partial that is safe only where it is used cannot be rendered by itself") {
  Diagnostics diagnostics;
  const auto set = TemplateSet::parse(
      tests::sources_of(
          {{"page.html", "<p class=\"{% include 'names.html' %}\">{% include 'text.html' %}"},
           {"names.html", "a\" id=\"{{ x }}"},
           {"text.html", "{{ x }}"}}),
      diagnostics);
  REQUIRE(set);
  CHECK(set->contains("page.html"));
  CHECK(set->contains("text.html"));
  CHECK_FALSE(set->contains("missing.html"));
}

TEST_CASE("threads that share a set write the same bytes") {
  const std::string text =
      "{% for p in people | sort(attribute='name') %}<li title=\"{{ p.name }}\">{{ loop.index }} "
      "{{ p.name | slug }} {{ p.share | percent(1) }} {{ '2026-09-30' | date }}</li>{% endfor %}";
  Diagnostics diagnostics;
  const auto set = TemplateSet::parse(tests::sources_of({{"a.html", text}}), diagnostics);
  REQUIRE(set);
  ValueList people;
  for (int i = 0; i < 50; ++i)
    people.push_back(
        ValueMap{{"name", "Ünï & " + std::to_string(i * 37 % 50)}, {"share", Exact(i, 50)}});
  const Value view = ValueMap{{"people", people}};
  const std::string expected = set->render("a.html", view, "/", diagnostics).value();
  std::vector<std::size_t> differing(4);
  {
    std::vector<std::jthread> threads;
    for (std::size_t& count : differing)
      threads.emplace_back([&] {
        for (int i = 0; i < 50; ++i)
          count += set->render("a.html", view, "/", diagnostics) != expected;
      });
  }
  CHECK(differing == std::vector<std::size_t>(4));
  CHECK_FALSE(diagnostics.has_errors());
}

}  // namespace
}  // namespace stagecraft
