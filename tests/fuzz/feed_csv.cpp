// Any bytes as a catalog in CSV, read as each of the formats: products within their limits, or
// located mistakes; never a crash.
#include <cstdint>
#include <string>

#include "feed/input/csv_records.h"
#include "feed/input/flat_products.h"
#include "feed/input/shopify_products.h"
#include "feed/input/woocommerce_products.h"
#include "feed/stream/text_source.h"
#include "feed_catalog_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stagecraft;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  CatalogSettings settings;
  settings.currency = find_currency("EUR");
  for (int reader = 0; reader < 3; ++reader) {
    auto text = decoded(feed::read_memory(bytes), feed::Encoding::damaged_utf8);
    auto records = std::make_unique<feed::CsvRecords>(std::move(text), 0);
    const auto products = reader == 0   ? feed::shopify_products(std::move(records), settings)
                          : reader == 1 ? feed::woocommerce_products(std::move(records), settings)
                                        : feed::flat_products(std::move(records), settings);
    fuzzing::check_products(*products, settings);
  }
  return 0;
}
