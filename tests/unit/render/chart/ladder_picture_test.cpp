#include "render/chart/ladder_picture.h"


#include "support/catch.h"

namespace stagecraft {
namespace {

constexpr Palette palette{{255, 250, 240}, {20, 20, 20}, {10, 90, 80}};

TEST_CASE("the picture is a PNG of 1200 by 630") {
  const std::string png = draw_ladder_picture({5, 1, 3}, palette);
  CHECK(png.substr(0, 8) == "\x89PNG\r\n\x1A\n");
  CHECK(png.substr(12, 12) == std::string("IHDR\0\0\x04\xB0\0\0\x02\x76", 12));
  CHECK(png.ends_with("IEND\xAE\x42\x60\x82"));
}

TEST_CASE("the palette holds the theme's colours") {
  const std::string png = draw_ladder_picture({5, {}, {}}, palette);
  CHECK(png.find(std::string("PLTE\xFF\xFA\xF0\x14\x14\x14\x0A\x5A\x50", 13)) != std::string::npos);
}

TEST_CASE("a mark changes the picture, and the same marks give the same bytes") {
  const std::string plain = draw_ladder_picture({5, {}, {}}, palette);
  CHECK(draw_ladder_picture({5, 1, {}}, palette) != plain);
  CHECK(draw_ladder_picture({5, {}, 1}, palette) != draw_ladder_picture({5, 1, {}}, palette));
  CHECK(draw_ladder_picture({5, {}, {}}, palette) == plain);
}

TEST_CASE("a picture is small, with one step as with forty") {
  CHECK(draw_ladder_picture({1, 0, {}}, palette).size() < 5000);
  CHECK(draw_ladder_picture({40, 0, 39}, palette).size() < 8000);
}

}  // namespace
}  // namespace stagecraft
