#include "format/json_syntax.h"

#include <random>

#include "document_fixture.h"
#include "support/catch.h"

namespace stagecraft::testing {
namespace {

std::unique_ptr<Reading> json(std::string text, const DocumentLimits& limits = {}) {
  return read("a.json", std::move(text), limits);
}

std::string tree_of(std::string text) {
  return json(std::move(text))->tree();
}

/// The only mistake in a text.
std::string mistake_in(std::string text, const DocumentLimits& limits = {}) {
  const auto reading = json(std::move(text), limits);
  CHECK_FALSE(reading->document);
  REQUIRE(reading->mistakes().size() == 1);
  return reading->mistakes()[0];
}

TEST_CASE("JSON numbers keep their spelling") {
  CHECK(tree_of("[1, 2.50, -0, 1e400, 1E+2, 123456789012345678901234567890]") ==
        "[1, 2.50, -0, 1e400, 1E+2, 123456789012345678901234567890]");
}

TEST_CASE("JSON strings are text, the three words are plain or null") {
  CHECK(tree_of(R"(["a", "null", true, false, null, ""])") ==
        R"(["a", "null", true, false, null, ""])");
  CHECK(tree_of(R"("\u00e9\ud834\udd1e\n\/\"")") == "\"é𝄞\n/\"\"");
}

TEST_CASE("a JSON document may be a scalar") {
  CHECK(tree_of(" \"x\" \n") == "\"x\"");
  CHECK(tree_of("42") == "42");
  CHECK(tree_of("null") == "null");
  CHECK(tree_of("true ") == "true");
}

TEST_CASE("JSON lists and maps keep their order") {
  CHECK(tree_of(R"({"z": [1, {"y": []}], "a": {}})") == "{z: [1, {y: []}], a: {}}");
}

TEST_CASE("JSON values and keys have places") {
  const auto reading = json("\xEF\xBB\xBF{\"é\": \"ü\\n\" ,\r\n  \"v\" : [ 12.5 ]}");
  REQUIRE(reading->document);
  const Node& root = reading->document->root;
  CHECK(reading->place_of(root) == "1:1+1");
  CHECK(reading->place_of("é") == "1:7+6");
  CHECK(reading->place_of("v") == "2:9+1");
  CHECK(reading->place_of(root.find("v")->items[0]) == "2:11+4");
  CHECK(reading->place(reading->document->span_of_key(root.members[0])) == "1:2+4");
  CHECK(reading->place(reading->document->span_of_key(root.members[1])) == "2:3+3");
}

TEST_CASE("every duplicate key in JSON is an error") {
  const auto reading = json("{\"a\": 1,\n \"\\u0061\": 2,\n \"b\": {\"c\": 1, \"c\": 2}}");
  CHECK_FALSE(reading->document);
  CHECK(reading->mistakes() == Lines{"2:2+8 duplicate key 'a' | first defined at line 1",
                                     "3:16+3 duplicate key 'c' | first defined at line 3"});
}

TEST_CASE("commas and brackets in JSON are checked") {
  CHECK(mistake_in("[1,]") ==
        "1:3+1 unexpected ',' after the last value | JSON allows no trailing comma");
  CHECK(mistake_in("{\"a\": 1,\n}") ==
        "1:8+1 unexpected ',' after the last value | JSON allows no trailing comma");
  CHECK(mistake_in("{\"a\": 1\n \"b\": 2}") == "2:2+1 missing ',' before this");
  CHECK(mistake_in("[1 234]") == "1:4+3 missing ',' before this");
  CHECK(mistake_in("[,1]") == "1:2+1 expected a value, found ','");
  CHECK(mistake_in("[1}") == "1:3+1 '[' is closed by ']', not by '}'");
  CHECK(mistake_in("{\"a\": [1, 2}") == "1:12+1 '[' is closed by ']', not by '}'");
  CHECK(mistake_in("[[1]") == "1:1+1 '[' is never closed");
  CHECK(mistake_in("{\"a\": {") == "1:7+1 '{' is never closed");
  CHECK(mistake_in("[1:2]") == "1:3+1 expected ',' or ']', found ':'");
}

TEST_CASE("keys in JSON are checked") {
  CHECK(mistake_in("{a: 1}") == "1:2+1 key 'a' is not in quotes | write \"a\"");
  CHECK(mistake_in("{'ab': 1}") == "1:2+4 text in single quotes | JSON has double quotes only");
  CHECK(mistake_in("{\"a\"}") == "1:2+3 missing ':' after this key");
  CHECK(mistake_in("{\"a\":}") == "1:6+1 expected a value, found '}'");
  CHECK(mistake_in("{{}: 1}") == "1:2+1 expected a key in double quotes, found '{'");
}

TEST_CASE("words and numbers in JSON are checked") {
  const std::string words = " | one of: true, false, null; a text stands in double quotes";
  CHECK(mistake_in("[NaN]") == "1:2+3 unknown word 'NaN'" + words);
  CHECK(mistake_in("[-Infinity]") == "1:2+9 unknown word '-Infinity'" + words);
  CHECK(mistake_in("nul") == "1:1+3 unknown word 'nul'" + words);
  CHECK(mistake_in("[truefalse]") == "1:2+9 unknown word 'truefalse'" + words);
  CHECK(mistake_in("[01]") == "1:2+2 bad number '01' | a number has no '0' before other digits");
  CHECK(mistake_in("[+1]") == "1:2+2 bad number '+1' | a number has no '+' before it");
  CHECK(mistake_in("[.5]") == "1:2+2 bad number '.5'");
  CHECK(mistake_in("[5.]") == "1:2+2 bad number '5.'");
  CHECK(mistake_in("[1e]") == "1:2+2 bad number '1e'");
  CHECK(mistake_in("-") == "1:1+1 unknown word '-'" + words);
  CHECK(mistake_in("[0x10]") == "1:2+4 bad number '0x10'");
}

TEST_CASE("strings in JSON are checked") {
  CHECK(mistake_in("[\"abc\n\"]") ==
        "1:2+1 this string is not closed on its line | write a line end as \\n");
  CHECK(mistake_in("\"abc") ==
        "1:1+1 this string is not closed on its line | write a line end as \\n");
  CHECK(mistake_in("\"a\tb\"") == "1:3+1 control character U+0009 in a string | write \\t");
  CHECK(mistake_in("\"a\\xb\"") ==
        "1:3+2 bad escape '\\x' | one of: \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four "
        "hexadecimal digits");
  CHECK(mistake_in("\"\\u12g4\"") == "1:2+2 bad escape '\\u' | four hexadecimal digits follow \\u");
  const std::string half =
      " is half a character | a character above U+FFFF is written as two \\u "
      "escapes";
  CHECK(mistake_in("\"\\ud800\"") == "1:2+6 '\\ud800'" + half);
  CHECK(mistake_in("\"\\udc00\"") == "1:2+6 '\\udc00'" + half);
  CHECK(mistake_in("\"\\ud800\\u0041\"") == "1:2+6 '\\ud800'" + half);
}

TEST_CASE("comments and text behind a JSON document are refused") {
  CHECK(mistake_in("[1, // why\n2]") == "1:5+6 JSON has no comments");
  CHECK(mistake_in("# why\n[]") == "1:1+5 JSON has no comments");
  CHECK(mistake_in("{} /* why */") == "1:4+9 JSON has no comments");
  CHECK(mistake_in("[1] x y\n") == "1:5+3 unexpected text after the end of the document");
  CHECK(mistake_in("1 2") == "1:3+1 unexpected text after the end of the document");
  CHECK(mistake_in(" \n ") == "2:2+1 file holds no JSON value");
}

TEST_CASE("JSON has the limits that YAML has") {
  DocumentLimits limits;
  limits.depth = 2;
  CHECK(mistake_in("[[[1]]]", limits) == "1:3+1 lists and maps are nested more than 2 deep");
  limits.nodes = 3;
  CHECK(mistake_in("[1, 2, 3]", limits) == "1:8+1 file holds more than 3 values");
  limits.bytes = 3;
  CHECK(mistake_in("[1, 2, 3]", limits) == "- file has 9 bytes, more than the limit of 3");
  limits = {};
  limits.depth = 1'000'000;
  CHECK(mistake_in(std::string(100'000, '[') + std::string(100'000, ']'), limits)
            .ends_with("nested more than 1000 deep"));
  CHECK(mistake_in("[\"caf\xE9\"]") ==
        "1:6+1 byte 0xE9 is not UTF-8 | save the file with the encoding UTF-8");
}

TEST_CASE("YAML and JSON of the same data give the same tree") {
  const std::string from_json =
      tree_of(R"({"id": "x", "n": 1.50, "on": true, "none": null, "list": [["a"], {}], "q": "1"})");
  CHECK(from_json == "{id: \"x\", n: 1.50, on: true, none: null, list: [[\"a\"], {}], q: \"1\"}");
  CHECK(read("a.yaml", "id: 'x'\nn: 1.50\non: true\nnone:\nlist:\n  - - 'a'\n  - {}\nq: \"1\"\n")
            ->tree() == from_json);
}

// simdjson and the locator are two readers of one grammar: what one refuses, the other must.
TEST_CASE("the reader and the locator agree on what is JSON") {
  const std::string seeds[] = {R"({"a": [1, -2.5e+3, "x\u00e9\n\ud834\udd1e"], "b": {"c": null}})",
                               R"([true, false, [], {}, "\"\\/", 0, -0.0, 1E5])",
                               " \"text\" ",
                               "[[[1,2],[3]],{\"k\":\"v\"}]",
                               "12",
                               "null"};
  const std::string alphabet = "[]{}:,\"\\/'0123456789.eE+-truefalsn u\t\n\r#*";
  std::mt19937 random(20260901);
  const auto below = [&](std::size_t n) { return random() % n; };
  DocumentLimits limits;
  int valid = 0;
  for (int round = 0; round < 40'000; ++round) {
    std::string text = seeds[below(std::size(seeds))];
    for (std::size_t edits = below(4); edits > 0 && !text.empty(); --edits) {
      const std::size_t at = below(text.size());
      const char c = alphabet[below(alphabet.size())];
      if (const auto kind = below(3); kind == 0)
        text.erase(at, 1);
      else if (kind == 1)
        text.insert(at, 1, c);
      else
        text[at] = c;
    }
    Diagnostics diagnostics;
    parse_json(source_of("a.json", text), limits, diagnostics);
    bool is_refused = false;
    for (const Diagnostic& found : diagnostics.sorted())
      is_refused = is_refused || !found.message.starts_with("duplicate key");
    for (const Diagnostic& found : diagnostics.sorted())
      if (found.message.starts_with("byte 0x")) is_refused = find_json_error(text).has_value();
    INFO(text);
    REQUIRE(is_refused == find_json_error(text).has_value());
    valid += is_refused ? 0 : 1;
  }
  CHECK(valid > 1000);
}

}  // namespace
}  // namespace stagecraft::testing
