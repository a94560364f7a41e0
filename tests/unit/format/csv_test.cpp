#include "format/csv.h"

#include "document_fixture.h"
#include "support/catch.h"

namespace stagecraft::testing {
namespace {

struct CsvReading {
  Diagnostics diagnostics;
  std::optional<CsvDocument> csv;

  std::string tree() const { return csv ? tree_text(csv->document.root) : "nothing"; }
  Lines mistakes() const { return lines_of(diagnostics); }
};

std::unique_ptr<CsvReading> csv(std::string text, const DocumentLimits& limits = {}) {
  auto reading = std::make_unique<CsvReading>();
  reading->csv = parse_csv(source_of("a.csv", std::move(text)), limits, reading->diagnostics);
  return reading;
}

std::string tree_of(std::string text) {
  const auto reading = csv(std::move(text));
  CHECK(reading->mistakes() == Lines{});
  return reading->tree();
}

Lines mistakes_in(std::string text, const DocumentLimits& limits = {}) {
  const auto reading = csv(std::move(text), limits);
  CHECK_FALSE(reading->csv.has_value());
  return reading->mistakes();
}

/// `line:column+length` of the field of record `row` in column `column`, both counted from 0.
std::string place(const CsvReading& reading, std::size_t row, std::size_t column) {
  const Document& document = reading.csv->document;
  const Node& node = document.root.items[row].members[column].value;
  const LineColumn at = document.source->place_of(node.offset);
  return std::to_string(at.line) + ":" + std::to_string(at.column) + "+" +
         std::to_string(node.length);
}

// The examples of RFC 4180, section 2, below a line of names.

TEST_CASE("the last record may end with a line break or without one") {
  CHECK(tree_of("a,b,c\r\naaa,bbb,ccc\r\nzzz,yyy,xxx\r\n") ==
        "[{a: aaa, b: bbb, c: ccc}, {a: zzz, b: yyy, c: xxx}]");
  CHECK(tree_of("a,b,c\r\naaa,bbb,ccc\r\nzzz,yyy,xxx") ==
        "[{a: aaa, b: bbb, c: ccc}, {a: zzz, b: yyy, c: xxx}]");
}

TEST_CASE("fields may be in quotes or not") {
  CHECK(tree_of("a,b,c\r\n\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx") ==
        "[{a: aaa, b: bbb, c: ccc}, {a: zzz, b: yyy, c: xxx}]");
}

TEST_CASE("a field in quotes may hold line breaks, and a quote that is written twice") {
  CHECK(tree_of("a,b,c\r\n\"aaa\",\"b \r\nbb\",\"ccc\"\r\nzzz,yyy,xxx") ==
        "[{a: aaa, b: b \nbb, c: ccc}, {a: zzz, b: yyy, c: xxx}]");
  CHECK(tree_of("a,b,c\r\n\"aaa\",\"b\"\"bb\",\"ccc\"") == "[{a: aaa, b: b\"bb, c: ccc}]");
  CHECK(tree_of("a\n\"\"\"\"") == "[{a: \"}]");
  CHECK(tree_of("a,b\n\"x,y\",\"\"\"z\"\"\"") == "[{a: x,y, b: \"z\"}]");
}

TEST_CASE("blanks belong to a field, but not to the name of a column") {
  CHECK(tree_of(" a ,\tb\n x , y\t") == "[{a:  x , b:  y\t}]");
}

TEST_CASE("an empty field is nothing, in quotes or not") {
  CHECK(tree_of("a,b,c\n,\"\",x\n,,\n") ==
        "[{a: null, b: null, c: x}, {a: null, b: null, c: null}]");
}

TEST_CASE("lines end with LF, CRLF or CR, and a line break in quotes is one line feed") {
  CHECK(tree_of("a,b\n1,2\n3,4\n") == "[{a: 1, b: 2}, {a: 3, b: 4}]");
  CHECK(tree_of("a,b\r1,2\r3,4\r") == "[{a: 1, b: 2}, {a: 3, b: 4}]");
  CHECK(tree_of("a,b\r\n1,2\r3,4\n") == "[{a: 1, b: 2}, {a: 3, b: 4}]");
  CHECK(tree_of("a\n\"x\r\ny\rz\nw\"\n") == "[{a: x\ny\nz\nw}]");
}

TEST_CASE("lines that are empty or blank are passed over") {
  CHECK(tree_of("\n \na,b\n\n1,2\n  \t\n\r\n3,4\n\n") == "[{a: 1, b: 2}, {a: 3, b: 4}]");
}

TEST_CASE("a file may hold nothing but the names of its columns") {
  CHECK(tree_of("a,b\n") == "[]");
  CHECK(csv("a,b")->csv->columns.size() == 2);
}

TEST_CASE("the separator is the one that the first line has most of") {
  CHECK(csv("a,b,c")->csv->separator == CsvSeparator::comma);
  CHECK(csv("a;b;c\n1,5;2;3")->csv->separator == CsvSeparator::semicolon);
  CHECK(csv("a\tb\n1\t2")->csv->separator == CsvSeparator::tab);
  CHECK(csv("a")->csv->separator == CsvSeparator::comma);
  CHECK(csv("a,b;c\n1,2")->csv->separator == CsvSeparator::comma);
  CHECK(csv("\"a;b;c;d\",e\n1,2")->csv->separator == CsvSeparator::comma);
}

TEST_CASE("commas in the sentences of the first line separate nothing") {
  const auto reading = csv("Do you, or did you, ask?;Why, then?\nyes;no");
  CHECK(reading->csv->separator == CsvSeparator::semicolon);
  CHECK(reading->tree() == "[{Do you, or did you, ask?: yes, Why, then?: no}]");
  CHECK(csv("a, b, c\n1,2,3")->csv->separator == CsvSeparator::comma);
}

TEST_CASE("a byte order mark is no part of the first name") {
  const auto reading = csv("\xEF\xBB\xBF\"a\",b\n1,2");
  CHECK(reading->tree() == "[{a: 1, b: 2}]");
  CHECK(place(*reading, 0, 0) == "2:1+1");
}

TEST_CASE("what is no UTF-8 is read as Windows-1252") {
  const auto reading = csv("a,b\n\x80 5,caf\xE9\n\x93x\x94,\xFF\n");
  REQUIRE(reading->csv.has_value());
  CHECK(reading->csv->is_windows_1252);
  CHECK(reading->tree() == "[{a: € 5, b: café}, {a: “x”, b: ÿ}]");
  CHECK(place(*reading, 0, 1) == "2:5+5");
  CHECK_FALSE(csv("a\ncafé")->csv->is_windows_1252);
}

TEST_CASE("places are those of the fields, on one line") {
  const auto reading = csv("a,b,c\n1,\"two\",\n\"x\ny\",2,3\n");
  CHECK(place(*reading, 0, 0) == "2:1+1");
  CHECK(place(*reading, 0, 1) == "2:3+5");
  CHECK(place(*reading, 0, 2) == "2:9+1");
  CHECK(place(*reading, 1, 0) == "3:1+2");
  CHECK(place(*reading, 1, 1) == "4:4+1");
}

TEST_CASE("a column without a name and a second one of the same name are reported") {
  CHECK(mistakes_in("a,,b,\n1,2,3,4\n") ==
        Lines{"1:3+1 column 2 has no name | fields are separated by commas here",
              "1:6+1 column 4 has no name | fields are separated by commas here"});
  CHECK(mistakes_in("a;b; a ;B\n1;2;3;4\n") ==
        Lines{"1:5+3 a second column is called 'a' | the first is at 1:1"});
}

TEST_CASE("a line with too few or too many fields is reported where it ends to fit") {
  CHECK(mistakes_in("a,b\n1\n1,2,3\n") ==
        Lines{"2:1+1 this line has 1 field, the first line has 2 | fields are separated by commas "
              "here",
              "3:5+1 this line has 3 fields, the first line has 2 | fields are separated by commas "
              "here"});
  CHECK(mistakes_in("a\tb\n1,2\n") ==
        Lines{"2:1+3 this line has 1 field, the first line has 2 | fields are separated by tabs "
              "here"});
}

TEST_CASE("a quote that never ends is reported where it begins") {
  CHECK(mistakes_in("a,b\n1,\"2\n3,4\n") ==
        Lines{"2:3+1 the quote that begins here never ends | a field in quotes may have several "
              "lines; a quote within it is written twice"});
}

TEST_CASE("quotes that do not enclose a whole field are reported, and the next lines as well") {
  CHECK(mistakes_in("a,b\n1, \"x\"\n5\",2\n\"x\"y,2\n1,2,3\n") ==
        Lines{"2:4+1 a quote within a field that has no quotes around it | put the whole field in "
              "quotes and write each quote in it twice; no blank stands before the first",
              "3:2+1 a quote within a field that has no quotes around it | put the whole field in "
              "quotes and write each quote in it twice; no blank stands before the first",
              "4:4+1 the field goes on behind the quote that ends it | a quote within a field in "
              "quotes is written twice",
              "5:5+1 this line has 3 fields, the first line has 2 | fields are separated by commas "
              "here"});
}

TEST_CASE("what is no text is refused") {
  CHECK(mistakes_in("") == Lines{"- the file is empty; its first line names the columns"});
  CHECK(mistakes_in(" \n\r\n") == Lines{"- the file is empty; its first line names the columns"});
  CHECK(mistakes_in(std::string("a,b\n1,\0\n", 8)) ==
        Lines{"2:3+1 control character U+0000 is not allowed"});
  CHECK(mistakes_in(std::string("\xFF\xFE" "a\0", 4)) ==
        Lines{"1:1+1 the file is UTF-16 | save the file with the encoding UTF-8"});
  CHECK(mistakes_in("a\n\x81") ==
        Lines{"2:1+1 the file is not UTF-8, and byte 0x81 is not Windows-1252 | save the file with "
              "the encoding UTF-8"});
  CHECK(mistakes_in("\xEF\xBB\xBF" "a\n\xE9") ==
        Lines{"2:1+1 byte 0xE9 is not UTF-8 | save the file with the encoding UTF-8"});
}

TEST_CASE("the limits of documents hold") {
  CHECK(mistakes_in("a,b\n1,2\n", {7, 64, 100}) ==
        Lines{"- file has 8 bytes, more than the limit of 7"});
  CHECK(csv("a,b\n1,2\n3,4\n", {100, 64, 7})->csv.has_value());
  CHECK(mistakes_in("a,b\n1,2\n3,4\n", {100, 64, 6}) ==
        Lines{"3:1+1 file holds more than 6 values"});
  CHECK(mistakes_in(std::string(501, 'a') + "\n1\n").size() == 1);
  CHECK(csv(std::string(500, 'a') + "\n1\n")->csv.has_value());
}

}  // namespace
}  // namespace stagecraft::testing
