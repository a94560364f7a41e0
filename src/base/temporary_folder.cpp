#include "base/temporary_folder.h"

#include <stdlib.h>

#include <filesystem>
#include <system_error>

namespace stagecraft {

TemporaryFolder::TemporaryFolder() {
  std::error_code error;
  std::string pattern =  // mkdtemp puts a name of its own in the place of the last six
      (std::filesystem::temp_directory_path(error) / "stagecraft-XXXXXX").string();
  if (!error && ::mkdtemp(pattern.data())) path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace stagecraft
