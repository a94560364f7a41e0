#pragma once

namespace stagecraft {

// One screen each.
extern const char* const main_help;
extern const char* const build_help;
extern const char* const serve_help;
extern const char* const check_help;
extern const char* const score_help;
extern const char* const feed_help;
extern const char* const visibility_help;
extern const char* const schema_help;

}  // namespace stagecraft
