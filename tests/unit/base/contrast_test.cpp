#include "base/contrast.h"

#include <cmath>
#include <random>

#include "support/catch.h"

namespace stagecraft {
namespace {

Colour colour(std::string_view text) {
  const std::optional<Colour> parsed = parse_colour(text);
  REQUIRE(parsed);
  return *parsed;
}

double ratio(std::string_view a, std::string_view b) {
  return contrast(colour(a), colour(b));
}

std::string adjusted(std::string_view given, std::string_view ground) {
  return colour_text(with_contrast(colour(given), colour(ground), text_contrast));
}

/// The hue of `given` as HSL has it, in degrees: another measure than the one that is kept.
double hue(Colour given) {
  const double r = given.red, g = given.green, b = given.blue;
  return std::atan2(std::sqrt(3.0) * (g - b), 2 * r - g - b) * 180 / 3.14159265358979;
}

TEST_CASE("contrast ratios are those that WCAG publishes") {
  CHECK(ratio("#000000", "#ffffff") == Approx(21));
  CHECK(ratio("#ffffff", "#ffffff") == Approx(1));
  CHECK(ratio("#777777", "#ffffff") == Approx(4.48).margin(0.005));
  CHECK(ratio("#767676", "#ffffff") == Approx(4.54).margin(0.005));
  CHECK(ratio("#ff0000", "#ffffff") == Approx(4.00).margin(0.005));
  CHECK(ratio("#0000ff", "#ffffff") == Approx(8.59).margin(0.005));
  CHECK(ratio("#ffffff", "#0000ff") == ratio("#0000ff", "#ffffff"));
}

TEST_CASE("luminance weighs green most and blue least") {
  CHECK(relative_luminance(colour("#ff0000")) == Approx(0.2126));
  CHECK(relative_luminance(colour("#00ff00")) == Approx(0.7152));
  CHECK(relative_luminance(colour("#0000ff")) == Approx(0.0722));
}

TEST_CASE("a ratio that falls short never reads as one that suffices") {
  CHECK(contrast_text(4.4999) == "4.4");
  CHECK(contrast_text(4.5) == "4.5");
  CHECK(contrast_text(21) == "21.0");
  CHECK(contrast_text(ratio("#777777", "#ffffff")) == "4.4");
}

TEST_CASE("a colour that has the contrast stays as it is") {
  CHECK(adjusted("#0b5a50", "#fcfbf8") == "#0b5a50");
  CHECK(adjusted("#767676", "#ffffff") == "#767676");
}

TEST_CASE("greys stop at the first that suffices, give or take a step") {
  const Colour on_white = colour(adjusted("#cccccc", "#ffffff"));
  CHECK(on_white.red == on_white.green);
  CHECK(on_white.green == on_white.blue);
  CHECK(on_white.red <= 0x76);
  CHECK(on_white.red >= 0x73);
  const Colour on_black = colour(adjusted("#222222", "#000000"));
  CHECK(on_black.red >= 0x74);  // #747474 on black is the first to have 4.5
  CHECK(on_black.red <= 0x78);
}

TEST_CASE("a light ground darkens and a dark ground lightens") {
  CHECK(relative_luminance(colour(adjusted("#ff8800", "#fcfbf8"))) <
        relative_luminance(colour("#ff8800")));
  CHECK(relative_luminance(colour(adjusted("#0b5a50", "#14171a"))) >
        relative_luminance(colour("#0b5a50")));
}

TEST_CASE("strong colours keep their hue") {
  for (const char* given : {"#ff8800", "#e30613", "#00a651", "#ffcc00", "#00aeef", "#e6007e"}) {
    const double shift = hue(colour(adjusted(given, "#fcfbf8"))) - hue(colour(given));
    CHECK(std::abs(std::remainder(shift, 360)) < 16);
  }
}

TEST_CASE("whatever the colour and the ground, the contrast is reached") {
  std::mt19937 random(20260915);
  const auto byte = [&] { return static_cast<std::uint8_t>(random() & 0xFF); };
  for (int i = 0; i < 5000; ++i) {
    const Colour given{byte(), byte(), byte()};
    const std::uint8_t grey = byte();
    const Colour ground = i % 2 == 0 ? Colour{byte(), byte(), byte()} : Colour{grey, grey, grey};
    const Colour used = with_contrast(given, ground, text_contrast);
    CAPTURE(colour_text(given), colour_text(ground), colour_text(used));
    REQUIRE(contrast(used, ground) >= text_contrast);
    REQUIRE(with_contrast(used, ground, text_contrast) == used);
  }
}

TEST_CASE("colours are written as they are read") {
  for (const char* text : {"#000000", "#0b5a50", "#ffffff"})
    CHECK(colour_text(colour(text)) == text);
  CHECK(colour_text(colour("#ABCDEF")) == "#abcdef");
}

}  // namespace
}  // namespace stagecraft
