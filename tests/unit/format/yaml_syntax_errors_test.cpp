#include "document_fixture.h"
#include "support/catch.h"

namespace stagecraft::testing {
namespace {

/// The only mistake in a text.
std::string mistake_in(std::string text) {
  const auto reading = read("a.yaml", std::move(text));
  CHECK_FALSE(reading->document);
  REQUIRE(reading->mistakes().size() == 1);
  return reading->mistakes()[0];
}

TEST_CASE("tabs in the indentation are pointed at") {
  CHECK(mistake_in("a:\n\tb: 1\n") ==
        "2:1+1 indentation is written with a tab | indent with spaces");
  CHECK(mistake_in("a:\n  \tb: 1\n") ==
        "2:3+1 indentation is written with a tab | indent with spaces");
}

TEST_CASE("a missing colon is found on the line where it is missing") {
  const std::string note = " | write 'key: value'";
  CHECK(mistake_in("title Foo\nname: x\n") == "1:1+9 missing ':' after 'title Foo'" + note);
  CHECK(mistake_in("a: 1\nfoo\nb: 2\n") == "2:1+3 missing ':' after 'foo'" + note);
  CHECK(mistake_in("a: |\nbad\n") == "2:1+3 missing ':' after 'bad'" + note);
  CHECK(mistake_in("a: 1\nbad") == "2:1+3 missing ':' after 'bad'" + note);
}

TEST_CASE("a colon inside a plain text asks for quotes") {
  CHECK(mistake_in("title: AI: the basics\n") ==
        "1:10+1 unexpected ':' in a text without quotes | put the whole text in quotes");
}

TEST_CASE("wrong indentation is explained by what stands above") {
  CHECK(mistake_in("a: 1\n  b: 2\n") ==
        "2:3+1 key 'b' is indented below 'a', which has a value already | keys of one map start in "
        "the same column");
  CHECK(
      mistake_in("- id: x\n    title: 2\n") ==
      "2:5+5 key 'title' is indented below 'id', which has a value already | keys of one map start "
      "in the same column");
  CHECK(mistake_in("a:\n  b: 1\n c: 2\n") ==
        "3:2+1 key 'c' is not indented like the keys above it | keys of one map start in the same "
        "column");
  CHECK(mistake_in("a: 1\n- b\n") ==
        "2:1+1 unexpected list item between the keys of a map | check the indentation");
  CHECK(mistake_in("- a: 1\n  b: 2\n c: 3\n") ==
        "3:2+4 this line is not indented like the list items above it | items of one list start "
        "with '-' in the same column");
}

TEST_CASE("quotes that do not end are pointed at where they begin") {
  CHECK(mistake_in("a: \"foo\nb: 'bar'\n") == "1:4+1 this quote is never closed");
  CHECK(mistake_in("a: \"foo") == "1:4+1 this quote is never closed");
  CHECK(mistake_in("a: don't\nb: 'it''s\nc: 1\n") == "2:4+1 this quote is never closed");
  CHECK(mistake_in("a: [x, 'y\n") == "1:8+1 this quote is never closed");
  CHECK(mistake_in("'a: 1\n") == "1:1+1 this quote is never closed");
  CHECK(mistake_in("a: 'x\n---\nb: 1\n") == "1:4+1 this quote is never closed");
}

TEST_CASE("text behind a closing quote is pointed at") {
  CHECK(mistake_in("a: 'it's so'\n") ==
        "1:8+5 unexpected text after the closing quote | inside '…' a quote is written as ''");
  CHECK(mistake_in("a: \"x\" y\n") ==
        "1:8+1 unexpected text after the closing quote | inside \"…\" a quote is written as \\\"");
}

TEST_CASE("brackets that do not end are pointed at where they begin") {
  CHECK(mistake_in("a: {x: 1\n") == "1:4+1 '{' is never closed");
  CHECK(mistake_in("a: [1, [2, 3]\n") == "1:4+1 '[' is never closed");
  CHECK(mistake_in("a: [1, 2\nb: 3\n") ==
        "2:2+1 expected ',' or ']' | the '[' at line 1 is still open");
  CHECK(mistake_in("[1]]\n") == "1:4+1 unexpected ']' | it closes no bracket of its kind");
  CHECK(mistake_in("[1}\n") == "1:3+1 unexpected '}' | it closes no bracket of its kind");
  CHECK(mistake_in("[1, , 2]\n") ==
        "1:5+1 a list item is missing before this | leave out the extra ','");
  CHECK(mistake_in("{a: 1,, b: 2}\n") == "1:7+1 a key is missing before this | write 'key: value'");
}

TEST_CASE("characters that start no value ask for quotes") {
  CHECK(mistake_in("a: @foo\n") == "1:4+1 a value cannot start with '@' | put the text in quotes");
  CHECK(mistake_in("a: `foo`\n") == "1:4+1 a value cannot start with '`' | put the text in quotes");
  CHECK(mistake_in("a: %x\n") == "1:4+1 a value cannot start with '%' | put the text in quotes");
  CHECK(mistake_in("a: - b\n") ==
        "1:4+1 unexpected '-' | list items start on their own lines | put a text that starts with "
        "'-' in quotes");
  CHECK(mistake_in("a: ? b\n") ==
        "1:4+1 unexpected '?' | put a text that starts with '?' in quotes");
  CHECK(mistake_in("a: & b\n") ==
        "1:4+1 '&' is not followed by a name | put a text that starts with '&' in quotes");
  CHECK(mistake_in("a: *\n") ==
        "1:4+1 '*' is not followed by a name | put a text that starts with '*' in quotes");
}

TEST_CASE("bad escapes are underlined") {
  const std::string note = " | write \\\\ for a backslash, or use single quotes";
  CHECK(mistake_in("a: \"C:\\q\"\n") == "1:7+2 bad escape '\\q'" + note);
  CHECK(mistake_in("a: \"\\ud800\"\n") == "1:5+6 bad escape '\\ud800'" + note);
  CHECK(mistake_in("a: \"\\xzz\"\n") == "1:5+4 bad escape '\\xzz'" + note);
}

TEST_CASE("the head of a block text is checked") {
  CHECK(mistake_in("a: | x\n  y\n") ==
        "1:6+1 unexpected text after '|' or '>' | a block text starts on the next line");
  CHECK(mistake_in("a: |0\n x\n") == "1:5+1 a block text is indented by 1 to 9 spaces, not by 0");
}

TEST_CASE("a carriage return ends no line by itself") {
  CHECK(mistake_in("a: 1\rb: 2\n") ==
        "1:5+1 carriage return without a line feed | end lines with LF or CRLF");
}

TEST_CASE("directives other than the version are refused") {
  CHECK(mistake_in("%YAML 2.0\n---\na: 1\n") ==
        "1:1+9 unknown YAML directive | leave out the line that starts with '%'");
  CHECK(mistake_in("a:\n%b: 1\n") ==
        "2:1+5 unknown YAML directive | leave out the line that starts with '%'");
  CHECK(read("a.yaml", "%YAML 1.2\n---\na: 1\n")->tree() == "{a: 1}");
}

}  // namespace
}  // namespace stagecraft::testing
