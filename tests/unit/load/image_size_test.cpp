#include "load/image_size.h"

#include <string>

#include "support/catch.h"

namespace stagecraft {
namespace {

using namespace std::string_literals;

TEST_CASE("PNG, GIF and JPEG files state their size in their heads") {
  CHECK(image_size("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\x02\0\0\0\x03\x08\x06"s) ==
        ImageSize{258, 3});
  CHECK(image_size("GIF89a\x02\x01\x03\x00"s) == ImageSize{258, 3});
  CHECK(image_size("\xFF\xD8\xFF\xE0\x00\x04zz\xFF\xC0\x00\x11\x08\x00\x03\x01\x02\x03\x01"s) ==
        ImageSize{258, 3});
}

TEST_CASE("an SVG states width and height, or a view box") {
  CHECK(image_size("<svg width=\"40\" height=\"20px\">") == ImageSize{40, 20});
  CHECK(image_size("<?xml version=\"1.0\"?><svg viewBox='0 0 39.6 20'>") == ImageSize{40, 20});
  CHECK(image_size("<svg width=\"100%\" height=\"100%\" viewBox=\"0,0,8,6\">") == ImageSize{8, 6});
}

TEST_CASE("damaged images and other files have no size") {
  for (const std::string& bytes :
       {""s, "\x89PNG\r\n\x1A\n"s, "GIF89a"s, "\xFF\xD8\xFF"s, "\xFF\xD8\xFF\xE0\xFF\xFF"s,
        "<svg>"s, "<svg viewBox=\"0 0 8\">"s, "<svg width=\"0\" height=\"5\">"s,
        "<svg width=\"99999\" height=\"5\">"s, "hello"s})
    CHECK_FALSE(image_size(bytes).has_value());
}

}  // namespace
}  // namespace stagecraft
