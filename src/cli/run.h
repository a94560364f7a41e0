#pragma once

#include <iosfwd>

#include "cli/command_line.h"

namespace stagecraft {

/// What the program tells its caller.
enum class ExitCode { done = 0, mistakes_in_input = 1, wrong_command_line = 2, system_failed = 3 };

/// Does what `command` asks for. What was done goes to `out`, mistakes and timings to `err`.
ExitCode run(const Command& command, std::ostream& out, std::ostream& err);

}  // namespace stagecraft
