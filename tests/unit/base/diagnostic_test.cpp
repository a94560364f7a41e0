#include "base/diagnostic.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

/// What is printed for an error at `length` bytes from `offset` of `text`.
std::string printed(const std::string& text, std::size_t offset, std::size_t length,
                    std::vector<std::string> notes = {}) {
  const SourceText source("a.yaml", text);
  Diagnostics diagnostics;
  diagnostics.error({&source, offset, length}, "wrong", std::move(notes));
  return format_diagnostic(diagnostics.sorted().at(0));
}

std::vector<std::string> messages(const Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) result.push_back(diagnostic.message);
  return result;
}

TEST_CASE("a diagnostic shows its place, its line, a mark and its notes") {
  CHECK(printed("id: x\n    answer: mostly\n", 18, 6, {"one of: no, some, half, most"}) ==
        "a.yaml:2:13: error: wrong\n"
        "   2 |     answer: mostly\n"
        "     |             ^~~~~~\n"
        "  one of: no, some, half, most\n");
}

TEST_CASE("a mark of nothing is one column wide") {
  CHECK(printed("ab", 1, 0) == "a.yaml:1:2: error: wrong\n   1 | ab\n     |  ^\n");
  CHECK(printed("ab", 2, 0) == "a.yaml:1:3: error: wrong\n   1 | ab\n     |   ^\n");
}

TEST_CASE("a mark stays on its line") {
  CHECK(printed("ab\ncd\n", 1, 4) == "a.yaml:1:2: error: wrong\n   1 | ab\n     |  ^\n");
  CHECK(printed("ab\r\ncd\n", 0, 4) == "a.yaml:1:1: error: wrong\n   1 | ab\n     | ^~\n");
}

TEST_CASE("a mark counts code points, not bytes") {
  CHECK(printed("é: €€ x", 4, 6) == "a.yaml:1:4: error: wrong\n   1 | é: €€ x\n     |    ^~\n");
}

TEST_CASE("a long line is cut around the mark") {
  const std::string line = std::string(200, 'a') + "BAD" + std::string(200, 'z');
  CHECK(printed(line, 200, 3) == "a.yaml:1:201: error: wrong\n   1 | …" + std::string(50, 'a') +
                                     "BAD" + std::string(47, 'z') + "…\n     | " +
                                     std::string(51, ' ') + "^~~\n");
}

TEST_CASE("control characters and stray bytes never reach the terminal") {
  CHECK(printed("a\x1B[2J\tb\x7F", 0, 1) ==
        "a.yaml:1:1: error: wrong\n   1 | a\uFFFD[2J b\uFFFD\n     | ^\n");
  CHECK(printed("a\x80z", 2, 1) == "a.yaml:1:3: error: wrong\n   1 | a\uFFFDz\n     |   ^\n");
  CHECK(printed("a\xC2\x9Bz", 0, 1) == "a.yaml:1:1: error: wrong\n   1 | a\uFFFDz\n     | ^\n");
  Diagnostics diagnostics;
  diagnostics.error_in("x\ny",
                       "a\x1B"
                       "b",
                       {"c\nd"});
  CHECK(format_diagnostic(diagnostics.sorted().at(0)) ==
        "x\uFFFDy: error: a\uFFFD"
        "b\n  c\uFFFDd\n");
}

TEST_CASE("a diagnostic without a place names its file, or nothing at all") {
  Diagnostics diagnostics;
  diagnostics.warning_in("site.yaml", "no title");
  CHECK(format_diagnostic(diagnostics.sorted().at(0)) == "site.yaml: warning: no title\n");
  Diagnostic plain;
  plain.message = "nothing to do";
  CHECK(format_diagnostic(plain) == "error: nothing to do\n");
}

TEST_CASE("a diagnostic that was made by hand without a width is still shown") {
  Diagnostic diagnostic;
  diagnostic.path = "a.yaml";
  diagnostic.has_place = true;
  diagnostic.message = "wrong";
  diagnostic.excerpt = "ab";
  CHECK(format_diagnostic(diagnostic) == "a.yaml:1:1: error: wrong\n   1 | ab\n     | ^\n");
}

TEST_CASE("diagnostics are sorted by path, line and column, and equal ones are one") {
  const SourceText b("b.yaml", "x\ny\n"), a("a.yaml", "x\ny\n");
  Diagnostics diagnostics;
  diagnostics.error({&b, 0, 1}, "fourth");
  diagnostics.error({&a, 2, 1}, "third");
  diagnostics.error({&a, 1, 0}, "second");
  diagnostics.warning({&a, 0, 1}, "first");
  diagnostics.error({&b, 0, 1}, "fourth");
  CHECK(messages(diagnostics) == std::vector<std::string>{"first", "second", "third", "fourth"});
  CHECK(diagnostics.error_count() == 4);
  CHECK(diagnostics.warning_count() == 1);
}

TEST_CASE("warnings are no errors") {
  Diagnostics diagnostics;
  diagnostics.warning_in("a", "careful");
  CHECK_FALSE(diagnostics.has_errors());
  diagnostics.error_in("a", "wrong");
  CHECK(diagnostics.has_errors());
}

TEST_CASE("a flood of warnings does not wash the errors away") {
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < Diagnostics::kept_limit + 5; ++i)
    diagnostics.warning_in(std::to_string(i), "careful");
  diagnostics.error_in("z", "wrong");
  CHECK(diagnostics.warning_count() == Diagnostics::kept_limit + 5);
  CHECK(diagnostics.sorted().size() == Diagnostics::kept_limit + 1);
  CHECK(messages(diagnostics).back() == "wrong");
}

TEST_CASE("what another collector was told is told on, counts and all") {
  Diagnostics others, diagnostics;
  for (std::size_t i = 0; i < Diagnostics::kept_limit + 5; ++i)
    others.error_in(std::to_string(i), "wrong");
  others.warning_in("b", "careful");
  diagnostics.error_in("a", "wrong");
  diagnostics.add_all(others);
  CHECK(diagnostics.error_count() == Diagnostics::kept_limit + 6);
  CHECK(diagnostics.warning_count() == 1);
  CHECK(diagnostics.sorted().size() == Diagnostics::kept_limit + 1);
  CHECK(diagnostics.sorted().back().path == "b");
}

}  // namespace
}  // namespace stagecraft
