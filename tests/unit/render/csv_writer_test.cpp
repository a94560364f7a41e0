#include "render/csv_writer.h"

#include "support/catch.h"

namespace stagecraft {
namespace {

/// What one row of one field holds, without the line that names the column.
std::string field_of(std::string_view text) {
  CsvWriter csv({"x"});
  csv.text(text).end_row();
  const std::string bytes = csv.take(), head = "\xEF\xBB\xBFx\r\n";
  REQUIRE(bytes.starts_with(head));
  REQUIRE(bytes.ends_with("\r\n"));
  return bytes.substr(head.size(), bytes.size() - head.size() - 2);
}

TEST_CASE("a CSV file begins with a byte order mark and the names of its columns") {
  CsvWriter csv({"id", "the title"});
  CHECK(csv.take() == "\xEF\xBB\xBFid,the title\r\n");
}

TEST_CASE("a field that could be misread stands in quotes") {
  CHECK(field_of("plain text") == "plain text");
  CHECK(field_of("a,b") == "\"a,b\"");
  CHECK(field_of("a;b") == "\"a;b\"");
  CHECK(field_of("say \"no\"") == "\"say \"\"no\"\"\"");
  CHECK(field_of("two\nlines") == "\"two\nlines\"");
  CHECK(field_of("") == "");
}

TEST_CASE("a text that a spreadsheet would run has an apostrophe before it") {
  for (const char* text :
       {"=1+1", "+1", "-1", "@SUM(A1)", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201"})
    CHECK(field_of(text) == "'" + std::string(text));
  CHECK(field_of("\t=1") == "\"'\t=1\"");
  CHECK(field_of("\n=1") == "\"'\n=1\"");
  CHECK(field_of("a=1") == "a=1");
}

TEST_CASE("a number stands as it was written, also below zero") {
  CsvWriter csv({"a", "b", "c"});
  csv.number(Exact(-5)).number(*parse_decimal("0.575")).number(std::nullopt).end_row();
  CHECK(csv.take() ==
        "\xEF\xBB\xBF"
        "a,b,c\r\n-5,0.575,\r\n");
}

TEST_CASE("a list stands in one field, an entry a line") {
  CsvWriter csv({"a", "b"});
  csv.list({"one", "two"}).list({}).end_row();
  CHECK(csv.take() ==
        "\xEF\xBB\xBF"
        "a,b\r\n\"one\ntwo\",\r\n");
}

}  // namespace
}  // namespace stagecraft
