#include "base/loose_text.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

TEST_CASE("texts are compared without case, outer blanks and runs of blanks") {
  CHECK(loose_text("  Is there\t a\n TEAPOT? ") == "is there a teapot?");
  CHECK(loose_text("") == "");
  CHECK(loose_text(" \n") == "");
  CHECK(loose_text("Straße") == loose_text("STRASSE"));
  CHECK(loose_text("a\u00A0b") == "a b");
}

TEST_CASE("every way to write the same character is one") {
  CHECK(loose_text("cafe\u0301") == loose_text("caf\u00E9"));
  CHECK(loose_text("don\u2019t") == "don't");
  CHECK(loose_text("cafe") != loose_text("caf\u00E9"));
}

TEST_CASE("a slug holds the words in plain letters") {
  CHECK(slug_text("Anna Müller (HR)") == "anna-muller-hr");
  CHECK(slug_text("  --a..b--  ") == "a-b");
  CHECK(slug_text("it's") == "its");
  CHECK(slug_text("42 Ünits") == "42-units");
  CHECK(slug_text("?!") == "");
  CHECK(slug_text("Ελλάδα") == "ellada");
}

TEST_CASE("a slug is never too long and never ends with a hyphen") {
  CHECK(slug_text(std::string(200, 'a')) == std::string(59, 'a'));
  const std::string slug = slug_text(std::string(59, 'a') + " b");
  CHECK(slug == std::string(59, 'a'));
}

TEST_CASE("outer blanks are left out and inner ones stay") {
  CHECK(without_outer_blanks(" \ta b\n") == "a b");
  CHECK(without_outer_blanks(" ") == "");
}

}  // namespace
}  // namespace stagecraft
