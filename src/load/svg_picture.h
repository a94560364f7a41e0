#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "base/exact.h"
#include "base/source_text.h"

namespace stagecraft {

/// What has to be known of an SVG before it is published.
struct SvgPicture {
  Exact width, height;  ///< of its viewBox, else of the picture itself; above 0
  bool adapts = false;  ///< its style asks for dark surroundings
};

/// Reads `source` as an SVG that is shown as a picture, strictly: whatever could run or load
/// something is an error at its element. That is scripts, event handlers, foreignObject and the
/// other elements that embed documents, elements of HTML, xml:base, "javascript:", animated links,
/// and references to anything but parts of the file and embedded bitmaps. Nothing after an error.
std::optional<SvgPicture> read_svg_picture(const SourceText& source, Diagnostics& diagnostics);

}  // namespace stagecraft
