#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace stagecraft {

/// A folder of its own for one test, gone with the object.
class TestFolder {
 public:
  TestFolder() {
    std::string name = std::filesystem::canonical(std::filesystem::temp_directory_path()) /
                       ("stagecraft-test-" + std::string(6, 'X'));
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~TestFolder() {
    std::error_code ignored;
    for (auto i = std::filesystem::recursive_directory_iterator(path_, ignored);
         i != std::filesystem::recursive_directory_iterator(); i.increment(ignored))
      if (i->is_directory(ignored) && !i->is_symlink(ignored))
        std::filesystem::permissions(i->path(), std::filesystem::perms::owner_all, ignored);
    std::filesystem::remove_all(path_, ignored);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

  /// Writes a file, with the folders that it needs.
  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }

  /// What a file holds; "(none)" when there is no such file.
  std::string read(const std::string& name) const {
    std::ifstream file(path_ / name, std::ios::binary);
    if (!file || std::filesystem::is_directory(path_ / name)) return "(none)";
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }

 private:
  std::filesystem::path path_;
};

}  // namespace stagecraft
