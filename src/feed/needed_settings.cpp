#include "feed/needed_settings.h"

#include <fmt/format.h>

namespace stagecraft::feed {
namespace {

struct Need {
  bool is_missing;
  std::string_view what;
  std::string_view example;
};

}  // namespace

void report_needed_settings(const OpenCatalog& catalog, const FeedRequest& request,
                            ChannelSet channels, Diagnostics& diagnostics) {
  const CatalogSettings& settings = request.settings;
  const bool is_shop =
      catalog.format == CatalogFormat::shopify || catalog.format == CatalogFormat::woocommerce;
  const auto wants = [&](Channel channel) { return channels[static_cast<std::size_t>(channel)]; };
  const bool wants_urls = wants(Channel::openai) || wants(Channel::openai_google) ||
                          wants(Channel::google) || wants(Channel::schema_org);
  const std::string_view pattern = catalog.format == CatalogFormat::shopify
                                       ? "product_url: https://shop.example/products/{handle}"
                                       : "product_url: https://shop.example/?p={id}";
  const Need needs[] = {
      {is_shop && !settings.currency, "names no currency", "currency: EUR"},
      {is_shop && wants_urls && settings.product_url.empty(), "holds no addresses of product pages",
       pattern},
      {is_shop && wants(Channel::openai) && settings.seller.name.empty(), "does not say who sells",
       "seller: {name: Quillback Outdoor}"},
      {wants(Channel::google) && settings.shop.empty() && is_shop, "does not say where the shop is",
       "shop: https://shop.example/"},
  };
  for (const Need& need : needs)
    if (need.is_missing)
      diagnostics.error_in(request.settings_path.empty() ? request.catalog : request.settings_path,
                           fmt::format("the {} catalog {}, and the settings do not either",
                                       format_name(catalog.format), need.what),
                           {fmt::format("set it in the settings of the catalog: {}",
                                        need.example)});
}

}  // namespace stagecraft::feed
