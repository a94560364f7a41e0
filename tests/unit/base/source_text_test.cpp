#include "base/source_text.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

LineColumn place(const std::string& text, std::size_t offset) {
  return SourceText("a.yaml", text).place_of(offset);
}

std::string line(const std::string& text, std::size_t number) {
  return std::string(SourceText("a.yaml", text).line(number));
}

TEST_CASE("lines and columns start at one") {
  CHECK(place("ab\ncd", 0) == LineColumn{1, 1});
  CHECK(place("ab\ncd", 1) == LineColumn{1, 2});
  CHECK(place("ab\ncd", 3) == LineColumn{2, 1});
  CHECK(place("", 0) == LineColumn{1, 1});
}

TEST_CASE("a line feed belongs to the line that it ends") {
  CHECK(place("ab\ncd", 2) == LineColumn{1, 3});
  CHECK(place("\n\nx", 1) == LineColumn{2, 1});
}

TEST_CASE("columns count code points and a tab is one") {
  CHECK(place("é€😀x", 9) == LineColumn{1, 4});
  CHECK(place("\t\tx", 2) == LineColumn{1, 3});
}

TEST_CASE("an offset past the end means the end") {
  CHECK(place("ab\ncd", 99) == LineColumn{2, 3});
  CHECK(place("ab\n", 99) == LineColumn{2, 1});
}

TEST_CASE("a byte order mark takes no column and is not shown") {
  CHECK(place("\xEF\xBB\xBFtitle: x", 3) == LineColumn{1, 1});
  CHECK(place("\xEF\xBB\xBFtitle: x", 5) == LineColumn{1, 3});
  CHECK(line("\xEF\xBB\xBFtitle: x\n", 1) == "title: x");
}

TEST_CASE("a line is given without its ending, whichever that is") {
  CHECK(line("ab\r\ncd\nef", 1) == "ab");
  CHECK(line("ab\r\ncd\nef", 2) == "cd");
  CHECK(line("ab\r\ncd\nef", 3) == "ef");
  CHECK(line("ab\n", 2) == "");
}

TEST_CASE("a line that is not there is empty") {
  CHECK(line("ab", 0) == "");
  CHECK(line("ab", 2) == "");
}

TEST_CASE("a line starts behind the ending of the one before") {
  const SourceText text("a.yaml", "ab\r\ncd\n");
  CHECK(text.line_start(1) == 0);
  CHECK(text.line_start(2) == 4);
  CHECK(text.line_start(3) == 7);
  CHECK(text.line_start(4) == 7);
}

}  // namespace
}  // namespace stagecraft
