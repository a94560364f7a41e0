#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "feed/input/record.h"
#include "feed/stream/spill_sort.h"

namespace stagecraft::feed {

/// What a record belongs to.
struct GroupPlace {
  std::string key;           ///< shared by the records of a group; empty: a group of its own
  bool comes_first = false;  ///< a parent, which its group is read with
  std::string second_key;    ///< another key that a parent may be named by; empty: none
};

/// The records of a catalog with those of each group together, wherever they stand in the file:
/// groups in the order of their first records, in each a parent first and the others in the order
/// of the file. What does not fit into memory is sorted on disk.
class GroupedRecords {
 public:
  /// Reads all of `records`.
  GroupedRecords(RecordSource& records, const std::function<GroupPlace(const Record&)>& place,
                 std::size_t memory);

  /// Reads the next record; false at the end. `group` numbers the groups in their order. A parent
  /// that is known by two keys may come a second time as a group without others.
  bool next(Record& record, std::uint64_t& group);

  /// Why records are missing; empty when none are.
  const std::string& failure() const { return failure_; }

 private:
  void order_groups(SpillSort& by_key);

  SpillSort in_order_;
  std::string bytes_;
  std::string failure_;
};

/// `records` with those together that have the same text in the column of `is_group`. A record
/// whose text there is empty stands alone.
std::unique_ptr<RecordSource> sorted_records(
    std::unique_ptr<RecordSource> records,
    const std::function<bool(const std::string& column)>& is_group, std::size_t memory);

}  // namespace stagecraft::feed
