#pragma once

#include <memory>
#include <string>
#include <vector>

#include "feed/input/record.h"
#include "model/catalog_settings.h"
#include "model/product.h"

namespace stagecraft::feed {

/// The most variants that one product may have; what is more is no item (F09).
constexpr std::size_t most_variants = 2048;

/// The products of a catalog, once, from first to last: what one reader makes of the records.
class ProductSource {
 public:
  virtual ~ProductSource() = default;

  /// Reads the next product into `product`, which has at least one variant then; false at the end.
  virtual bool next(Product& product) = 0;

  /// The mistakes of the file found since the last call.
  virtual std::vector<FileMistake> take_mistakes() = 0;

  /// Why reading ended early; empty when it did not.
  virtual const std::string& failure() const = 0;
};

}  // namespace stagecraft::feed
