#include "feed/input/grouped_records.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "base/loose_text.h"

namespace stagecraft::feed {
namespace {

struct StoredCell {
  std::uint64_t column;
  std::uint64_t line;
  std::uint32_t place;
  std::uint32_t length;
};

struct StoredRecord {
  std::uint64_t number;
  std::uint64_t line;
  std::uint32_t column;
  std::uint32_t cells;
};

template <class Stored>
void append(std::string& out, const Stored& stored) {
  out.append(reinterpret_cast<const char*>(&stored), sizeof stored);
}

template <class Stored>
Stored take(std::string_view& bytes) {
  Stored stored;
  std::memcpy(&stored, bytes.data(), sizeof stored);
  bytes.remove_prefix(sizeof stored);
  return stored;
}

void write_record(const Record& record, std::string& out) {
  out.clear();
  append(out, StoredRecord{record.number, record.place.line, record.place.column,
                           static_cast<std::uint32_t>(record.cells.size())});
  for (const Cell& cell : record.cells) {
    append(out, StoredCell{cell.column, cell.place.line, cell.place.column,
                           static_cast<std::uint32_t>(cell.text.size())});
    out += cell.text;
  }
}

void read_record(std::string_view bytes, Record& record) {
  const auto stored = take<StoredRecord>(bytes);
  record.number = stored.number;
  record.place = {stored.line, stored.column};
  record.cells.clear();
  for (std::uint32_t i = 0; i < stored.cells; ++i) {
    const auto cell = take<StoredCell>(bytes);
    record.cells.push_back({cell.column, bytes.substr(0, cell.length), {cell.line, cell.place}});
    bytes.remove_prefix(cell.length);
  }
}

std::uint64_t number_of(std::string_view stored) {
  return take<StoredRecord>(stored).number;
}

}  // namespace

GroupedRecords::GroupedRecords(RecordSource& records,
                               const std::function<GroupPlace(const Record&)>& place,
                               std::size_t memory)
    : in_order_(memory) {
  SpillSort by_key(memory);
  Record record;
  while (records.next(record)) {
    const GroupPlace group = place(record);
    write_record(record, bytes_);
    if (group.key.empty()) {
      in_order_.add(record.number, record.number, bytes_);
      continue;
    }
    const std::uint64_t order = group.comes_first ? 0 : record.number;
    for (const std::string* key : {&group.key, &group.second_key})
      if (!key->empty()) by_key.add(XXH3_64bits(key->data(), key->size()), order, bytes_);
  }
  by_key.finish();
  order_groups(by_key);
  in_order_.finish();
  failure_ = by_key.failure().empty() ? in_order_.failure() : by_key.failure();
}

/// Gives the records of each group the number of its first record in the file. Within a group the
/// parent comes first and the others follow in the order of the file, so the second one tells.
void GroupedRecords::order_groups(SpillSort& by_key) {
  SortedEntry entry;
  std::uint64_t key = 0, first = 0;
  std::string parent;
  bool has_group = false;
  while (by_key.next(entry)) {
    const std::uint64_t number = number_of(entry.bytes);
    const bool begins = !has_group || entry.key != key;
    if (begins && !parent.empty()) in_order_.add(number_of(parent), 0, parent);
    if (begins) parent.clear();
    if (entry.order == 0 && begins) {
      parent = entry.bytes;  // waits for the first of its group
      key = entry.key;
      has_group = true;
      first = 0;
      continue;
    }
    if (begins || first == 0) {
      first = parent.empty() ? number : std::min(number, number_of(parent));
      if (!parent.empty()) in_order_.add(first, 0, parent);
      parent.clear();
    }
    key = entry.key;
    has_group = true;
    in_order_.add(first, entry.order == 0 ? number : entry.order, entry.bytes);
  }
  if (!parent.empty()) in_order_.add(number_of(parent), 0, parent);
}

bool GroupedRecords::next(Record& record, std::uint64_t& group) {
  SortedEntry entry;
  if (!in_order_.next(entry)) return false;
  bytes_ = entry.bytes;  // the record's texts live as long as it
  read_record(bytes_, record);
  group = entry.key;
  return true;
}

namespace {

class SortedRecords final : public RecordSource {
 public:
  SortedRecords(std::unique_ptr<RecordSource> records,
                const std::function<bool(const std::string&)>& is_group, std::size_t memory)
      : records_(std::move(records)),
        grouped_(
            *records_,
            [&](const Record& record) {
              for (const Cell& cell : record.cells)
                if (is_group(records_->columns()[cell.column]))
                  return GroupPlace{std::string(without_outer_blanks(cell.text)), false, ""};
              return GroupPlace{};
            },
            memory) {
    mistakes_ = records_->take_mistakes();
  }

  bool next(Record& record) override {
    std::uint64_t group = 0;
    return grouped_.next(record, group);
  }
  const std::vector<std::string>& columns() const override { return records_->columns(); }
  const std::string& failure() const override {
    return records_->failure().empty() ? grouped_.failure() : records_->failure();
  }

 private:
  std::unique_ptr<RecordSource> records_;
  GroupedRecords grouped_;
};

}  // namespace

std::unique_ptr<RecordSource> sorted_records(
    std::unique_ptr<RecordSource> records,
    const std::function<bool(const std::string& column)>& is_group, std::size_t memory) {
  return std::make_unique<SortedRecords>(std::move(records), is_group, memory);
}

}  // namespace stagecraft::feed
