#include "document_fixture.h"
#include "support/catch.h"

namespace stagecraft::testing {
namespace {

Lines mistakes_in(std::string text, const DocumentLimits& limits = {}) {
  const auto reading = read("a.yaml", std::move(text), limits);
  if (!reading->mistakes().empty()) CHECK_FALSE(reading->document);
  return reading->mistakes();
}

TEST_CASE("every duplicate key is an error that says where the first one is") {
  CHECK(mistakes_in("a: 1\nb: 2\na: 3\n'a': 4\n") ==
        Lines{"3:1+1 duplicate key 'a' | first defined at line 1",
              "4:1+3 duplicate key 'a' | first defined at line 1"});
  CHECK(mistakes_in("x: {a: 1, a: 2}\ny: [{b: 1, b: 2}]\n") ==
        Lines{"1:11+1 duplicate key 'a' | first defined at line 1",
              "2:12+1 duplicate key 'b' | first defined at line 2"});
}

TEST_CASE("a file of nothing but mistakes shows the first hundred") {
  std::string text = "{a: 0";
  for (int i = 0; i < 1000; ++i) text += ", a: 1";
  const Lines found = mistakes_in(text + "}");
  REQUIRE(found.size() == 101);
  CHECK(found[0] == "- only the first 100 mistakes in this file are shown");
  CHECK(found[100] == "1:602+1 duplicate key 'a' | first defined at line 1");
}

TEST_CASE("a duplicate key in a value that aliases copy is reported once") {
  CHECK(mistakes_in("a: &x {b: 1, b: 2}\nc: *x\nd: *x\n") ==
        Lines{"1:14+1 duplicate key 'b' | first defined at line 1"});
}

TEST_CASE("mistakes of different kinds are reported together") {
  CHECK(
      mistakes_in("a: !!str 1\n<<: {b: c}\n? [k]\n: v\na: 2\n") ==
      Lines{"1:4+5 tag '!!str' is not supported | leave it out, or put a text that starts with "
            "'!' in quotes",
            "2:1+2 merge key '<<' is not supported | write the members out, or use an alias for "
            "the whole value",
            "3:3+1 a key cannot be a list | put a text that starts with '[', '{' or '?' in quotes",
            "5:1+1 duplicate key 'a' | first defined at line 1"});
}

TEST_CASE("tags are refused on every kind of value") {
  const std::string note = " | leave it out, or put a text that starts with '!' in quotes";
  CHECK(mistakes_in("! x") == Lines{"1:1+1 tag '!' is not supported" + note});
  CHECK(mistakes_in("a: &x !foo [1]\n") == Lines{"1:7+4 tag '!foo' is not supported" + note});
  CHECK(mistakes_in("!!map {a: 1}\n") == Lines{"1:1+5 tag '!!map' is not supported" + note});
  CHECK(mistakes_in("a: !<!x> y\n") == Lines{"1:4+5 tag '!<!x>' is not supported" + note});
  CHECK(mistakes_in("!k a: 1\n") == Lines{"1:1+2 tag '!k' is not supported" + note});
  CHECK(mistakes_in("!foo") == Lines{"1:1+4 tag '!foo' is not supported" + note});
  CHECK(mistakes_in("a: !\n") == Lines{"1:4+1 tag '!' is not supported" + note});
  CHECK(mistakes_in("'!x': \"!y\"\n").empty());
}

TEST_CASE("a key must be one word or text") {
  CHECK(
      mistakes_in("{a: 1}: b\n") ==
      Lines{"1:1+1 a key cannot be a map | put a text that starts with '[', '{' or '?' in quotes"});
  CHECK(
      mistakes_in("- &x [1]\n- {*x : 1}\n") ==
      Lines{
          "2:4+2 a key cannot be a list | put a text that starts with '[', '{' or '?' in quotes"});
  CHECK(mistakes_in("a: 1\n: b\n") ==
        Lines{"2:1+1 a key is missing before this | write 'key: value'"});
}

TEST_CASE("an anchor in a refused key does not end the reading") {
  CHECK(
      mistakes_in("[&x 1]: 2\nb: *x\nc: 1\nc: 2\n") ==
      Lines{"1:1+1 a key cannot be a list | put a text that starts with '[', '{' or '?' in quotes",
            "4:1+1 duplicate key 'c' | first defined at line 3"});
}

TEST_CASE("a file holds one document") {
  CHECK(mistakes_in("a: 1\n---\nb: 2\n") ==
        Lines{"2:1+3 a second document starts here | a file holds one document"});
  CHECK(mistakes_in("---\na: 1\n...\n").empty());
  CHECK(mistakes_in("- a\nb: c # d\n") ==
        Lines{"2:1+8 unexpected text after the end of the document | check the indentation of this "
              "line"});
}

TEST_CASE("an alias inside the value that it names is an error") {
  CHECK(mistakes_in("a: &x [1, *x]\n") ==
        Lines{"1:11+2 alias '*x' stands inside the value that it names"});
  CHECK(mistakes_in("a: &x\n  b: &y [*x]\n  c: *y\n") ==
        Lines{"2:10+2 alias '*x' stands inside the value that it names"});
}

TEST_CASE("an unknown alias is an error that says what is near") {
  CHECK(mistakes_in("a: &team x\nb: *tema\n") ==
        Lines{"2:4+5 unknown alias '*tema' | did you mean 'team'?"});
  CHECK(mistakes_in("b: *bold*\n") ==
        Lines{"1:4+6 unknown alias '*bold*' | put a text that starts with '*' in quotes"});
}

TEST_CASE("an alias bomb is one error at the alias that goes too far") {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char name = 'b'; name <= 'i'; ++name) {
    const std::string inner = std::string("*") + static_cast<char>(name - 1);
    bomb += std::string(1, name) + ": &" + name + " [" + inner;
    for (int i = 1; i < 10; ++i) bomb += ", " + inner;
    bomb += "]\n";
  }
  CHECK(mistakes_in(bomb) ==
        Lines{"6:20+2 alias '*e' expands too far: file holds more than 500000 values"});
}

TEST_CASE("depth is limited, in the text and through aliases") {
  DocumentLimits limits;
  limits.depth = 3;
  CHECK(mistakes_in("[[[1]]]", limits).empty());
  CHECK(mistakes_in("[[[[1]]]]", limits) ==
        Lines{"1:4+1 lists and maps are nested more than 3 deep"});
  CHECK(mistakes_in("a:\n  b:\n    c:\n      d: 1\n", limits) ==
        Lines{"4:7+1 lists and maps are nested more than 3 deep"});
  CHECK(mistakes_in("- &x [[1]]\n- [*x]\n", limits) ==
        Lines{"2:4+2 alias '*x' expands too far: lists and maps are nested more than 3 deep"});
}

TEST_CASE("deep nesting never reaches the end of the stack") {
  DocumentLimits limits;
  limits.depth = 1'000'000;
  for (const std::string unit : {"[", "{", "- ", "? ", "{a: ", "[? "}) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += unit;
    const Lines found = mistakes_in(text, limits);
    REQUIRE(found.size() == 1);
    CHECK(found[0].ends_with("lists and maps are nested more than 400 deep"));
  }
}

TEST_CASE("the number of values is limited") {
  DocumentLimits limits;
  limits.nodes = 4;
  CHECK(mistakes_in("[1, 2, 3]", limits).empty());
  CHECK(mistakes_in("- 1\n- 2\n- 3\n- 4\n", limits) ==
        Lines{"4:3+1 file holds more than 4 values"});
  CHECK(mistakes_in("[1,2,3,4,5]", limits) == Lines{"1:9+1 file holds more than 4 values"});
}

TEST_CASE("a file that is too large is not parsed") {
  DocumentLimits limits;
  limits.bytes = 8;
  CHECK(mistakes_in("a: 12345", limits).empty());
  CHECK(mistakes_in("a: [[[[[[", limits) == Lines{"- file has 9 bytes, more than the limit of 8"});
}

TEST_CASE("bad UTF-8 and control characters are errors at the byte") {
  CHECK(mistakes_in("a: caf\xE9\n") ==
        Lines{"1:7+1 byte 0xE9 is not UTF-8 | save the file with the encoding UTF-8"});
  CHECK(mistakes_in("a: 1\nb: \x07\n") == Lines{"2:4+1 control character U+0007 is not allowed"});
  CHECK(mistakes_in(std::string("a\0b", 3)) ==
        Lines{"1:2+1 control character U+0000 is not allowed"});
  CHECK(mistakes_in("a: \x04\n") == Lines{"1:4+1 control character U+0004 is not allowed"});
}

}  // namespace
}  // namespace stagecraft::testing
