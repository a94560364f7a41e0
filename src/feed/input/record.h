// What every input format is taken apart into: records of named cells, each at its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/product.h"

namespace stagecraft::feed {

/// One value of a record. XML and JSON may give a column several cells in one record.
struct Cell {
  std::size_t column = 0;  ///< in RecordSource::columns()
  std::string_view text;   ///< lives until the next record is read
  CatalogPlace place;
};

struct Record {
  std::uint64_t number = 0;  ///< from 1; a header does not count
  CatalogPlace place;
  std::vector<Cell> cells;  ///< in the order of the file; empty texts are among them
};

/// What is wrong with the file itself rather than with a product. `rule` is an id of
/// content/docs/audit.md: "F02".
struct FileMistake {
  std::string_view rule;
  std::uint64_t record = 0;  ///< 0: the header or the whole file
  CatalogPlace place;
  std::string value;  ///< the offending characters; may be empty
  std::string detail;
  bool drops_record = false;  ///< the record could not be read and is no item
};

/// The records of a catalog, once, from first to last.
class RecordSource {
 public:
  virtual ~RecordSource() = default;

  /// Reads the next record; false at the end.
  virtual bool next(Record& record) = 0;

  /// The names so far. JSON and XML may add some with every record, CSV has all from the start.
  virtual const std::vector<std::string>& columns() const = 0;

  /// The mistakes found since the last call.
  std::vector<FileMistake> take_mistakes() {
    std::vector<FileMistake> result;
    result.swap(mistakes_);
    return result;
  }
  bool has_mistakes() const { return !mistakes_.empty(); }

  /// Why reading ended before the end of the file; empty when it did not.
  virtual const std::string& failure() const = 0;

 protected:
  std::vector<FileMistake> mistakes_;
};

}  // namespace stagecraft::feed
