#include "render/record_fields.h"

#include "support/catch.h"
#include "support/fraction.h"

namespace stagecraft {
namespace {

std::string computed(const std::string& numerator, const std::string& denominator, int digits) {
  Record record = Record::object();
  put_number(record, "value", tests::fraction(numerator + "/" + denominator), digits);
  return record.dump();
}

std::string given(const std::string& decimal) {
  return given_number(*parse_decimal(decimal)).dump();
}

TEST_CASE("a computed number that can be shown stands alone") {
  CHECK(computed("15", "4", 2) == R"({"value":3.75})");
  CHECK(computed("-5", "2", 1) == R"({"value":-2.5})");
  CHECK(computed("4", "1", 0) == R"({"value":4})");
  CHECK(computed("0", "1", 2) == R"({"value":0})");
  CHECK(computed("1", "1000000", 6) == R"({"value":1e-06})");
}

TEST_CASE("a computed number that is rounded has its fraction beside it") {
  CHECK(computed("10", "3", 2) == R"({"value":3.33,"value_exact":"10/3"})");
  CHECK(computed("-1", "3", 0) == R"({"value":0,"value_exact":"-1/3"})");
  CHECK(computed("5", "2", 0) == R"({"value":3,"value_exact":"5/2"})");
  CHECK(computed("23", "40", 2) == R"({"value":0.58,"value_exact":"23/40"})");
}

TEST_CASE("a computed number that JSON programs would not get has its fraction beside it") {
  CHECK(computed("999999999999999", "1", 2) == R"({"value":999999999999999})");
  CHECK(computed("9007199254740993", "1", 2) ==
        R"({"value":9007199254740993,"value_exact":"9007199254740993"})");
}

TEST_CASE("a number that does not exist is left out") {
  Record record = Record::object();
  put_number(record, "value", std::optional<Exact>(), 2);
  CHECK(record.dump() == "{}");
}

TEST_CASE("a given number stands as it was written") {
  CHECK(given("40") == "40");
  CHECK(given("2.50") == "2.5");
  CHECK(given("-0.575") == "-0.575");
  CHECK(given("0.0001") == "0.0001");
}

TEST_CASE("a given number that JSON programs would not get is a text") {
  CHECK(given("0.00005") == R"("0.00005")");
  CHECK(given("1234567890123.456") == R"("1234567890123.456")");
}

TEST_CASE("what is not given is left out") {
  Record record = Record::object();
  put(record, "text", std::string());
  put(record, "id", StageId());
  put(record, "texts", std::vector<std::string>());
  put(record, "ids", std::vector<StageId>());
  put(record, "date", std::optional<Date>());
  put(record, "duration", Duration());
  put(record, "list", Record::array());
  put(record, "map", Record::object());
  put(record, "nothing", Record());
  put_given(record, "number", std::optional<Exact>());
  CHECK(record.dump() == "{}");
}

TEST_CASE("what is given stands in the order in which it is put") {
  Record record;
  put(record, "text", std::string("a"));
  put(record, "id", StageId("pot"));
  put(record, "ids", std::vector<StageId>{StageId("pot"), StageId("bag")});
  put(record, "date", std::optional<Date>(Date{2026, 9, 0}));
  put(record, "duration", Duration{1, 3, TimeUnit::days});
  put_given(record, "number", Exact(0));
  CHECK(record.dump() ==
        R"({"text":"a","id":"pot","ids":["pot","bag"],"date":"2026-09",)"
        R"("duration":{"from":1,"to":3,"unit":"days"},"number":0})");
}

}  // namespace
}  // namespace stagecraft
