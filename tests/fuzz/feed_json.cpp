// Any bytes as JSON Lines, ours and those of ACP: products within their limits, or located
// mistakes; never a crash.
#include <cstdint>
#include <string>

#include "feed/input/flat_products.h"
#include "feed/input/json_lines.h"
#include "feed/stream/text_source.h"
#include "feed_catalog_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stagecraft;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  CatalogSettings settings;
  settings.currency = find_currency("EUR");
  const auto ours = feed::flat_products(
      feed::json_records(decoded(feed::read_memory(bytes), feed::Encoding::damaged_utf8)),
      settings);
  fuzzing::check_products(*ours, settings);
  const auto acp =
      feed::acp_products(decoded(feed::read_memory(bytes), feed::Encoding::damaged_utf8));
  fuzzing::check_products(*acp, settings);
  return 0;
}
