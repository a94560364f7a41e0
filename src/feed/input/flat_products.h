#pragma once

#include <memory>

#include "feed/input/product_source.h"

namespace stagecraft::feed {

/// Whether `columns` are those of a feed of Google or OpenAI, or our own names: an id, and a title
/// or a price.
bool is_flat(const std::vector<std::string>& columns, const CatalogSettings& settings);

/// The products of records that each are one item. Records of one group that follow each other are
/// one product.
std::unique_ptr<ProductSource> flat_products(std::unique_ptr<RecordSource> records,
                                             const CatalogSettings& settings);

}  // namespace stagecraft::feed
