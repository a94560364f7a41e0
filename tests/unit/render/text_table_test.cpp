#include "render/text_table.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

using Lines = std::vector<std::string>;
using Side = TextColumn::Side;

TEST_CASE("columns are counted as a terminal shows them") {
  CHECK(columns_of("abc") == 3);
  CHECK(columns_of("caf\u00E9") == 4);
  CHECK(columns_of("cafe\u0301") == 4);
  CHECK(columns_of("日本") == 4);
  CHECK(columns_of("") == 0);
}

TEST_CASE("text is broken between words, and within a word that is too long") {
  CHECK(wrapped("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrapped("one two", 3) == Lines{"one", "two"});
  CHECK(wrapped("a abcdefgh b", 3) == Lines{"a", "abc", "def", "gh", "b"});
  CHECK(wrapped("日本語", 4) == Lines{"日本", "語"});
  CHECK(wrapped("", 5) == Lines{""});
}

TEST_CASE("a table is aligned and wraps what is too wide") {
  CHECK(text_table({{"Part", Side::left, 0}, {"Value", Side::right, 6}, {"Stage", Side::left, 7}},
                   {{0, {"Overall", "3.33", "2 Leaves"}}, {2, {"A pillar", "10", "-"}}}, 26) ==
        "Part        Value  Stage\n"
        "Overall      3.33  2\n"
        "                   Leaves\n"
        "  A pillar     10  -\n");
  CHECK(text_table({{"Part", Side::left, 0}, {"Value", Side::left, 6}},
                   {{4, {"one two three", "x"}}}, 22) ==
        "Part             Value\n"
        "    one two      x\n"
        "    three\n");
}

TEST_CASE("an indent never leaves less than eight columns") {
  CHECK(text_table({{"Part", Side::left, 0}, {"Value", Side::left, 6}},
                   {{40, {"one two three", "x"}}}, 18) ==
        "Part         Value\n"
        "   one two   x\n"
        "   three\n");
}

}  // namespace
}  // namespace stagecraft
