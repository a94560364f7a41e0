#include "format/css.h"

#include <random>

#include "support/catch.h"

namespace stagecraft {
namespace {

/// What `css` names, one after the other; imports with "@" before them.
std::string named_by(std::string_view css) {
  std::string all;
  for (const CssReference& reference : css_references(css))
    all +=
        (all.empty() ? "" : " ") + std::string(reference.is_import ? "@" : "") + reference.address;
  return all;
}

/// The bytes that would be replaced.
std::string replaced_in(std::string_view css) {
  std::string all;
  for (const CssReference& reference : css_references(css))
    all += (all.empty() ? "" : " ") + std::string(css.substr(reference.offset, reference.length));
  return all;
}

TEST_CASE("an address is found however url() is written") {
  CHECK(named_by("a{background:url(x.png)}") == "x.png");
  CHECK(named_by("a{background:URL( x.png )}") == "x.png");
  CHECK(named_by("a{background:url('x y.png')}") == "x y.png");
  CHECK(named_by("a{background:url(\n \"x.png\"\n)}") == "x.png");
  CHECK(named_by("a{background:url(x\\ y.png)}") == "x y.png");
  CHECK(named_by("a{background:\\75 rl(x.png)}") == "x.png");
  CHECK(named_by("a{background:u\\52L(x\\2e png)}") == "x.png");
  CHECK(named_by("@font-face{src:url(a.woff2) format(\"woff2\"),url(b.woff)}") == "a.woff2 b.woff");
  CHECK(named_by("a{background:src(\"x.png\")}") == "x.png");
  CHECK(named_by("a{background:url(x.png") == "x.png");
}

TEST_CASE("strings name files in image sets and imports only") {
  CHECK(named_by("a{background:image-set(\"a.png\" 1x, 'b.png' type('image/png') 2x)}") ==
        "a.png b.png");
  CHECK(named_by("a{background:-webkit-image-set(url(a.png) 1x)}") == "a.png");
  CHECK(named_by("a::before{content:\"x.png\"}") == "");
  CHECK(named_by("@import 'x.css' layer(a); a{content:'y'}") == "@x.css");
  CHECK(named_by("@IMPORT url(x.css);a{background:url(y)}") == "@x.css y");
}

TEST_CASE("comments, strings and other words hold no address") {
  CHECK(named_by("/* url(x.png) */ a{color:red}") == "");
  CHECK(named_by("a{content:'url(x.png)'}") == "");
  CHECK(named_by("a{content:\"\\\"url(x.png)\"}") == "");
  CHECK(named_by("a{background:curl(x.png) my-url(y) #url(z)}") == "");
  CHECK(named_by("/* an open comment url(x.png)") == "");
  CHECK(named_by("/* one */url(a)/* two */url(b)") == "a b");
}

TEST_CASE("what a browser drops as malformed is left out") {
  CHECK(named_by("a{background:url(x y.png)}b{background:url(z)}") == "z");
  CHECK(named_by("a{background:url(x\"y)}b{background:url(z)}") == "z");
  CHECK(named_by("a{background:url()}") == "");
}

TEST_CASE("the place is that of the address with its quotes") {
  CHECK(replaced_in("a{b:url( x.png )}") == "x.png");
  CHECK(replaced_in("a{b:url( 'x.png' )}") == "'x.png'");
  CHECK(replaced_in("a{b:url(x\\20 y)}") == "x\\20 y");
}

TEST_CASE("any bytes are read to their end") {
  std::mt19937 random(7);
  constexpr std::string_view pieces[] = {"url(", "\"", "'",        "\\",         ")", "(",
                                         "/*",   "*/", "@import ", "image-set(", "x", " ",
                                         "\n",   "{",  ";",        "\\75",       "#", "9"};
  for (int i = 0; i < 20000; ++i) {
    std::string css;
    for (unsigned length = random() % 12; length > 0; --length) css += pieces[random() % 18];
    CAPTURE(css);
    for (const CssReference& reference : css_references(css))
      REQUIRE(reference.offset + reference.length <= css.size());
    REQUIRE(without_css_comments(css).size() == css.size());
  }
}

TEST_CASE("comments become blanks and nothing else changes") {
  CHECK(without_css_comments("a/* b */c") == "a       c");
  CHECK(without_css_comments("a{content:'/*'}/*x") == "a{content:'/*'}   ");
}

}  // namespace
}  // namespace stagecraft
