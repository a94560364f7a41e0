#include "base/utf8.h"

#include <initializer_list>
#include <string>

#include "support/catch.h"

namespace stagecraft {
namespace {

std::string bytes(std::initializer_list<int> values) {
  std::string text;
  for (const int value : values) text += static_cast<char>(value);
  return text;
}

bool is_well_formed(const std::string& text) {
  return !find_bad_utf8(text);
}

TEST_CASE("the first and last code point of each row of the Unicode table are well formed") {
  CHECK(is_well_formed(bytes({0x00})));
  CHECK(is_well_formed(bytes({0x7F})));
  CHECK(is_well_formed(bytes({0xC2, 0x80})));              // U+0080
  CHECK(is_well_formed(bytes({0xDF, 0xBF})));              // U+07FF
  CHECK(is_well_formed(bytes({0xE0, 0xA0, 0x80})));        // U+0800
  CHECK(is_well_formed(bytes({0xED, 0x9F, 0xBF})));        // U+D7FF
  CHECK(is_well_formed(bytes({0xEE, 0x80, 0x80})));        // U+E000
  CHECK(is_well_formed(bytes({0xEF, 0xBF, 0xBF})));        // U+FFFF
  CHECK(is_well_formed(bytes({0xF0, 0x90, 0x80, 0x80})));  // U+10000
  CHECK(is_well_formed(bytes({0xF3, 0xBF, 0xBF, 0xBF})));  // U+FFFFF
  CHECK(is_well_formed(bytes({0xF4, 0x8F, 0xBF, 0xBF})));  // U+10FFFF
}

TEST_CASE("overlong forms are not well formed") {
  CHECK_FALSE(is_well_formed(bytes({0xC0, 0x80})));
  CHECK_FALSE(is_well_formed(bytes({0xC1, 0xBF})));
  CHECK_FALSE(is_well_formed(bytes({0xE0, 0x9F, 0xBF})));
  CHECK_FALSE(is_well_formed(bytes({0xF0, 0x8F, 0xBF, 0xBF})));
}

TEST_CASE("surrogates are not well formed") {
  CHECK_FALSE(is_well_formed(bytes({0xED, 0xA0, 0x80})));  // U+D800
  CHECK_FALSE(is_well_formed(bytes({0xED, 0xBF, 0xBF})));  // U+DFFF
}

TEST_CASE("nothing above U+10FFFF is well formed") {
  CHECK_FALSE(is_well_formed(bytes({0xF4, 0x90, 0x80, 0x80})));
  for (int lead = 0xF5; lead <= 0xFF; ++lead)
    CHECK_FALSE(is_well_formed(bytes({lead, 0x80, 0x80, 0x80})));
}

TEST_CASE("a sequence that is cut short or interrupted is not well formed") {
  CHECK_FALSE(is_well_formed(bytes({0x80})));
  CHECK_FALSE(is_well_formed(bytes({0xC3})));
  CHECK_FALSE(is_well_formed(bytes({0xE2, 0x82})));
  CHECK_FALSE(is_well_formed(bytes({0xF0, 0x9F, 0x98})));
  CHECK_FALSE(is_well_formed(bytes({0xC3, 'a'})));
  CHECK_FALSE(is_well_formed(bytes({0xE2, 0x82, 'a'})));
  CHECK_FALSE(is_well_formed(bytes({0xF0, 0x9F, 0x98, 0xC3})));
}

TEST_CASE("the offset of the first bad byte is that of its whole sequence") {
  CHECK(find_bad_utf8("") == std::nullopt);
  CHECK(find_bad_utf8("ab\xC3\xA9\xE2\x82") == 4u);
  CHECK(find_bad_utf8("a\x80z\x80") == 1u);
}

TEST_CASE("code points are counted, and a stray byte is one") {
  CHECK(code_point_count("") == 0);
  CHECK(code_point_count("aé€😀") == 4);
  CHECK(code_point_count("a\x80\x80") == 3);
  CHECK(code_point_count("\xC3(") == 2);
}

TEST_CASE("the first code point has a length, and a stray byte is one long") {
  CHECK(first_code_point_length("") == 0);
  CHECK(first_code_point_length("ab") == 1);
  CHECK(first_code_point_length("€b") == 3);
  CHECK(first_code_point_length("😀") == 4);
  CHECK(first_code_point_length("\x80z") == 1);
}

TEST_CASE("only a byte order mark at the very start is taken off") {
  CHECK(without_byte_order_mark("\xEF\xBB\xBFtitle") == "title");
  CHECK(without_byte_order_mark("title\xEF\xBB\xBF") == "title\xEF\xBB\xBF");
  CHECK(without_byte_order_mark("\xEF\xBB") == "\xEF\xBB");
}

}  // namespace
}  // namespace stagecraft
