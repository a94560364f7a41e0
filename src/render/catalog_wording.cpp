#include "render/catalog_wording.h"

#include <algorithm>
#include <array>

#include "render/template/locale_format.h"

namespace stagecraft {
namespace {

std::string money_text(const PageScope& scope, const Exact& amount, const std::string& currency) {
  const int places = language::currency_places(currency).value_or(2);
  TextLocale locale;
  locale.name = scope.project().settings.language;
  return language::number_text(amount, {language::NumberStyle::money, places, places, currency},
                               locale);
}

const std::string& amount_now(const CatalogOffer& offer) {
  return offer.sale_price.empty() ? offer.price : offer.sale_price;
}

/// From what a buyer likes best; the rest is not said.
constexpr std::array best_first{"in_stock",  "limited_stock", "pre_order",
                                "backorder", "out_of_stock",  "discontinued"};

}  // namespace

std::string price_text(const PageScope& scope, const CatalogOffer& offer) {
  const std::optional<Exact> amount = parse_decimal(amount_now(offer));
  return amount ? money_text(scope, *amount, offer.currency) : "";
}

std::string former_price_text(const PageScope& scope, const CatalogOffer& offer) {
  const std::optional<Exact> amount = parse_decimal(offer.price);
  return amount && !offer.sale_price.empty() ? money_text(scope, *amount, offer.currency) : "";
}

std::string price_range_text(const PageScope& scope, const std::vector<CatalogOffer>& offers) {
  std::optional<Exact> least, most;
  std::string currency;
  for (const CatalogOffer& offer : offers) {
    const std::optional<Exact> amount = parse_decimal(amount_now(offer));
    if (!amount) continue;
    if (!currency.empty() && currency != offer.currency) return {};
    currency = offer.currency;
    if (!least || *amount < *least) least = amount;
    if (!most || *amount > *most) most = amount;
  }
  if (!least) return {};
  if (*least == *most) return money_text(scope, *least, currency);
  return scope.sentence("product.price_range", {{"from", money_text(scope, *least, currency)},
                                                {"to", money_text(scope, *most, currency)}});
}

std::string availability_text(const PageScope& scope, const CatalogOffer& offer) {
  return scope.label("availability." + offer.availability);
}

std::string availability_text(const PageScope& scope, const std::vector<CatalogOffer>& offers) {
  for (const char* const word : best_first)
    for (const CatalogOffer& offer : offers)
      if (offer.availability == word) return availability_text(scope, offer);
  return scope.label("availability.unknown");
}

std::string snapshot_text(const PageScope& scope, const Catalog& catalog) {
  const Date& date = catalog.settings.date;
  return date.is_given() ? scope.sentence("product.snapshot", {{"date", scope.date(date)}})
                         : scope.sentence("product.snapshot_undated");
}

const std::string& channel_title(const PageScope& scope, const std::string& channel) {
  return scope.label("channels." + channel);
}

}  // namespace stagecraft
