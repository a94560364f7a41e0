#include "feed/input/csv_records.h"

#include "support/catch.h"

namespace stagecraft::feed::testing {
namespace {

struct Read {
  std::vector<std::vector<std::string>> records;
  std::vector<CatalogPlace> places;  ///< of all cells in turn
  std::vector<FileMistake> mistakes;
  std::vector<std::string> columns;
};

Read read(std::string text) {
  CsvRecords records(read_memory(std::move(text)), 0);
  Read result;
  Record record;
  while (records.next(record)) {
    auto& cells = result.records.emplace_back();
    for (const Cell& cell : record.cells) {
      cells.emplace_back(cell.text);
      result.places.push_back(cell.place);
    }
  }
  result.columns = records.columns();
  result.mistakes = records.take_mistakes();
  return result;
}

using Records = std::vector<std::vector<std::string>>;

TEST_CASE("fields in quotes may hold separators, line breaks and quotes") {
  CHECK(read("a,b\n\"x,y\",\"1\n2\"\n\"say \"\"hi\"\"\",\n").records ==
        Records{{"x,y", "1\n2"}, {"say \"hi\"", ""}});
}

TEST_CASE("lines end with LF, CRLF or CR, and the last one need not") {
  CHECK(read("a,b\n1,2\n3,4").records == Records{{"1", "2"}, {"3", "4"}});
  CHECK(read("a,b\r\n1,2\r\n3,4\r\n").records == Records{{"1", "2"}, {"3", "4"}});
  CHECK(read("a,b\r1,2\r3,4\r").records == Records{{"1", "2"}, {"3", "4"}});
}

TEST_CASE("the separator is the one that stands most often in the first line") {
  CHECK(read("a;b\n1,5;2\n").records == Records{{"1,5", "2"}});
  CHECK(read("a\tb\n1,5\t2\n").records == Records{{"1,5", "2"}});
}

TEST_CASE("blank lines and a file that ends with blanks hold no records") {
  CHECK(read("a,b\n\n1,2\n   \n\n").records == Records{{"1", "2"}});
  CHECK(read("a,b\n").records.empty());
}

TEST_CASE("places count lines from 1 and columns in characters") {
  const Read result = read("a,b,c\n\xC3\xA4,\"x\ny\",z\n");
  REQUIRE(result.places.size() == 3);
  CHECK(result.places[0].line == 2);
  CHECK(result.places[0].column == 1);
  CHECK(result.places[1].column == 3);
  CHECK(result.places[2].line == 3);
  CHECK(result.places[2].column == 4);
}

TEST_CASE("short records are whole, long ones are mistakes and no records") {
  const Read result = read("a,b\n1\n1,2,3\n1,2,\n");
  CHECK(result.records == Records{{"1"}, {"1", "2"}});
  REQUIRE(result.mistakes.size() == 1);
  CHECK(result.mistakes[0].rule == "F02");
  CHECK(result.mistakes[0].record == 2);
  CHECK(result.mistakes[0].place.line == 3);
  CHECK(result.mistakes[0].place.column == 5);
  CHECK(result.mistakes[0].drops_record);
}

TEST_CASE("a quote that never ends is reported where it begins") {
  const Read result = read("a,b\n1,2\n3,\"four\n5,6\n");
  CHECK(result.records == Records{{"1", "2"}});
  REQUIRE(result.mistakes.size() == 1);
  CHECK(result.mistakes[0].place.line == 3);
  CHECK(result.mistakes[0].place.column == 3);
}

TEST_CASE("a quote that never ends is one also after quotes within it, and shows what it holds") {
  const Read result = read("a,b\n1,\"two \"\"and\"\" three");
  CHECK(result.records.empty());
  REQUIRE(result.mistakes.size() == 1);
  CHECK(result.mistakes[0].place.column == 3);
  CHECK(result.mistakes[0].value == "two \"\"and\"\" three");
}

TEST_CASE("records of any length come through the pieces in which a file is read") {
  std::string text = "a,b\n";
  Records expected;
  for (int i = 0; i < 400; ++i) {
    const std::string value(static_cast<std::size_t>(i) * 13, static_cast<char>('a' + i % 26));
    text += "\"" + value + "\"\"\"," + std::to_string(i) + "\r\n";
    expected.push_back({value + "\"", std::to_string(i)});
  }
  CHECK(read(text).records == expected);
}

}  // namespace
}  // namespace stagecraft::feed::testing
