#include "feed/snapshot.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>

#include "base/loose_text.h"
#include "feed/item/csv_cell.h"

namespace stagecraft::feed {
namespace {

constexpr std::string_view header = "id\tprice\tavailability\ttitle\turl";

/// Where an item stands in the file: by the hash of its id.
std::uint64_t key_of(std::string_view id) {
  return XXH3_64bits(id.data(), id.size());
}

void append_field(std::string& line, std::string_view text) {
  for (const char c : text) line += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

/// Where an item stands in its catalog; kept behind its line, and not written.
struct Origin {
  std::uint64_t record = 0;
  std::uint64_t line = 0;
  std::uint32_t column = 0;
};

Origin take_origin(std::string& line) {
  Origin origin;
  std::memcpy(&origin, line.data() + line.size() - sizeof origin, sizeof origin);
  line.resize(line.size() - sizeof origin);
  return origin;
}

/// The words of a title, in a form in which equal words are equal.
std::vector<std::string> words_of(std::string_view title) {
  constexpr std::size_t least_letters = 3;
  std::vector<std::string> words;
  std::string word;
  for (const char c : loose_text(title) + " ") {
    const bool is_part = static_cast<unsigned char>(c) >= 0x80 || ('a' <= c && c <= 'z') ||
                         ('0' <= c && c <= '9');
    if (is_part) {
      word += c;
    } else {
      if (word.size() >= least_letters) words.push_back(word);
      word.clear();
    }
  }
  return words;
}

/// Whether the titles share no word, though both have some.
bool is_another_product(std::string_view before, std::string_view now) {
  const std::vector<std::string> old = words_of(before), words = words_of(now);
  if (old.empty() || words.empty()) return false;
  return std::none_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(old.begin(), old.end(), word) != old.end();
  });
}

/// One line of the file, in its parts.
struct Row {
  std::string line;
  std::array<std::string_view, 5> fields;

  std::uint64_t key() const { return key_of(fields[0]); }

  void split() {
    std::string_view rest = line;
    for (std::string_view& field : fields) {
      const std::size_t tab = rest.find('\t');
      field = rest.substr(0, tab);
      rest = tab == rest.npos ? std::string_view() : rest.substr(tab + 1);
    }
  }
};

/// The earlier snapshot, line by line.
class LastRows {
 public:
  explicit LastRows(const std::string& path) : file_(path, std::ios::binary) {
    std::string line;
    is_there_ = static_cast<bool>(std::getline(file_, line)) && line == header;
    next();
  }

  bool is_there() const { return is_there_; }
  bool has_row() const { return has_row_; }
  const Row& row() const { return row_; }

  void next() {
    has_row_ = is_there_ && static_cast<bool>(std::getline(file_, row_.line));
    if (has_row_) row_.split();
  }

 private:
  std::ifstream file_;
  Row row_;
  bool is_there_ = false;
  bool has_row_ = false;
};

void write_change(OutputFile& file, std::string_view id, std::string_view what,
                  std::string_view before, std::string_view now) {
  std::string& out = file.buffer();
  for (const std::string_view text : {id, what, before, now}) {
    append_csv_cell(out, text);
    out += ',';
  }
  out.back() = '\n';
  file.flush_if_full();
}

void write_address(OutputFile& file, const Row& row) {
  if (row.fields[4].empty()) return;
  file.write(row.fields[4]);
  file.write("\n");
}

}  // namespace

void Snapshot::add(const Item& item) {
  line_.clear();
  append_field(line_, item.id);
  line_ += '\t';
  const bool has_sale = item.sale_price.is_usable();
  const PriceReading& price = has_sale ? item.sale_price : item.price;
  if (price.is_usable()) line_ += price_text(price.money);
  line_ += '\t';
  line_ += availability_word(item.availability);
  line_ += '\t';
  append_field(line_, item.title);
  line_ += '\t';
  append_field(line_, item.url);
  const std::uint64_t key = key_of(std::string_view(line_).substr(0, line_.find('\t')));
  const Origin origin{item.variant->record, item.variant->place.line, item.variant->place.column};
  line_.append(reinterpret_cast<const char*>(&origin), sizeof origin);
  items_.add(key, item.number, line_);
}

SnapshotChanges Snapshot::finish(const std::string& folder, const std::string& last,
                                 const std::function<void(const ReusedId&)>& reuse) {
  items_.finish();
  OutputFile file(folder + "/items.tsv", Compression::none);
  OutputFile list(folder + "/changes.csv", Compression::none);
  OutputFile addresses(folder + "/changed-addresses.txt", Compression::none);
  file.write(header);
  file.write("\n");
  list.write("id,change,before,now\n");
  LastRows old(last);
  SnapshotChanges changes;
  changes.has_last = old.is_there();
  const auto remove_until = [&](std::uint64_t key) {
    for (; old.has_row() && old.row().key() < key; old.next()) {
      ++changes.removed;
      write_change(list, old.row().fields[0], "removed", "", "");
    }
  };
  SortedEntry entry;
  Row row;
  while (items_.next(entry)) {
    row.line = entry.bytes;
    const Origin origin = take_origin(row.line);
    row.split();
    file.write(row.line);
    file.write("\n");
    if (!changes.has_last) {
      write_address(addresses, row);
      continue;
    }
    remove_until(entry.key);
    if (!old.has_row() || old.row().fields[0] != row.fields[0]) {
      ++changes.added;
      write_change(list, row.fields[0], "added", "", "");
      write_address(addresses, row);
      continue;
    }
    if (row.line != old.row().line) write_address(addresses, row);
    const auto compare_field = [&](std::size_t which, std::string_view name, std::uint64_t& count) {
      if (row.fields[which] == old.row().fields[which]) return;
      ++count;
      write_change(list, row.fields[0], name, old.row().fields[which], row.fields[which]);
    };
    compare_field(1, "price", changes.price);
    compare_field(2, "availability", changes.availability);
    compare_field(3, "title", changes.title);
    if (is_another_product(old.row().fields[3], row.fields[3]))
      reuse({std::string(row.fields[0]), std::string(row.fields[3]),
             std::string(old.row().fields[3]), entry.order, origin.record,
             {origin.line, origin.column}});
    old.next();
  }
  remove_until(~std::uint64_t{0});
  file.close();
  list.close();
  addresses.close();
  failure_ = file.failure().empty() ? list.failure() : file.failure();
  return changes;
}

}  // namespace stagecraft::feed
