#pragma once

#include <memory>

#include "feed/input/product_source.h"

namespace stagecraft::feed {

/// Whether `columns`, translated by the settings, are those of a WooCommerce product export.
bool is_woocommerce(const std::vector<std::string>& columns, const CatalogSettings& settings);

/// The products of a WooCommerce export. Variations find their parent wherever it stands, so all
/// records are sorted first, on disk when there are many.
std::unique_ptr<ProductSource> woocommerce_products(std::unique_ptr<RecordSource> records,
                                                    const CatalogSettings& settings);

}  // namespace stagecraft::feed
