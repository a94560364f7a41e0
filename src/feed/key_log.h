#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "feed/stream/spill_sort.h"

namespace stagecraft::feed {

/// What must not occur twice in a catalog.
enum class KeyKind : std::uint8_t {
  item_id,
  group,  ///< of a product, to see whether its records stand together
  gtin,
  url,
  title,
  group_id,     ///< of variants: must be no item's id
  id_of_group,  ///< of a conflict alone: an item's id that a group has
  description   ///< of a product
};


/// A key that an earlier item has too.
struct KeyConflict {
  std::uint64_t item = 0;  ///< the number of the later item
  KeyKind kind = KeyKind::item_id;
  std::uint64_t first_record = 0;  ///< the record of the first item that has it
};

/// Remembers the keys of a whole catalog and finds those that occur twice. What does not fit into
/// memory spills to disk. Keys are told apart by 128 bits of their hash.
class KeyLog {
 public:
  explicit KeyLog(std::size_t memory) : keys_(memory), conflicts_(memory / 4) {}

  void add(KeyKind kind, std::string_view key, std::uint64_t item, std::uint64_t record);

  /// Ends adding. From here on next() gives the conflicts in the order of their items.
  void finish();

  /// How many there are of a kind. Groups and descriptions that occur twice are counted only:
  /// next() leaves them out. A group_id conflicts with the id of an item, never with another.
  std::uint64_t conflict_count(KeyKind kind) const {
    return counts_[static_cast<std::size_t>(kind)];
  }

  /// Whether next() has any.
  bool has_conflicts() const { return has_conflicts_; }

  bool next(KeyConflict& conflict);

  std::uint64_t spilled_bytes() const { return keys_.spilled_bytes() + conflicts_.spilled_bytes(); }
  const std::string& failure() const {
    return keys_.failure().empty() ? conflicts_.failure() : keys_.failure();
  }

 private:
  void add_conflict(std::uint64_t item, KeyKind kind, std::uint64_t first_record);

  SpillSort keys_;
  SpillSort conflicts_;
  std::array<std::uint64_t, 8> counts_{};
  bool has_conflicts_ = false;
};

}  // namespace stagecraft::feed
