// Any bytes as a catalog in XML: products within their limits, or located mistakes; never a crash.
#include <cstdint>
#include <string>

#include "feed/input/flat_products.h"
#include "feed/input/xml_records.h"
#include "feed/stream/text_source.h"
#include "feed_catalog_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stagecraft;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  CatalogSettings settings;
  settings.currency = find_currency("EUR");
  const auto products = feed::flat_products(
      feed::xml_records(decoded(feed::read_memory(bytes), feed::Encoding::damaged_utf8)), settings);
  fuzzing::check_products(*products, settings);
  return 0;
}
