#pragma once

#include <string>

#include "base/colour.h"

namespace stagecraft {

/// What WCAG 2 asks of text on its ground at level AA.
constexpr double text_contrast = 4.5;

/// WCAG 2's relative luminance: 0 for black, 1 for white.
double relative_luminance(Colour colour);

/// WCAG 2's contrast ratio: 1 for equal colours, 21 for black and white, the same in either order.
double contrast(Colour a, Colour b);

/// `colour` when its contrast on `ground` is at least `ratio`; otherwise the first colour that has
/// it on the way to black (on a light ground) or to white (on a dark one), in small steps of
/// OKLCH's lightness. The hue stays; chroma is given up only where sRGB has no colour so strong.
/// Requires: 1 <= ratio <= 4.5, because not every ground leaves room for more.
Colour with_contrast(Colour colour, Colour ground, double ratio);

/// "4.5"; rounded down, so that what falls short never reads like what suffices.
std::string contrast_text(double ratio);

}  // namespace stagecraft
