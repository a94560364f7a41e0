#pragma once

#include <optional>
#include <string_view>

namespace stagecraft {

struct ImageSize {
  int width = 0;
  int height = 0;

  bool operator==(const ImageSize&) const = default;
};

/// The size that a PNG, GIF, JPEG or SVG file states, in CSS pixels from 1 to 32767; for an SVG its
/// width and height, or those of its viewBox. Nothing for other files and for damaged ones.
std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace stagecraft
