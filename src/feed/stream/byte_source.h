#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace stagecraft::feed {

/// Bytes that come in pieces, once, from the first to the last.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// Fills `into` with up to `size` bytes and returns how many; fewer than `size` only at the end.
  virtual std::size_t read(char* into, std::size_t size) = 0;

  /// What went wrong, in lower case; empty while nothing did. A source that failed has ended.
  virtual const std::string& failure() const = 0;

  /// How many bytes of the file itself have been used, for showing progress.
  virtual std::uint64_t position() const = 0;
};

/// The file at `path`, decompressed when it is a gzip file, whatever its name. Never null; a file
/// that cannot be opened has a failure.
std::unique_ptr<ByteSource> open_file(const std::string& path);

/// A text in memory.
std::unique_ptr<ByteSource> read_memory(std::string bytes);

}  // namespace stagecraft::feed
