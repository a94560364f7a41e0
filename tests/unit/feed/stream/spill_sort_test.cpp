#include "feed/stream/spill_sort.h"

#include <random>
#include <tuple>

#include "support/catch.h"

namespace stagecraft::feed::testing {
namespace {

using Entry = std::tuple<std::uint64_t, std::uint64_t, std::string>;

std::vector<Entry> sorted_by(SpillSort& sort, const std::vector<Entry>& entries) {
  for (const auto& [key, order, bytes] : entries) sort.add(key, order, bytes);
  sort.finish();
  std::vector<Entry> result;
  SortedEntry entry;
  while (sort.next(entry)) result.emplace_back(entry.key, entry.order, entry.bytes);
  return result;
}

std::vector<Entry> random_entries(std::size_t count) {
  std::mt19937_64 random(7);
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < count; ++i)
    entries.emplace_back(random() % 50, i,
                         std::string(random() % 200, static_cast<char>('a' + i % 26)));
  return entries;
}

TEST_CASE("entries come back by key and then by order, with or without the disk") {
  std::vector<Entry> entries = random_entries(3000);
  std::vector<Entry> expected = entries;
  std::sort(expected.begin(), expected.end());

  SpillSort in_memory(100 << 20);
  CHECK(sorted_by(in_memory, entries) == expected);
  CHECK(in_memory.spilled_bytes() == 0);

  SpillSort on_disk(8 << 10);
  CHECK(sorted_by(on_disk, entries) == expected);
  CHECK(on_disk.spilled_bytes() > 100'000);
  CHECK(on_disk.failure().empty());
}

TEST_CASE("nothing sorted is nothing") {
  SpillSort sort(1 << 20);
  CHECK(sorted_by(sort, {}).empty());
}

TEST_CASE("an entry that is larger than the memory is an entry") {
  SpillSort sort(1 << 10);
  const std::vector<Entry> entries{{2, 1, std::string(5000, 'b')}, {1, 2, std::string(9000, 'a')}};
  const std::vector<Entry> result = sorted_by(sort, entries);
  REQUIRE(result.size() == 2);
  CHECK(std::get<2>(result[0]).size() == 9000);
}

}  // namespace
}  // namespace stagecraft::feed::testing
