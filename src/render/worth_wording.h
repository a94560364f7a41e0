#pragma once

#include <string>

#include "render/page_scope.h"

namespace stagecraft {

/// What each answer to `question` is worth, for somebody who scores by hand: "Yes: 1; No: 0".
/// Requires: the question is scored.
std::string worth_text(const PageScope& scope, const Question& question);

}  // namespace stagecraft
