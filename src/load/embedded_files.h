#pragma once

#include "base/file_system.h"

namespace stagecraft {

/// The files of templates/, themes/ and content/ as they were when the program was built.
const MemoryFiles& embedded_files();

}  // namespace stagecraft
