#pragma once

#include <string>
#include <vector>

#include "render/page_scope.h"

namespace stagecraft {

/// What an offer costs now: "£89.00"; empty when it has no price.
std::string price_text(const PageScope& scope, const CatalogOffer& offer);

/// What it cost before, where it is reduced; empty otherwise.
std::string former_price_text(const PageScope& scope, const CatalogOffer& offer);

/// "£89.00", or "£89.00 to £120.00" where offers differ; empty when none has a price, or when they
/// are in several currencies.
std::string price_range_text(const PageScope& scope, const std::vector<CatalogOffer>& offers);

/// The best that any of the offers is: "in stock" where one of them is.
std::string availability_text(const PageScope& scope, const std::vector<CatalogOffer>& offers);

/// "in stock"
std::string availability_text(const PageScope& scope, const CatalogOffer& offer);

/// How old prices and stock are.
std::string snapshot_text(const PageScope& scope, const Catalog& catalog);

/// "Google Merchant Center"; requires a channel.
const std::string& channel_title(const PageScope& scope, const std::string& channel);

}  // namespace stagecraft
