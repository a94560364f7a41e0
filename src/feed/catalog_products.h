#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "feed/channel/product_markup.h"
#include "feed/feed_run.h"
#include "model/catalog.h"

namespace stagecraft::feed {

/// Takes the products of a catalog down for their pages. A product has a page when one of its items
/// is not excluded and has a title.
class CatalogProducts final : public ItemObserver {
 public:
  /// At most `most` products are kept.
  CatalogProducts(const CatalogSettings& settings, std::size_t most)
      : settings_(settings), most_(most), markup_(settings) {}

  void begin_reading() override;
  void take(const Item& item, const ItemVerdict& verdict) override;
  void end_product() override;

  /// How many there would be without the limit.
  std::size_t count() const { return count_; }

  /// The product with the item of this number, by its place in take_products(); nothing when it has
  /// no page.
  std::optional<std::size_t> product_of(std::uint64_t item) const;

  std::vector<CatalogProduct> take_products() { return std::move(products_); }

 private:
  void begin_product(const Item& item);
  void add_facts(const Item& item);
  void add_pictures(const Item& item);
  std::string new_slug(const Item& item);

  const CatalogSettings& settings_;
  std::size_t most_;
  std::size_t count_ = 0;
  ProductMarkup markup_;
  CatalogProduct product_;
  std::vector<CatalogProduct> products_;
  std::set<std::string> slugs_;
  std::vector<std::uint64_t> items_;  // of the product being taken
  std::map<std::uint64_t, std::size_t> product_of_item_;
};

}  // namespace stagecraft::feed
