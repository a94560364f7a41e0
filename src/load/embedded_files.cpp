#include "load/embedded_files.h"

#include <cstdint>
#include <string>

// Written by scripts/embed.cmake.
struct StagecraftEmbeddedFile {
  const char* path;
  const char* bytes;
  std::uint64_t size;
};
extern "C" const StagecraftEmbeddedFile stagecraft_embedded_files[];
extern "C" const std::uint64_t stagecraft_embedded_count;

namespace stagecraft {

const MemoryFiles& embedded_files() {
  static const MemoryFiles files = [] {
    MemoryFiles result;
    for (std::uint64_t i = 0; i < stagecraft_embedded_count; ++i) {
      const StagecraftEmbeddedFile& file = stagecraft_embedded_files[i];
      result.add(file.path, std::string(file.bytes, file.size));
    }
    return result;
  }();
  return files;
}

}  // namespace stagecraft
