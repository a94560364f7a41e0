// A routine of the program and a view in, text out.
#pragma once

#include <string>

#include "render/template/evaluation.h"

namespace stagecraft::language {

/// What `routine` writes for `view`. Throws RenderFailure.
std::string render_routine(const Program& program, std::uint32_t routine, const Value& view);

}  // namespace stagecraft::language
