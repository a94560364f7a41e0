// Contrast by WCAG 2.2, and OKLCH (Björn Ottosson, 2020): a space in which equal steps of lightness
// look equal, and in which a colour keeps its hue while its lightness changes.
#include "base/contrast.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace stagecraft {
namespace {

constexpr double lightness_step = 0.004;

struct LinearRgb {
  double red = 0, green = 0, blue = 0;
};

/// Lightness from 0 to 1, and hue and chroma as the point (a, b).
struct Oklab {
  double lightness = 0, a = 0, b = 0;
};

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::uint8_t channel(double linear) {
  const double clipped = std::clamp(linear, 0.0, 1.0);
  const double value =
      clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * std::pow(clipped, 1 / 2.4) - 0.055;
  return static_cast<std::uint8_t>(std::lround(value * 255));
}

Oklab oklab(Colour colour) {
  const double r = linear(colour.red), g = linear(colour.green), b = linear(colour.blue);
  const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

LinearRgb linear_rgb(const Oklab& colour) {
  const auto cube = [](double value) { return value * value * value; };
  const double l = cube(colour.lightness + 0.3963377774 * colour.a + 0.2158037573 * colour.b);
  const double m = cube(colour.lightness - 0.1055613458 * colour.a - 0.0638541728 * colour.b);
  const double s = cube(colour.lightness - 0.0894841775 * colour.a - 1.2914855480 * colour.b);
  return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
          -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
          -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

bool is_in_srgb(const LinearRgb& colour) {
  constexpr double tolerance = 1e-4;
  const auto [least, most] = std::minmax({colour.red, colour.green, colour.blue});
  return least >= -tolerance && most <= 1 + tolerance;
}

/// The strongest sRGB colour of the hue and lightness of `wanted` that is no stronger than it.
Colour nearest_in_srgb(const Oklab& wanted) {
  LinearRgb found = linear_rgb(wanted);
  if (!is_in_srgb(found)) {
    double inside = 0, outside = 1;  // shares of the chroma
    for (int halving = 0; halving < 20; ++halving) {
      const double share = (inside + outside) / 2;
      const Oklab tried{wanted.lightness, share * wanted.a, share * wanted.b};
      (is_in_srgb(linear_rgb(tried)) ? inside : outside) = share;
    }
    found = linear_rgb({wanted.lightness, inside * wanted.a, inside * wanted.b});
  }
  return {channel(found.red), channel(found.green), channel(found.blue)};
}

constexpr Colour black{0, 0, 0}, white{255, 255, 255};

}  // namespace

double relative_luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double contrast(Colour a, Colour b) {
  const double of_a = relative_luminance(a), of_b = relative_luminance(b);
  return (std::max(of_a, of_b) + 0.05) / (std::min(of_a, of_b) + 0.05);
}

Colour with_contrast(Colour colour, Colour ground, double ratio) {
  assert(1 <= ratio && ratio <= 4.5);
  if (contrast(colour, ground) >= ratio) return colour;
  const bool darken = contrast(black, ground) >= contrast(white, ground);
  Oklab stepped = oklab(colour);
  while (true) {
    stepped.lightness += darken ? -lightness_step : lightness_step;
    if (stepped.lightness <= 0) return black;
    if (stepped.lightness >= 1) return white;
    const Colour tried = nearest_in_srgb(stepped);
    if (contrast(tried, ground) >= ratio) return tried;
  }
}

std::string contrast_text(double ratio) {
  constexpr double rounding_error = 1e-9;
  return fmt::format("{:.1f}", std::floor(ratio * 10 + rounding_error) / 10);
}

}  // namespace stagecraft
