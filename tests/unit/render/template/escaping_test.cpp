// Hostile values in every place, judged by an HTML parser: whatever a value holds, the document has
// the elements and attributes that the template wrote, and shows the value as it is.
#include <gumbo.h>

#include <memory>

#include "unit/render/template/fixture.h"

namespace stagecraft {
namespace {

using tests::html;
using tests::rendered;

const std::vector<std::string> hostile_values{
    "plain",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg onload=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!-- -->",
    "-->",
    "]]>",
    "&lt;b&gt;",
    "&#106;avascript:alert(1)",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "//evil.example/",
    "/\\evil.example",
    "{{ view }}{% if %}",
    "`${alert(1)}`",
    "a\nb\r\nc",
    "\u2028\u2029",
    "über & söhne <ñ>",
};

struct GumboDeleter {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

/// The document as its elements, attributes and text: "<p title=…>text</p>" without any quoting.
void add_shape(const GumboNode* node, std::string& shape) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
      node->type == GUMBO_NODE_CDATA) {
    shape += node->v.text.text;
  } else if (node->type == GUMBO_NODE_COMMENT) {
    shape += "[comment]";
  } else if (node->type == GUMBO_NODE_ELEMENT) {
    const GumboElement& element = node->v.element;
    shape += std::string("[") + gumbo_normalized_tagname(element.tag);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      shape += std::string(" ") + attribute->name + "=" + attribute->value;
    }
    shape += "]";
    for (unsigned i = 0; i < element.children.length; ++i)
      add_shape(static_cast<const GumboNode*>(element.children.data[i]), shape);
    shape += "[/]";
  }
}

std::string shape_of(const std::string& document) {
  const std::unique_ptr<GumboOutput, GumboDeleter> output(gumbo_parse(document.c_str()));
  std::string shape;
  add_shape(output->root, shape);
  return shape;
}

std::string with_value(const std::string& text, const std::string& value) {
  return rendered({{"page.html", text}}, Value(ValueMap{{"x", value}}));
}

/// What a parser makes of line breaks in text.
std::string normalized(std::string value) {
  for (std::size_t at = value.find("\r\n"); at != std::string::npos; at = value.find("\r\n"))
    value.erase(at, 1);
  return value;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST_CASE("in text and attributes a parser reads back exactly the value") {
  const std::vector<std::string> places{
      "<body><p>{{ x }}</p></body>",
      "<body><p title=\"{{ x }}\">t</p></body>",
      "<body><p title='{{ x }}'>t</p></body>",
      "<body><p data-x=\"a {{ x }} b\">t</p></body>",
      "<head><title>{{ x }}</title></head>",
      "<body><textarea>.{{ x }}</textarea></body>",
      "<body><svg viewBox=\"0 0 1 1\"><title>{{ x }}</title><text x=\"{{ x }}\">{{ x "
      "}}</text></svg></body>",
      "<body><table><tr><td{% if true %} class=\"{{ x }}\"{% endif %}>{{ x "
      "}}</td></tr></table></body>",
      "<body><input value=\"{{ x }}\" disabled><b>{{ x }}</b></body>"};
  for (const std::string& place : places) {
    for (const std::string& value : hostile_values) {
      if (value.find('\x01') != std::string::npos) continue;  // no HTML document can hold it
      INFO(place << " with " << value);
      const std::string marker = shape_of(with_value(place, "MARKER"));
      std::string expected = marker;
      while (expected.find("MARKER") != std::string::npos)
        expected = replaced(expected, "MARKER", normalized(value));
      CHECK(shape_of(with_value(place, value)) == expected);
    }
  }
}

/// The value of attribute `name` of the first element that has it.
std::string attribute_of(const std::string& document, const std::string& name) {
  const std::string shape = shape_of(document);
  const std::size_t start = shape.find(" " + name + "=");
  REQUIRE(start != std::string::npos);
  const std::size_t begin = start + name.size() + 2;
  return shape.substr(begin, shape.find(']', begin) - begin);
}

/// What a browser would take for the scheme of `url`: without the blanks and controls that it
/// skips.
std::string scheme_of(const std::string& url) {
  std::string seen;
  for (const char c : url) {
    if (static_cast<unsigned char>(c) <= 0x20) continue;
    if (c == ':') return seen;
    if (c == '/' || c == '?' || c == '#') return {};
    seen += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return {};
}

/// A tag, and how the parser calls the attribute that shows the value in it.
const std::vector<std::pair<std::string, std::string>> url_attributes{
    {"<a href=\"{{ x }}\">", "href"},
    {"<img src='{{ x }}'>", "src"},
    {"<form action=\"{{ x }}\">", "action"},
    {"<svg><use xlink:href=\"{{ x }}\"/></svg>", "href"}};

TEST_CASE("no value makes a URL with another scheme, or leaves the host that the template wrote") {
  for (const std::string& value : hostile_values) {
    INFO(value);
    for (const auto& [tag, attribute] : url_attributes) {
      const std::string scheme = scheme_of(attribute_of(with_value(tag, value), attribute));
      CHECK((scheme.empty() || scheme == "http" || scheme == "https"));
    }
    const std::string later = attribute_of(with_value("<a href=\"/{{ x }}\">", value), "href");
    CHECK(later.starts_with("/"));
    CHECK_FALSE(later.starts_with("//"));
    CHECK(later.find('\\') == std::string::npos);
    const std::string twice = attribute_of(rendered({{"page.html", "<a href=\"{{ e }}{{ x }}\">"}},
                                                    Value(ValueMap{{"x", value}, {"e", ""}})),
                                           "href");
    CHECK(scheme_of(twice).empty());
    const std::string query =
        attribute_of(with_value("<a href=\"/?q={{ x }}&r=1\">", value), "href");
    CHECK(query.ends_with("&r=1"));
    CHECK(query.find_first_of("&#?", 4) == query.size() - 4);
  }
}

TEST_CASE("a value in a data script stays inside its text") {
  for (const std::string& value : hostile_values) {
    INFO(value);
    const std::string document =
        with_value("<script type=\"application/ld+json\">{{ x | json_ld }}</script><i>", value);
    const std::string start = "<script type=\"application/ld+json\">";
    const std::string json =
        document.substr(start.size(), document.find("</script>") - start.size());
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    REQUIRE(parsed.is_string());
    CHECK(parsed.get<std::string>() == value);
    CHECK(json.find_first_of("<>&") == std::string::npos);
    CHECK(document.ends_with("</script><i>"));
  }
}

TEST_CASE("markup passes in text and nowhere else") {
  const Value view = ValueMap{{"m", Markup{"<b>x</b>"}}};
  CHECK(rendered({{"a.html", "<p>{{ m }}</p>"}}, view) == "<p><b>x</b></p>");
  for (const std::string text :
       {"<p title=\"{{ m }}\">", "<a href=\"{{ m }}\">", "<title>{{ m }}</title>"})
    CHECK(rendered({{"a.html", text}}, view).find("markup cannot stand here") != std::string::npos);
  CHECK(rendered({{"a.xml", "<c>{{ m }}</c>"}}, view) == "<c>&lt;b&gt;x&lt;/b&gt;</c>");
  CHECK(rendered({{"a.md", "{{ m }}"}}, Value(ValueMap{{"m", Markup{"<b>x</b>", "**x**"}}})) ==
        "**x**");
}

/// The message for an output at a place, without its notes.
std::string refusal(const std::string& text) {
  const std::string messages = html(text, R"({"x": "v", "c": true, "xs": []})");
  const std::size_t start = messages.find(": ");
  return start == std::string::npos ? "accepted"
                                    : messages.substr(start + 2, messages.find('\n') - start - 2);
}

TEST_CASE("an output where nothing can be safe is refused") {
  CHECK(refusal("<script>{{ x }}</script>") == "nothing can be shown in <script>");
  CHECK(refusal("<script src=\"a.js\">{{ x | json }}</script>") ==
        "nothing can be shown in <script>");
  CHECK(refusal("<SCRIPT>{{ x }}</SCRIPT>") == "nothing can be shown in <script>");
  CHECK(refusal("<style>p { color: {{ x }} }</style>") == "nothing can be shown in <style>");
  CHECK(refusal("<iframe>{{ x }}</iframe>") == "nothing can be shown in <iframe>");
  CHECK(refusal("<script type=\"{{ x }}\">") == "nothing can be shown in this attribute");
  CHECK(refusal("<p onclick=\"{{ x }}\">") == "nothing can be shown in an event handler");
  CHECK(refusal("<p ONCLICK=\"{{ x }}\">") == "nothing can be shown in an event handler");
  CHECK(refusal("<p style=\"color: {{ x }}\">") == "nothing can be shown in a 'style' attribute");
  CHECK(refusal("<img srcset=\"{{ x }} 2x\">") == "nothing can be shown in this attribute");
  CHECK(refusal("<iframe srcdoc=\"{{ x }}\">") == "nothing can be shown in this attribute");
  CHECK(refusal("<meta http-equiv=\"refresh\" content=\"0; {{ x }}\">") ==
        "nothing can be shown in the content of 'http-equiv'");
  CHECK(refusal("<meta content=\"0; {{ x }}\" http-equiv=\"refresh\">") ==
        "'http-equiv' makes an address of a content that is not fixed");
  CHECK(refusal("<svg><animate attributeName=\"href\" to=\"{{ x }}\"/></svg>") ==
        "nothing can be shown in this attribute");
  CHECK(refusal("<p title={{ x }}>") == "an attribute that shows a value has quotes");
  CHECK(refusal("<p title=a{{ x }}>") == "an attribute that shows a value has quotes");
  CHECK(refusal("<p {{ x }}>") == "nothing can be shown in a tag, between attributes");
  CHECK(refusal("<p data-{{ x }}=\"\">") == "nothing can be shown in the name of an attribute");
  CHECK(refusal("<{{ x }}>") == "nothing can be shown in the name of a tag");
  CHECK(refusal("<h{{ x }}>") == "nothing can be shown in the name of a tag");
  CHECK(refusal("</{{ x }}>") == "nothing can be shown in the name of a tag");
  CHECK(refusal("<!-- {{ x }} -->") == "nothing can be shown in a comment");
  CHECK(refusal("<!DOCTYPE {{ x }}>") == "nothing can be shown in a declaration");
  CHECK(refusal("<svg><![CDATA[ {{ x }} ]]></svg>") == "nothing can be shown in a declaration");
  CHECK(refusal("<a href=\"javascript:{{ x }}\">") == "nothing can be shown after this scheme");
  CHECK(refusal("<a href=\" javascript:{{ x }}\">") == "nothing can be shown after this scheme");
  CHECK(refusal("<a href=\"&#106;avascript:{{ x }}\">") ==
        "nothing can be shown after this scheme");
  CHECK(refusal("<a href=\"{{ x }}:{{ x }}\">") ==
        "this ':' makes a scheme of what stands before it");
  CHECK(refusal("<a href=\"{% if c %}?a={% endif %}{{ x }}\">") ==
        "it is not clear which part of the URL this is");
  CHECK(refusal("<script type=\"application/ld+json\">{{ x }}</script>") ==
        "an output in a data script ends with '| json_ld'");
}

TEST_CASE("ways through a tag end at the same place in HTML") {
  const std::string different = "the ways through this tag end at different places in HTML";
  CHECK(refusal("{% if c %}<p title=\"{% endif %}{{ x }}") == different);
  CHECK(refusal("{% if c %}<!--{% else %}<p>{% endif %}") == different);
  CHECK(refusal("<{% if c %}script{% else %}p{% endif %}>") == different);
  CHECK(refusal("<p {% if c %}title{% else %}onclick{% endif %}=\"{{ x }}\">") ==
        "this means different things after the ways that lead here");
  CHECK(refusal("{% for x in xs %}<p title=\"{% endfor %}") == different);
  CHECK(refusal("<p title=\"{{ x }}") == "the page ends in the value of an attribute");
  for (const std::string text :
       {"<li{% if c %} class=\"a\"{% endif %}>{{ x }}</li>",
        "<li {% if c %}class=\"a\" {% endif %}title=\"{{ x }}\">",
        "<input{% if c %} checked{% else %} disabled{% endif %}>",
        "<a href=\"{% if c %}{{ x }}{% else %}/b{% endif %}\">",
        "<a href=\"{% for x in xs %}{{ x }}/{% endfor %}\">",
        "<h{% if c %}2{% else %}3{% endif %} title=\"{{ x }}\">", "a < {{ x }} && {{ x }} > b"})
    CHECK(refusal(text) == "accepted");
}

TEST_CASE("a partial is judged where it is used") {
  const std::string in_text = "{% include 'b.html' %}";
  CHECK(rendered({{"a.html", in_text}, {"b.html", "{{ 1 }}"}}) == "1");
  CHECK(rendered({{"a.html", "<script>" + in_text + "</script>"}, {"b.html", "{{ 1 }}"}}) ==
        "b.html:1:1: nothing can be shown in <script>\n"
        "  put data into <script type=\"application/ld+json\">\n");
  CHECK(rendered({{"a.html", "<p onclick=\"{% block b %}{% endblock %}\">"}}) ==
        "<p onclick=\"\">");
}

TEST_CASE("the fields of a CSV file stay fields, and are never formulas") {
  const auto field = [](const std::string& value) {
    return rendered({{"a.csv", "{{ x }}"}}, Value(ValueMap{{"x", value}}));
  };
  CHECK(field("plain") == "plain");
  CHECK(field("a,b") == "\"a,b\"");
  CHECK(field("a\"b") == "\"a\"\"b\"");
  CHECK(field("a\r\nb") == "\"a\r\nb\"");
  CHECK(field("=1+1") == "'=1+1");
  CHECK(field("+1,2") == "\"'+1,2\"");
  CHECK(field("-x") == "'-x");
  CHECK(field("@x") == "'@x");
  CHECK(field("\t=1") == "\"'\t=1\"");
}

TEST_CASE("iCalendar texts and XML hold any value") {
  const Value view = ValueMap{{"x", "a\\b;c,d\r\ne\x01 <&>\""}};
  CHECK(rendered({{"a.ics", "S:{{ x }}"}}, view) == "S:a\\\\b\\;c\\,d\\ne <&>\"");
  CHECK(rendered({{"a.xml", "<x>{{ x }}</x>"}}, view) ==
        "<x>a\\b;c,d\r\ne\uFFFD &lt;&amp;&gt;&#34;</x>");
  CHECK(rendered({{"a.txt", "{{ x }}"}}, view) == "a\\b;c,d\ne <&>\"");
}

}  // namespace
}  // namespace stagecraft
