#include "format/front_matter.h"

#include "document_fixture.h"
#include "format/heading_ids.h"
#include "support/catch.h"

namespace stagecraft::testing {
namespace {

struct FrontMatterReading {
  Diagnostics diagnostics;
  std::optional<FrontMatter> front_matter;
  std::shared_ptr<const SourceText> source;

  std::string fields() const { return tree_text(front_matter->fields.root); }
  std::string body() const { return source->text().substr(front_matter->body_offset); }
};

std::unique_ptr<FrontMatterReading> front_matter_of(std::string text) {
  auto reading = std::make_unique<FrontMatterReading>();
  reading->source = source_of("a.md", std::move(text));
  reading->front_matter = read_front_matter(reading->source, {}, reading->diagnostics);
  return reading;
}

Lines mistakes_in(std::string text) {
  const auto reading = front_matter_of(std::move(text));
  CHECK_FALSE(reading->front_matter);
  return lines_of(reading->diagnostics);
}

TEST_CASE("front matter is the map between two lines of dashes") {
  const auto reading = front_matter_of("---\ntitle: A\nn: [1]\n---\n# Body\n---\n");
  REQUIRE(reading->front_matter);
  CHECK(reading->fields() == "{title: A, n: [1]}");
  CHECK(reading->body() == "# Body\n---\n");
}

TEST_CASE("front matter may be absent or empty") {
  CHECK(front_matter_of("# Body\n")->fields() == "null");
  CHECK(front_matter_of("# Body\n")->body() == "# Body\n");
  CHECK(front_matter_of("")->fields() == "null");
  CHECK(front_matter_of("---\n---\nBody")->fields() == "null");
  CHECK(front_matter_of("---\n---\nBody")->body() == "Body");
  CHECK(front_matter_of("---\na: 1\n---")->body().empty());
  CHECK(front_matter_of("----\na\n")->body() == "----\na\n");
}

TEST_CASE("front matter with a byte order mark, CRLF and blanks behind the dashes") {
  const auto reading = front_matter_of("\xEF\xBB\xBF---  \r\ntitle: Ä\r\n--- \r\nBody\r\n");
  REQUIRE(reading->front_matter);
  CHECK(reading->fields() == "{title: Ä}");
  CHECK(reading->body() == "Body\r\n");
  CHECK(front_matter_of("\xEF\xBB\xBF"
                        "Body")
            ->body() == "Body");
}

TEST_CASE("places in front matter are those of the file") {
  const auto reading = front_matter_of("---\na: 1\nb: x\n---\n");
  const Document& fields = reading->front_matter->fields;
  CHECK(fields.source == reading->source);
  CHECK(reading->source->place_of(fields.root.find("b")->offset) == LineColumn{3, 4});
}

TEST_CASE("mistakes in front matter are located in the file") {
  CHECK(mistakes_in("---\na: 1\na: 2\n---\n") ==
        Lines{"3:1+1 duplicate key 'a' | first defined at line 2"});
  CHECK(mistakes_in("---\na: b: c\n---\n") ==
        Lines{"2:5+1 unexpected ':' in a text without quotes | put the whole text in quotes"});
  CHECK(mistakes_in("---\na: \"b\n---\n\"\n") == Lines{"2:4+1 this quote is never closed"});
  CHECK(mistakes_in("---\na: 1\n") ==
        Lines{"1:1+3 front matter is never closed | close it with a line '---'"});
  CHECK(mistakes_in("---\n- a\n---\n") ==
        Lines{"2:1+1 front matter must be a map | write 'key: value' lines"});
}

TEST_CASE("ids of headings are made of their words") {
  const auto id_of = [](std::string_view text) { return HeadingIds("").id_for(text); };
  CHECK(id_of("What it is") == "what-it-is");
  CHECK(id_of("  AI & you: 3 steps!  ") == "ai-you-3-steps");
  CHECK(id_of("Don't, don’t") == "dont-dont");
  CHECK(id_of("Größe, Café, ÉTÉ, Straße") == "grosse-cafe-ete-strasse");
  CHECK(id_of("Цифровой Путь") == "цифровой-путь");
  CHECK(id_of("寿司 と 酒") == "寿司-と-酒");
  CHECK(id_of("ﬁnance ①") == "finance-1");
  CHECK(id_of("?!") == "section");
  CHECK(id_of("") == "section");
  CHECK(HeadingIds("p-").id_for("A") == "p-a");
}

TEST_CASE("ids of headings are unique") {
  HeadingIds ids("");
  CHECK(ids.id_for("Costs") == "costs");
  CHECK(ids.id_for("costs!") == "costs-2");
  CHECK(ids.id_for("Costs 2") == "costs-2-2");
  CHECK(ids.id_for("Costs 3") == "costs-3");
  CHECK(ids.id_for("Costs") == "costs-4");
}

}  // namespace
}  // namespace stagecraft::testing
