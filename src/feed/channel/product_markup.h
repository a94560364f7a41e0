#pragma once

#include <cstddef>
#include <string>

#include "feed/item/item.h"
#include "model/catalog_settings.h"

namespace stagecraft::feed {

/// Makes the markup of one product after the other: a Product of schema.org, or a ProductGroup with
/// its variants, as JSON on one line.
class ProductMarkup {
 public:
  explicit ProductMarkup(const CatalogSettings& settings) : settings_(settings) {}

  /// Adds an item of the product. One without a usable price is passed over: there is no offer.
  void add(const Item& item);

  /// How many items were added since take().
  std::size_t items() const { return items_; }

  /// The markup of the product, empty when it has no item; the next add() begins another product.
  /// Valid until then.
  const std::string& take();

 private:
  void begin_group(const Item& item);

  const CatalogSettings& settings_;
  std::string line_;
  std::string variants_;
  std::size_t items_ = 0;
};

}  // namespace stagecraft::feed
