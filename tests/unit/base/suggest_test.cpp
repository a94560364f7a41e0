#include "base/suggest.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

const std::vector<std::string> keys{"stages", "pillars", "questions", "kpis"};

TEST_CASE("the nearest choice is a few typing mistakes away") {
  CHECK(nearest_choice("stage", keys) == "stages");
  CHECK(nearest_choice("stagess", keys) == "stages");
  CHECK(nearest_choice("pilars", keys) == "pillars");
  CHECK(nearest_choice("quesitons", keys) == "questions");
  CHECK(nearest_choice("kpsi", keys) == "kpis");
  CHECK(nearest_choice("kpis", keys) == "kpis");
}

TEST_CASE("swapping two neighbours is one mistake, not two") {
  CHECK(nearest_choice("ba", std::vector<std::string>{"ab"}).empty());  // one of two is too much
  CHECK(nearest_choice("bac", std::vector<std::string>{"abc"}) == "abc");
}

TEST_CASE("a word that differs in more than a third is not suggested") {
  CHECK(nearest_choice("stoirs", keys).empty());
  CHECK(nearest_choice("abcxyz", std::vector<std::string>{"abcdef"}).empty());
  CHECK(nearest_choice("abcdxy", std::vector<std::string>{"abcdef"}) == "abcdef");
  CHECK(nearest_choice("", keys).empty());
}

TEST_CASE("of equally near choices the first is suggested") {
  CHECK(nearest_choice("cat", std::vector<std::string>{"bat", "rat"}) == "bat");
}

TEST_CASE("a word longer than any name is compared with none") {
  CHECK(
      nearest_choice(std::string(65, 'a'), std::vector<std::string>{std::string(64, 'a')}).empty());
}

TEST_CASE("the note asks when a choice is near and lists the choices when none is") {
  CHECK(choices_note("stage", keys) == "did you mean 'stages'?");
  CHECK(choices_note("colour", keys) == "one of: stages, pillars, questions, kpis");
  CHECK(choices_note("colour", {}).empty());
}

TEST_CASE("the note lists twenty choices and then trails off") {
  std::vector<std::string> choices;
  for (char c = 'a'; c <= 't'; ++c) choices.emplace_back(1, c);
  CHECK(choices_note("colour", choices) ==
        "one of: a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t");
  choices.emplace_back("u");
  CHECK(choices_note("colour", choices) ==
        "one of: a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, …");
}

}  // namespace
}  // namespace stagecraft
