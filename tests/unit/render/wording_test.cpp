#include "render/wording.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

const Wording::Strings english{
    {"nav.home", "Home"},
    {"sentences.cups", "{count, plural, one {# cup} other {# cups}} for {who}"},
    {"sentences.plain", "nothing to fill in, it's plain"}};

TEST_CASE("labels stand as they are written") {
  CHECK(Wording(english, "en").label("nav.home") == "Home");
}

TEST_CASE("sentences agree in number and keep what is filled in as it is") {
  Wording wording(english, "en");
  CHECK(wording.sentence("cups", {{"count", std::int64_t{1}}, {"who", "Ada"}}) == "1 cup for Ada");
  CHECK(wording.sentence("cups", {{"count", std::int64_t{0}}, {"who", "{x} O'Brien"}}) ==
        "0 cups for {x} O'Brien");
  CHECK(wording.sentence("cups", {{"count", DecimalNumber{"2.5"}}, {"who", "two"}}) ==
        "2.5 cups for two");
}

TEST_CASE("a sentence without places may hold an apostrophe") {
  CHECK(Wording(english, "en").sentence("plain") == "nothing to fill in, it's plain");
}

TEST_CASE("numbers follow the language, never the machine") {
  CHECK(Wording(english, "en").number(Exact(12345) / 10) == "1,234.5");
  CHECK(Wording(english, "de").number(Exact(12345) / 10) == "1.234,5");
  CHECK(Wording(english, "en").number(Exact(575) / 1000) == "0.58");
  CHECK(Wording(english, "en").number(Exact(-1) / 2) == "-0.5");
}

TEST_CASE("dates are written out, a whole month without a day") {
  const Wording wording(english, "en");
  CHECK(wording.date({2026, 9, 5}) == "5 September 2026");
  CHECK(wording.date({2026, 9, 0}) == "September 2026");
  CHECK(Wording(english, "de").date({2026, 9, 5}) == "5. September 2026");
}

}  // namespace
}  // namespace stagecraft
