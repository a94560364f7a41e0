#include "render/file_queue.h"

#include <utility>

namespace stagecraft {

void FileQueue::push(RenderedFile file) {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] { return files_.size() < capacity_ || closed_; });
  if (closed_) return;
  files_.push_back(std::move(file));
  news_.notify_one();
}

std::optional<RenderedFile> FileQueue::pop() {
  std::unique_lock lock(mutex_);
  news_.wait(lock, [&] { return !files_.empty() || closed_; });
  if (files_.empty()) return std::nullopt;
  RenderedFile file = std::move(files_.front());
  files_.pop_front();
  room_.notify_one();
  return file;
}

void FileQueue::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  room_.notify_all();
  news_.notify_all();
}

}  // namespace stagecraft
