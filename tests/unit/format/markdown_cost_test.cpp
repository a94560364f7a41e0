#include "format/markdown_cost.h"

#include "markdown_fixture.h"
#include "support/catch.h"
#include "support/markdown_shapes.h"

namespace stagecraft::testing {
namespace {

using tests::MarkdownShape;
using tests::quadratic_shapes;
using tests::repeated;

std::size_t steps_of(std::string_view text) {
  return measure_markdown_cost(text, {~std::size_t{0}, ~std::size_t{0}, ~std::size_t{0}})
      .cost.steps;
}

TEST_CASE("steps grow with the square where cmark-gfm's work does") {
  for (const MarkdownShape& shape : quadratic_shapes()) {
    INFO(shape.name);
    const auto small = static_cast<double>(steps_of(shape.text(1000)));
    const auto large = static_cast<double>(steps_of(shape.text(4000)));
    CHECK(large / small > 12);
    CHECK(large / small < 20);
    CHECK(small > 1000.0 * 1000.0 / 250);
  }
}

TEST_CASE("texts that cost too much are refused, whatever their shape") {
  for (const MarkdownShape& shape : quadratic_shapes()) {
    INFO(shape.name);
    const auto reading = read_markdown(shape.text(40'000).substr(0, markdown_byte_limit));
    CHECK_FALSE(reading->document);
    REQUIRE(reading->mistakes().size() == 1);
    CHECK(reading->mistakes()[0].ends_with(
        " | divide the text with empty lines or into several files"));
  }
}

TEST_CASE("counting ends where the limit is passed") {
  const auto report = measure_markdown_cost(repeated("a~", 1000), {100, 100, 100});
  REQUIRE(report.problem);
  CHECK(report.problem->offset == 27);  // 1 + 2 + … + 14 = 105, and the 14th '~' is byte 27
  CHECK(report.problem->message == "too many '~' in one block in this text");
  CHECK(report.cost.steps == 105);
}

TEST_CASE("a blank line starts the counts of a block anew") {
  CHECK(steps_of(repeated("a~", 10)) == 55);
  CHECK(steps_of(repeated("a~", 5) + "\n\n" + repeated("a~", 5)) == 30);
}

TEST_CASE("an item of a bullet list starts the counts of a block anew, unless it may be no item") {
  CHECK(steps_of("a~a~\n- a~a~\n") == 3 + 3 + 1);  // and one for a line in a list
  CHECK(steps_of("a~a~\n   * a~a~\n") == 3 + 3 + 2);
  CHECK(steps_of("a~a~\n    - a~a~\n") == 3 + 7 + 3);
  CHECK(steps_of("a~a~\n-\na~a~\n") > 3 + 7);
  CHECK(steps_of("a~a~\n2. a~a~\n") == 3 + 7 + 1);
}

TEST_CASE("ordinary texts cost about as much as they are long") {
  const std::string page = repeated(
      "## A heading with *emphasis*\n\nA paragraph with a [link](https://example.org/a_(b)), some "
      "`code`, **more**\nand an ![image](a.png \"title\"), a ~~mistake~~ and mail@example.org.\n\n"
      "- one [a](b)\n  - two *c*\n    - three\n\n| a | b | c |\n|---|---|---|\n| 1 | *2* | [3](4) "
      "|\n\n"
      "```yaml\nkey_one: [a, b] # <!-- x -->\n```\n\n[^1]: A note. <!-- hidden -->\n\n",
      500);
  REQUIRE(page.size() < markdown_byte_limit);
  CHECK(steps_of(page) < 3 * page.size());
  CHECK_FALSE(measure_markdown_cost(page).problem);
}

TEST_CASE("a table of every kind may have so many cells and no more") {
  const std::string head = "|a|b|c|d|\n|-|-|-|-|\n";
  CHECK_FALSE(measure_markdown_cost(head + repeated("|1|2|3|4|\n", 9'000)).problem);
  const auto report = measure_markdown_cost("|" + repeated("a|", 300) + "\n|" +
                                            repeated("-|", 300) + "\n" + repeated("a\n", 300));
  REQUIRE(report.problem);
  CHECK(report.problem->message == "tables have more than 50000 cells");
}

TEST_CASE("deep nesting is refused at its line, rules are not nesting") {
  const auto deep = [](std::string line) {
    const auto report = measure_markdown_cost("a\n\n" + line + "\n");
    return report.problem ? report.problem->message : "fine";
  };
  CHECK(deep(repeated("> ", 33)) == "lists and quotes are nested more than 32 deep");
  CHECK(deep(repeated(">", 33) + "a") == "lists and quotes are nested more than 32 deep");
  CHECK(deep(repeated("- ", 33) + "a") == "lists and quotes are nested more than 32 deep");
  CHECK(deep(repeated("1. ", 33) + "a") == "lists and quotes are nested more than 32 deep");
  CHECK(deep(repeated("- ", 32) + "a") == "fine");
  CHECK(deep(repeated("* ", 60)) == "fine");
  CHECK(deep(repeated("-", 60)) == "fine");
}

}  // namespace
}  // namespace stagecraft::testing
