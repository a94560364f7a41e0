#include "render/site_notes.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

using Headings = std::vector<std::string>;

TEST_CASE("the headings of a page are those of the first three levels, without marks") {
  CHECK(headings_in("# Title\n\n## One\n\ntext ## no\n\n### Two\n#### Four\n##None\n") ==
        Headings{"Title", "One", "Two"});
  CHECK(headings_in("## A \\*star\\* \\[x\\]") == Headings{"A *star* [x]"});
  CHECK(headings_in("### [The pot](../pot/), warmed") == Headings{"The pot, warmed"});
  CHECK(headings_in("## *Two* `words`\n") == Headings{"Two words"});
  CHECK(headings_in("") == Headings{});
}

TEST_CASE("what looks like a heading in code is none") {
  CHECK(headings_in("```\n## no\n```\n## yes\n") == Headings{"yes"});
}

TEST_CASE("a link that is cut off ends the heading") {
  CHECK(headings_in("## a [b](c") == Headings{"a b"});
  CHECK(headings_in("## a\\") == Headings{"a\\"});
}

TEST_CASE("a file is noted with its size and the SHA-256 of its bytes") {
  SiteNotes notes(0);
  notes.note_file(OutputPath("a.csv"), "abc");
  REQUIRE(notes.file(OutputPath("a.csv")));
  CHECK(notes.file(OutputPath("a.csv"))->bytes == 3);
  CHECK(hex_text(notes.file(OutputPath("a.csv"))->sha256) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK_FALSE(notes.file(OutputPath("b.csv")));
}

}  // namespace
}  // namespace stagecraft
