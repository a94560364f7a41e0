// What a run published, kept beside the feeds, so that the next run can tell what has changed.
#pragma once

#include <cstdint>
#include <string>

#include "feed/item/item.h"
#include "feed/stream/output_file.h"
#include "feed/stream/spill_sort.h"

namespace stagecraft::feed {

/// How two snapshots differ, in items.
struct SnapshotChanges {
  bool has_last = false;  ///< there was an earlier snapshot
  std::uint64_t added = 0;
  std::uint64_t removed = 0;
  std::uint64_t price = 0;
  std::uint64_t availability = 0;
  std::uint64_t title = 0;
};

/// Collects the items that at least one channel publishes: id, price, availability, title, address.
class Snapshot {
 public:
  explicit Snapshot(std::size_t memory) : items_(memory) {}

  void add(const Item& item);

  /// Writes "items.tsv" into `folder`, in an order that does not depend on the catalog's, what
  /// differs from the file `last` as "changes.csv", and the addresses of what is new or differs as
  /// "changed-addresses.txt". A `last` that cannot be read counts as none.
  SnapshotChanges finish(const std::string& folder, const std::string& last);

  const std::string& failure() const { return failure_.empty() ? items_.failure() : failure_; }

 private:
  SpillSort items_;
  std::string line_;
  std::string failure_;
};

}  // namespace stagecraft::feed
