// The judge is yaml-cpp: a tab in a comment at the end of a text leaves its tree as it is, and
// takes it out of the subset.

#include "format/yaml_subset.h"

#include "document_fixture.h"
#include "support/node_text.h"
#include "support/property.h"

namespace stagecraft::testing {
namespace {

using tests::check_always;
using tests::node_text;

/// What yaml-cpp and the tree builder make of `text`; "refused" when it is wrong.
std::string in_full(const std::string& text) {
  Diagnostics diagnostics;
  const auto document = parse_yaml(source_of("a.yaml", text + "#\t\n"), {}, diagnostics);
  return document ? node_text(document->root) : "refused";
}

std::string in_subset(const std::string& text, const DocumentLimits& limits = {}) {
  const std::optional<Node> root = read_yaml_subset(text, limits);
  return root ? node_text(*root) : "outside";
}

TEST_CASE("what is in the subset has the tree, and the places, that it has in full") {
  for (const char* text :
       {"a: 1\n",
        "a: 1\nb: two words\nc:\n",
        "a:\n  b:\n    c: d\n  e: f\ng: h\n",
        "- a\n- b: c\n  d: e\n- - f\n  - g\n-\n  h: i\n",
        "a:\n- b\n- c: d\ne: f\n",
        "a:\n  - b\n",
        "# first\n\na: b # at the end\n\n  # deeper\nc: d\n# last\n",
        "a: 'it''s'\n\"b c\": \"d \\\"e\\\" \\\\ \\/ \\n\"\n'f': ''\n",
        "a: [1, two words, 'three', \"four\", [5], {six: 7}]\nb: []\nc: {}\n",
        "a: {b: c, \"d\": [e, f], 'g': h} # why\n",
        "- [a]\n- {b: c}\n- \"d\"\n",
        "a: >-\n  one\n  two\n\n  three\n\n\n  four\nb: c\n",
        "a: >\n  one\n  two\n\nb: c\n",
        "a: |\n  one\n    deeper\n\n  two # no comment\nb: |-\n    three\n\n# a comment\nc: d\n",
        "- >-\n  one\n  two\n- |\n  three\n",
        "a: -5\nb: -x\nc: a:b\nd: http://x/y?z#w\ne: a - b\nf: 2026-09-01\n",
        "a: ~\nb: null\nc: [~, null]\n",
        "a: x   \nb:   y\n",
        "über: straße\n",
        "just words\n",
        "\"quoted\"\n"}) {
    CAPTURE(text);
    CHECK(in_subset(text) == in_full(text));
    CHECK(in_subset(text) != "outside");
  }
}

TEST_CASE("what is richer than the subset is left to yaml-cpp") {
  for (const char* text :
       {"", "# nothing\n", "a: b", "a:\tb\n", "a: b\r\n", "\xEF\xBB\xBF" "a: b\n", "---\na: b\n",
        "a: b\n...\n", "%YAML 1.2\n---\na: b\n", "a: &x b\n", "a: *x\n", "a: !!str b\n",
        "a: several\n  lines\n", "a: \"several\n  lines\"\n", "a: [1,\n  2]\n", "? a\n: b\n",
        "null: a\n", "~: a\n", "a: Null\n", "<<: a\n", "a : b\n", "a: |2\n  b\n", "a: |+\n  b\n",
        "a: >-\n  b\n    c\n", "a: >-\n\n  b\n", "a: |\nb: c\n", "a: \"\\x41\"\n", "[a: b]\n",
        "{a}\n", "{a: }\n", "[a, ]\n", "[a, , b]\n", "-\n- a\n", "a: [b?]\n"}) {
    CAPTURE(text);
    CHECK(in_subset(text) == "outside");
  }
}

TEST_CASE("what is wrong is left to those who say what is wrong") {
  for (const char* text :
       {"a: b\na: c\n", "a: b\n  c: d\n", "a:\n    b: c\n  d: e\n", "a: b: c\n", "a\nb: c\n",
        "a: 'b\n", "a: [b\n", "a: {b: c\n", "a: b]\n- c\n", "- a\nb: c\n", "a: 'b' c\n",
        "a: @b\n", "a: `b`\n", "{a: b, a: c}\n", "{a: b:}\n", "a: ]\n"}) {
    CAPTURE(text);
    CHECK(in_subset(text) == "outside");
  }
}

TEST_CASE("a text over its limits is left to those who say so") {
  CHECK(in_subset("a: {b: {c: d}}\n", {1000, 3, 1000}) != "outside");
  CHECK(in_subset("a: {b: {c: d}}\n", {1000, 2, 1000}) == "outside");
  CHECK(in_subset("[a, b, c, d]\n", {1000, 9, 10}) != "outside");
  CHECK(in_subset("[a, b, c, d]\n", {1000, 9, 5}) == "outside");
}

/// A text of random pieces, most of which fit together.
rc::Gen<std::string> texts() {
  const auto piece = rc::gen::element<std::string>(
      "a: b\n", "c:\n", "  d: e\n", "  - f\n", "- g\n", "- h: i\n", "  j: k\n", "    l\n", "\n",
      "# m\n", "  # n\n", "o: >-\n", "p: |\n", "- >\n", "  q r\n", "    - s: [t, u]\n",
      "v: {w: x}\n", "'y': \"z\"\n", "  ? \n", "aa: 'bb\n", "cc: [dd\n", "- - ee\n",
      "    ff: gg\n", "hh: ~\n", "ii: jj # kk\n", "  ll:\n", "'", "\"", "[", "]", "{", "}", ", ",
      ": ", " ", "-", "#", "?");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& each : pieces) text += each;
                        return text + "\n";
                      });
}

TEST_CASE("whatever is read as the subset is read alike in full") {
  check_always([] {
    for (int text = 0; text < 20; ++text) {
      const std::string pieces = *texts();
      const std::string subset = in_subset(pieces);
      if (subset != "outside") RC_ASSERT(subset == in_full(pieces));
    }
  });
}

}  // namespace
}  // namespace stagecraft::testing
