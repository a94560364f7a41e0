#include "render/chart/label.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

using Lines = std::vector<std::string>;

/// Lines of `text` when ten characters fit.
Lines wrapped(std::string_view text) {
  return wrap_label(text, units(10), estimated_width("0123456789", units(10)));
}

TEST_CASE("a width counts characters, not bytes") {
  CHECK(estimated_width("größe", units(10)) == estimated_width("grove", units(10)));
  CHECK(estimated_width("", units(10)) == units(0));
}

TEST_CASE("a text that fits stays on one line") {
  CHECK(wrapped("Proactive") == Lines{"Proactive"});
  CHECK(wrapped("ten  chars") == Lines{"ten chars"});
}

TEST_CASE("a longer text breaks at spaces") {
  CHECK(wrapped("Integrated and optimised") == Lines{"Integrated", "and", "optimised"});
  CHECK(wrapped("one two three four") == Lines{"one two", "three four"});
}

TEST_CASE("a word that is too wide stands alone and whole") {
  CHECK(wrapped("an Unternehmenssteuerung too") == Lines{"an", "Unternehmenssteuerung", "too"});
}

TEST_CASE("a word of more than three times the width is cut") {
  const Lines lines = wrapped("an " + std::string(500, 'x'));
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].ends_with("x…"));
  CHECK(lines[1].size() < 20);
}

TEST_CASE("no text is one empty line") {
  CHECK(wrapped("") == Lines{""});
  CHECK(wrapped("   ") == Lines{""});
}

}  // namespace
}  // namespace stagecraft
