#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/chart/svg_writer.h"

namespace stagecraft {

/// About how wide `text` will be at `size` (the height of the font): generous, because the reader's
/// font is not known here.
Length estimated_width(std::string_view text, Length size);

/// `text` in lines that are estimated to fit `width`, broken at spaces. A word that is wider stands
/// on a line of its own; one of more than three times the width is cut and ends with "…". At least
/// one line.
std::vector<std::string> wrap_label(std::string_view text, Length size, Length width);

}  // namespace stagecraft
