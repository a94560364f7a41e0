#pragma once

#include <memory>
#include <string>
#include <vector>

#include "feed/channel/feed_writer.h"

namespace stagecraft::feed {

/// One feed as a series of files with stable names: products.jsonl, products-2.jsonl …
class Shards {
 public:
  /// `stem` and `ending` are the parts of the first name: "openai/products" and ".jsonl".
  Shards(const WriterOptions& options, std::string stem, std::string ending);

  /// The file for the next item. `begins` tells whether it is new, so that it needs its head.
  OutputFile& next_file(bool& begins);

  /// The file that is open; null before the first item.
  OutputFile* current() { return file_.get(); }

  /// Whether the next item begins another file, so that the open one needs its foot.
  bool is_full() const;

  void count_item() { ++files_.back().items; }
  void close();

  const std::vector<FeedFile>& files() const { return files_; }
  const std::string& failure() const { return failure_; }

 private:
  static constexpr std::uint64_t most_items = 500'000;
  static constexpr std::uint64_t most_bytes = 500'000'000;

  void open();

  const WriterOptions options_;
  std::string stem_;
  std::string ending_;
  std::unique_ptr<OutputFile> file_;
  std::vector<FeedFile> files_;
  std::string failure_;
};

}  // namespace stagecraft::feed
