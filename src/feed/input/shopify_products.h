#pragma once

#include <memory>

#include "feed/input/product_source.h"

namespace stagecraft::feed {

/// Whether `columns` are those of a Shopify product export, in either generation.
bool is_shopify(const std::vector<std::string>& columns);

/// The products of a Shopify export: consecutive records of one handle are one product, the first
/// gives what its variants share, records without a price add images.
std::unique_ptr<ProductSource> shopify_products(std::unique_ptr<RecordSource> records,
                                                const CatalogSettings& settings);

}  // namespace stagecraft::feed
