// Sorting more than fits into memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft::feed {

/// What is sorted: by `key`, then by `order`, and it carries `bytes`.
struct SortedEntry {
  std::uint64_t key = 0;
  std::uint64_t order = 0;
  std::string_view bytes;  ///< lives until the next entry is taken
};

/// Takes entries in any order and gives them back sorted. Holds at most `memory` bytes of them (and
/// as much again while it gives them back); what is more lies in a file of the system's temporary
/// folder that has no name, so that nothing is left behind even when the run is killed.
class SpillSort {
 public:
  explicit SpillSort(std::size_t memory);
  ~SpillSort();
  SpillSort(const SpillSort&) = delete;
  SpillSort& operator=(const SpillSort&) = delete;

  void add(std::uint64_t key, std::uint64_t order, std::string_view bytes);

  /// Ends adding. From here on next() gives the entries.
  void finish();

  /// Sets `entry` to the next one in order; false when there is none.
  bool next(SortedEntry& entry);

  /// How many bytes went to the disk.
  std::uint64_t spilled_bytes() const;

  /// Why the disk could not be used; empty while it could. Entries are missing then.
  const std::string& failure() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stagecraft::feed
