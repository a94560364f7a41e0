#include "feed/key_log.h"

#include <xxhash.h>

#include <cstring>

namespace stagecraft::feed {
namespace {

struct StoredKey {
  std::uint64_t second_half;  ///< of the hash
  std::uint64_t record;
  std::uint64_t kind;
};

bool is(std::uint64_t kind, KeyKind other) { return kind == static_cast<std::uint64_t>(other); }

/// Ids of items and of groups are kept apart from all else, and not from each other.
KeyKind space_of(KeyKind kind) { return kind == KeyKind::group_id ? KeyKind::item_id : kind; }

/// Whether one is the id of an item and the other that of a group.
bool are_item_and_group(std::uint64_t a, std::uint64_t b) {
  return (is(a, KeyKind::item_id) && is(b, KeyKind::group_id)) ||
         (is(a, KeyKind::group_id) && is(b, KeyKind::item_id));
}

template <class Stored>
std::string_view bytes_of(const Stored& stored) {
  return {reinterpret_cast<const char*>(&stored), sizeof stored};
}

}  // namespace

void KeyLog::add(KeyKind kind, std::string_view key, std::uint64_t item, std::uint64_t record) {
  const XXH128_hash_t hash =
      XXH3_128bits_withSeed(key.data(), key.size(), static_cast<XXH64_hash_t>(space_of(kind)));
  const StoredKey stored{hash.high64, record, static_cast<std::uint64_t>(kind)};
  keys_.add(hash.low64, item, bytes_of(stored));
}

void KeyLog::finish() {
  keys_.finish();
  SortedEntry entry;
  // Keys with equal first halves stand together: all of them are compared, however few.
  std::uint64_t half = 0;
  std::vector<StoredKey> same_half;
  while (keys_.next(entry)) {
    StoredKey key;
    std::memcpy(&key, entry.bytes.data(), sizeof key);
    if (same_half.empty() || entry.key != half) same_half.clear();
    half = entry.key;
    bool is_known = false;
    for (const StoredKey& first : same_half) {
      if (first.second_half != key.second_half) continue;
      if (are_item_and_group(first.kind, key.kind))
        add_conflict(entry.order,
                     is(key.kind, KeyKind::group_id) ? KeyKind::group_id : KeyKind::id_of_group,
                     first.record);
      if (first.kind != key.kind) continue;
      is_known = true;
      ++counts_[key.kind];
      const bool is_only_counted = is(key.kind, KeyKind::group) ||
                                   is(key.kind, KeyKind::group_id) ||
                                   is(key.kind, KeyKind::description);
      if (!is_only_counted) add_conflict(entry.order, static_cast<KeyKind>(key.kind), first.record);
    }
    if (!is_known) same_half.push_back(key);
  }
  conflicts_.finish();
}

void KeyLog::add_conflict(std::uint64_t item, KeyKind kind, std::uint64_t first_record) {
  has_conflicts_ = true;
  const StoredKey conflict{0, first_record, static_cast<std::uint64_t>(kind)};
  conflicts_.add(item, conflict.kind, bytes_of(conflict));
}

bool KeyLog::next(KeyConflict& conflict) {
  SortedEntry entry;
  if (!conflicts_.next(entry)) return false;
  StoredKey stored;
  std::memcpy(&stored, entry.bytes.data(), sizeof stored);
  conflict = {entry.key, static_cast<KeyKind>(stored.kind), stored.record};
  return true;
}

}  // namespace stagecraft::feed
