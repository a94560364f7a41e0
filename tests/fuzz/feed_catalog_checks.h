// What holds for the products of any catalog, however broken its file.
#pragma once

#include <memory>

#include "base/utf8.h"
#include "feed/input/product_source.h"
#include "feed/item/item.h"
#include "format_tree_checks.h"

namespace stagecraft::fuzzing {

inline void check_products(feed::ProductSource& products, const CatalogSettings& settings) {
  feed::ItemReader reader(settings);
  Product product;
  feed::Item item;
  while (products.next(product)) {
    require(product.variant_count > 0 && product.variant_count <= feed::most_variants);
    reader.begin(product);
    for (std::size_t i = 0; i < product.variant_count; ++i) {
      const Variant& variant = product.variants[i];
      require(variant.record > 0);
      reader.read(product, variant, item);
      require(item.price.fault != feed::PriceFault::none || item.price.money.currency);
    }
    for (const feed::FileMistake& mistake : products.take_mistakes())
      require(!mistake.rule.empty());
  }
  products.take_mistakes();
  require(products.failure().empty());
}

}  // namespace stagecraft::fuzzing
