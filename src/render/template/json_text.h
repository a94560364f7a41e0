// Any value as JSON that is safe inside a <script> element as well.
#pragma once

#include <string>

#include "render/template/operand.h"

namespace stagecraft::language {

/// Appends `operand` as JSON. "<", ">", "&", "'" and U+2028, U+2029 are written as escapes, so that
/// nothing in it can end a script or start a comment. A number stands as a plain decimal, or as a
/// text ("1/3") when no decimal is exact; markup as its HTML. Requires: it is defined.
void append_json(std::string& output, const Operand& operand);

}  // namespace stagecraft::language
