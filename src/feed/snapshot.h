// What a run published, kept beside the feeds, so that the next run can tell what has changed.
#pragma once

#include <cstdint>
#include <functional>
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

/// An item whose id stood for another product in the earlier snapshot.
struct ReusedId {
  std::string id;
  std::string title;
  std::string former_title;
  std::uint64_t item = 0;
  std::uint64_t record = 0;
  CatalogPlace place;
};

/// Collects the items that at least one channel publishes: id, price, availability, title, address.
class Snapshot {
 public:
  explicit Snapshot(std::size_t memory) : items_(memory) {}

  void add(const Item& item);

  /// Writes "items.tsv" into `folder`, in an order that does not depend on the catalog's, what
  /// differs from the file `last` as "changes.csv", and the addresses of what is new or differs as
  /// "changed-addresses.txt". A `last` that cannot be read counts as none.
  /// `reuse` is told ids that stood for something else: no word of the title is the same.
  SnapshotChanges finish(const std::string& folder, const std::string& last,
                         const std::function<void(const ReusedId&)>& reuse);

  const std::string& failure() const { return failure_.empty() ? items_.failure() : failure_; }

 private:
  SpillSort items_;
  std::string line_;
  std::string failure_;
};

}  // namespace stagecraft::feed
