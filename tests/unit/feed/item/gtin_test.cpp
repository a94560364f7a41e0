#include "feed/item/gtin.h"

#include "support/catch.h"

namespace stagecraft::feed::testing {
namespace {

TEST_CASE("a GTIN has 8, 12, 13 or 14 digits and a check digit of GS1") {
  // 4006381333931 and 73513537 are the examples of textbooks; 036000291452 is UPC's own.
  for (const char* gtin : {"4006381333931", "73513537", "036000291452", "00036000291452"})
    CHECK(is_gtin(gtin));
  for (const char* other :
       {"4006381333932", "400638133393", "", "40063813339310", "4006-381333931"})
    CHECK_FALSE(is_gtin(other));
}

TEST_CASE("an ISBN-10 becomes its ISBN-13, and others become nothing") {
  CHECK(gtin_of_isbn10("0-306-40615-2") == "9780306406157");
  CHECK(gtin_of_isbn10("080442957X") == "9780804429573");
  CHECK_FALSE(gtin_of_isbn10("0306406153"));
  CHECK_FALSE(gtin_of_isbn10("030640615"));
}

TEST_CASE("zeros that a spreadsheet dropped are proposed only when they make a GTIN") {
  CHECK(zero_padded_gtin("36000291452") == "036000291452");
  CHECK_FALSE(zero_padded_gtin("36000291453"));
  CHECK_FALSE(zero_padded_gtin("4006381333931"));
}

}  // namespace
}  // namespace stagecraft::feed::testing
