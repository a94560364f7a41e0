#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/file_descriptor.h"

namespace stagecraft::feed {

enum class Compression { none, gzip };

/// A file that grows from its start to its end. Gzip files carry neither name nor time, so the same
/// content gives the same bytes.
class OutputFile {
 public:
  /// Creates or empties `path`.
  OutputFile(const std::string& path, Compression compression);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// What is added to it is written; empty it never.
  std::string& buffer() { return buffer_; }

  void write(std::string_view bytes) {
    buffer_ += bytes;
    flush_if_full();
  }

  /// Call it after adding to buffer(), at least once for every few kilobytes.
  void flush_if_full() {
    if (buffer_.size() >= buffer_limit) flush();
  }

  /// Writes the rest and closes the file.
  void close();

  /// Bytes before compression.
  std::uint64_t content_bytes() const { return content_bytes_ + buffer_.size(); }

  /// Why the file is not whole, in lower case; empty while nothing went wrong.
  const std::string& failure() const { return failure_; }

 private:
  static constexpr std::size_t buffer_limit = 256 * 1024;

  void flush();
  void deflate_buffer(bool is_last);
  void write_out(std::string_view bytes);

  struct Deflater;
  FileDescriptor file_;
  std::unique_ptr<Deflater> deflater_;
  std::string buffer_;
  std::uint64_t content_bytes_ = 0;
  std::string failure_;
};

}  // namespace stagecraft::feed
