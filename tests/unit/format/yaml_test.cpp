#include "format/read_document.h"

#include "document_fixture.h"
#include "support/catch.h"

namespace stagecraft::testing {
namespace {

std::unique_ptr<Reading> yaml(std::string text, const DocumentLimits& limits = {}) {
  return read("a.yaml", std::move(text), limits);
}

std::string tree_of(std::string text) {
  return yaml(std::move(text))->tree();
}

/// The place of the value of key `v`.
std::string place_of_v(std::string text) {
  const auto reading = yaml(std::move(text));
  REQUIRE(reading->document);
  return reading->place_of("v");
}

TEST_CASE("a plain scalar keeps its characters, whatever it looks like") {
  CHECK(tree_of("[No, 0.575, 1e3, 007, true, 2026-09-01]") ==
        "[No, 0.575, 1e3, 007, true, 2026-09-01]");
  CHECK(tree_of("[Null, NULL]") == "[Null, NULL]");
}

TEST_CASE("quoted and block scalars are text") {
  CHECK(tree_of("['a', \"b\", 'it''s', \"\\u00e9\"]") == "[\"a\", \"b\", \"it's\", \"é\"]");
  CHECK(tree_of("v: |\n  one\n  two\n") == "{v: \"one\ntwo\n\"}");
  CHECK(tree_of("v: >-\n  one\n  two\n") == "{v: \"one two\"}");
  CHECK(tree_of("['null', \"~\", '']") == "[\"null\", \"~\", \"\"]");
}

TEST_CASE("null is '~', 'null' or nothing") {
  CHECK(tree_of("[~, null]") == "[null, null]");
  CHECK(tree_of("a:\nb: ~\nc: null\n") == "{a: null, b: null, c: null}");
  CHECK(tree_of("-\n- null\n") == "[null, null]");
  CHECK(tree_of("{a, b: }") == "{a: null, b: null}");
}

TEST_CASE("an empty file is null") {
  CHECK(tree_of("") == "null");
  CHECK(tree_of("# only a comment\n") == "null");
  CHECK(tree_of("---\n") == "null");
  CHECK(tree_of("\xEF\xBB\xBF") == "null");
}

TEST_CASE("lists and maps keep their order") {
  CHECK(tree_of("z: [1, {y: 2, x: 3}]\na:\n- b\n-\n  - c\n") ==
        "{z: [1, {y: 2, x: 3}], a: [b, [c]]}");
  CHECK(tree_of("[a: 1, b: 2]") == "[{a: 1}, {b: 2}]");
}

TEST_CASE("keys may look like anything") {
  CHECK(tree_of("null: 1\n~: 2\n'a b': 3\n4: 5\nno: 6\n") ==
        "{null: 1, ~: 2, a b: 3, 4: 5, no: 6}");
}

TEST_CASE("a scalar is underlined from its first to its last character") {
  CHECK(place_of_v("v: plain text  # why\n") == "1:4+10");
  CHECK(place_of_v("v: 'it''s'\n") == "1:4+7");
  CHECK(place_of_v("v: \"a\\\"b\" # x\n") == "1:4+6");
  CHECK(place_of_v("{v: x}") == "1:5+1");
}

TEST_CASE("a scalar on several lines is underlined to the end of its first line") {
  CHECK(place_of_v("v: plain text  \n  goes on\n") == "1:4+10");
  CHECK(place_of_v("v: \"quoted\n  goes on\"\n") == "1:4+7");
  CHECK(place_of_v("v: |-  \n  text\n") == "1:4+2");
}

TEST_CASE("lists and bracketed maps are underlined at their first character") {
  CHECK(place_of_v("v:\n  - a\n  - b\n") == "2:3+1");
  CHECK(place_of_v("v: [a, b]\n") == "1:4+1");
  CHECK(place_of_v("v: {a: b}\n") == "1:4+1");
}

TEST_CASE("a block map is underlined at its first key") {
  CHECK(place_of_v("v:\n  first key: a\n  b: c\n") == "2:3+9");
}

TEST_CASE("a value that is not there has the place of its key or dash") {
  CHECK(place_of_v("a: 1\nv:\n# later\nnull: 2\n") == "2:1+1");
  CHECK(place_of_v("v:\n") == "1:1+1");
  const auto list = yaml("- a\n-\n# - no\n- b\n-");
  CHECK(list->place_of(list->document->root.items[1]) == "2:1+1");
  CHECK(list->place_of(list->document->root.items[3]) == "5:1+1");
}

TEST_CASE("a key called null after a key without a value is not that value") {
  CHECK(tree_of("a:\nnull: x\n") == "{a: null, null: x}");
  CHECK(tree_of("a:\n  null\nb: x\n") == "{a: null, b: x}");
}

TEST_CASE("places are right behind multi-byte characters") {
  CHECK(place_of_v("ключ: значение\nv: x\n") == "2:4+1");
  CHECK(place_of_v("{é: 'ü𝄞', v: x}\n") == "1:14+1");
  CHECK(place_of_v("v: 'ü𝄞'\n") == "1:4+8");
}

TEST_CASE("places are right behind a byte order mark") {
  CHECK(place_of_v("\xEF\xBB\xBFv: x\n") == "1:4+1");
  CHECK(place_of_v("\xEF\xBB\xBF"
                   "a:\n  b:\nv: x\n") == "3:4+1");
  CHECK(tree_of("\xEF\xBB\xBF- a\n-\n- null\n") == "[a, null, null]");
  const auto list = yaml("\xEF\xBB\xBF- a\n-\n- b\n");
  CHECK(list->place_of(list->document->root.items[1]) == "2:1+1");
}

TEST_CASE("texts whose first bytes look like a byte order mark are read whole") {
  CHECK(tree_of("\xEF\xBD\x86oo: x\n") == "{\xEF\xBD\x86oo: x}");  // U+FF46
  CHECK(tree_of("\xEF\xBB\x80: x\n") == "{\xEF\xBB\x80: x}");      // U+FEC0
}

TEST_CASE("places are right in files with CRLF and tabs") {
  CHECK(place_of_v("a: 1\r\n\r\nv: x\r\n") == "3:4+1");
  CHECK(place_of_v("a: |\r\n  one\r\n  two\r\nv: x y\r\n") == "4:4+3");
  CHECK(place_of_v("v:\tx\n") == "1:4+1");
  CHECK(tree_of("a: 'x'\r\nb:\r\n- c\r\n") == "{a: \"x\", b: [c]}");
}

TEST_CASE("keys have places too") {
  const auto reading = yaml("a: 1\n'b c': 2\n");
  const auto& members = reading->document->root.members;
  CHECK(reading->place(reading->document->span_of_key(members[0])) == "1:1+1");
  CHECK(reading->place(reading->document->span_of_key(members[1])) == "2:1+5");
}

TEST_CASE("an alias is a copy of the value that it names") {
  CHECK(tree_of("a: &x [1, {b: c}]\nd: *x\n") == "{a: [1, {b: c}], d: [1, {b: c}]}");
  CHECK(tree_of("&k key: 1\nother: *k\n") == "{key: 1, other: key}");
  CHECK(tree_of("- &x 1\n- &x 2\n- *x\n") == "[1, 2, 2]");
  CHECK(tree_of("- &x 1\n- {*x : y}\n") == "[1, {1: y}]");
  CHECK(tree_of("- &a [&b 1, *b]\n- *a\n- *b\n") == "[[1, 1], [1, 1], 1]");
}

TEST_CASE("an anchor does not move the place of its value") {
  CHECK(place_of_v("v: &name   text\n") == "1:12+4");
  CHECK(place_of_v("v: &name\n  a: 1\n") == "2:3+1");
  CHECK(place_of_v("v: &name # why\n  - 1\n") == "2:3+1");
}

TEST_CASE("a copied value keeps the place where it was written") {
  CHECK(place_of_v("a: &x text\nv: *x\n") == "1:7+4");
}

}  // namespace
}  // namespace stagecraft::testing
