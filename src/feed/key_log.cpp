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

template <class Stored>
std::string_view bytes_of(const Stored& stored) {
  return {reinterpret_cast<const char*>(&stored), sizeof stored};
}

}  // namespace

void KeyLog::add(KeyKind kind, std::string_view key, std::uint64_t item, std::uint64_t record) {
  const XXH128_hash_t hash =
      XXH3_128bits_withSeed(key.data(), key.size(), static_cast<XXH64_hash_t>(kind));
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
      if (first.second_half != key.second_half || first.kind != key.kind) continue;
      is_known = true;
      ++counts_[key.kind];
      if (key.kind == static_cast<std::uint64_t>(KeyKind::group)) break;
      has_conflicts_ = true;
      const StoredKey conflict{0, first.record, key.kind};
      conflicts_.add(entry.order, key.kind, bytes_of(conflict));
      break;
    }
    if (!is_known) same_half.push_back(key);
  }
  conflicts_.finish();
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
