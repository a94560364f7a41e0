#include "feed/channel/shards.h"

#include <fmt/format.h>

namespace stagecraft::feed {

Shards::Shards(const WriterOptions& options, std::string stem, std::string ending)
    : options_(options), stem_(std::move(stem)), ending_(std::move(ending)) {
  if (options_.compression == Compression::gzip) ending_ += ".gz";
}

bool Shards::is_full() const {
  return file_ && (files_.back().items >= most_items || file_->content_bytes() >= most_bytes);
}

OutputFile& Shards::next_file(bool& begins) {
  if (is_full()) close();
  begins = !file_;
  if (!file_) open();
  return *file_;
}

void Shards::open() {
  const std::size_t number = files_.size() + 1;
  const std::string name =
      number == 1 ? stem_ + ending_ : fmt::format("{}-{}{}", stem_, number, ending_);
  files_.push_back({name, 0, 0});
  file_ = std::make_unique<OutputFile>(options_.folder + "/" + name, options_.compression);
}

void Shards::close() {
  if (!file_) return;
  file_->close();
  files_.back().bytes = file_->content_bytes();
  if (failure_.empty() && !file_->failure().empty())
    failure_ = files_.back().path + ": " + file_->failure();
  file_.reset();
}

}  // namespace stagecraft::feed
