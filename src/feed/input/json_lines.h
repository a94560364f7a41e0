#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "feed/input/product_source.h"
#include "feed/input/record.h"
#include "feed/stream/byte_source.h"
#include "format/node.h"

namespace stagecraft::feed {

/// The objects of a file that has one on each line. Blank lines are passed over; a line that is no
/// object is F02 at the place of its first mistake.
class JsonLines {
 public:
  explicit JsonLines(std::unique_ptr<ByteSource> text) : text_(std::move(text)) {}

  /// Reads the next object; nothing at the end.
  std::optional<Document> next();

  /// The number of the object that was read last, and the line that it is on.
  std::uint64_t number() const { return number_; }
  std::uint64_t line() const { return line_; }

  /// The place of `node` of the object read last.
  CatalogPlace place_of(const Document& document, const Node& node) const;

  std::vector<FileMistake> take_mistakes();
  const std::string& failure() const { return text_->failure(); }

 private:
  bool read_line(std::string& line);

  std::unique_ptr<ByteSource> text_;
  std::string buffer_;
  std::size_t next_ = 0;
  bool at_end_ = false;
  std::uint64_t line_ = 0;
  std::uint64_t number_ = 0;
  mutable std::size_t counted_to_ = 0;  ///< in the line, and the column there: see place_of()
  mutable std::size_t column_ = 1;
  std::vector<FileMistake> mistakes_;
};

/// JSON Lines with our names as records: members are columns, elements of lists are cells of their
/// own, objects within them are one cell with their values in the order of the file.
std::unique_ptr<RecordSource> json_records(std::unique_ptr<ByteSource> text);

/// The products of ACP's products.jsonl.
std::unique_ptr<ProductSource> acp_products(std::unique_ptr<ByteSource> text);

}  // namespace stagecraft::feed
