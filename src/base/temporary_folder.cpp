#include "base/temporary_folder.h"

#include <stdlib.h>

#include <filesystem>
#include <system_error>

namespace stagecraft {

TemporaryFolder::TemporaryFolder() {
  std::error_code error;
  const std::string replaced(6, 'X');  // mkdtemp puts a name of its own in their place
  std::string pattern =
      (std::filesystem::temp_directory_path(error) / ("stagecraft-" + replaced)).string();
  if (!error && ::mkdtemp(pattern.data())) path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace stagecraft
