#pragma once

namespace stagecraft {

// One screen each.
extern const char* const main_help;
extern const char* const build_help;
extern const char* const check_help;

}  // namespace stagecraft
