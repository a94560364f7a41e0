#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

#include "render/rendered_file.h"

namespace stagecraft {

/// The short belt between the threads that render and the one that writes. At most `capacity` files
/// wait on it, which is what bounds the memory of a build.
class FileQueue {
 public:
  explicit FileQueue(std::size_t capacity) : capacity_(capacity) {}

  /// Waits for room. Files that are pushed after close() are dropped.
  void push(RenderedFile file);

  /// Waits for a file; nothing when the queue is closed and empty.
  std::optional<RenderedFile> pop();

  /// No file will follow.
  void close();

 private:
  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable room_, news_;
  std::deque<RenderedFile> files_;
  bool closed_ = false;
};

}  // namespace stagecraft
