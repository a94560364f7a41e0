#include "feed/channel/shards.h"

#include <filesystem>

#include "support/catch.h"

namespace stagecraft::feed::testing {
namespace {

namespace fs = std::filesystem;

/// A folder for shards, gone with the object.
class ShardFolder {
 public:
  ShardFolder() : path_(fs::temp_directory_path() / "stagecraft-shards-test") {
    fs::remove_all(path_);
    fs::create_directories(path_ / "openai");
  }
  ~ShardFolder() { fs::remove_all(path_); }

  WriterOptions options(Compression compression) const {
    return {path_.string(), compression, settings_};
  }

 private:
  fs::path path_;
  CatalogSettings settings_;
};

std::vector<FeedFile> shards_of(std::size_t items, Compression compression) {
  const ShardFolder folder;
  Shards shards(folder.options(compression), "openai/products", ".jsonl");
  bool begins = false;
  for (std::size_t i = 0; i < items; ++i) {
    shards.next_file(begins);
    shards.count_item();
  }
  shards.close();
  CHECK(shards.failure().empty());
  return shards.files();
}

TEST_CASE("a feed of 500,000 items is one file, and one item more begins another") {
  CHECK(shards_of(500'000, Compression::none).size() == 1);
  const std::vector<FeedFile> files = shards_of(500'001, Compression::none);
  REQUIRE(files.size() == 2);
  CHECK(files[0].items == 500'000);
  CHECK(files[1].items == 1);
}

TEST_CASE("shards have the same names from run to run, whatever the compression") {
  const std::vector<FeedFile> files = shards_of(1'000'001, Compression::gzip);
  REQUIRE(files.size() == 3);
  CHECK(files[0].path == "openai/products.jsonl.gz");
  CHECK(files[1].path == "openai/products-2.jsonl.gz");
  CHECK(files[2].path == "openai/products-3.jsonl.gz");
}

TEST_CASE("only the first item of a file asks for its head") {
  const ShardFolder folder;
  Shards shards(folder.options(Compression::none), "openai/products", ".csv");
  bool begins = false;
  shards.next_file(begins);
  CHECK(begins);
  shards.count_item();
  shards.next_file(begins);
  CHECK_FALSE(begins);
  shards.close();
}

}  // namespace
}  // namespace stagecraft::feed::testing
