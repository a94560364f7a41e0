#include <fmt/format.h>

#include "feed/audit/rule_families.h"

namespace stagecraft::feed {
namespace {

bool is_one_of(PriceFault fault, std::initializer_list<PriceFault> faults) {
  for (const PriceFault one : faults)
    if (fault == one) return true;
  return false;
}

/// Reports each price of `item` whose fault is among `faults`.
void report_faults(const Item& item, Reporter& reporter, std::initializer_list<PriceFault> faults) {
  if (is_one_of(item.price.fault, faults)) reporter.add(Attribute::price);
  if (item.has(Attribute::sale_price) && is_one_of(item.sale_price.fault, faults))
    reporter.add(Attribute::sale_price);
}

void check_price(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.price.fault == PriceFault::missing) reporter.add("none");
  if (item.price.fault == PriceFault::no_currency)
    reporter.add("no currency, and none in the settings: currency: EUR");
  report_faults(item, reporter, {PriceFault::malformed});
}

void check_currency(const Item& item, const AuditContext&, Reporter& reporter) {
  report_faults(item, reporter, {PriceFault::unknown_currency, PriceFault::lower_case_currency});
}

void check_places(const Item& item, const AuditContext&, Reporter& reporter) {
  for (const Attribute attribute : {Attribute::price, Attribute::sale_price}) {
    const PriceReading& reading = attribute == Attribute::price ? item.price : item.sale_price;
    if (reading.is_usable() && !minor_units(reading.money.amount, *reading.money.currency))
      reporter.add(attribute, fmt::format("{} has {} places", reading.money.currency->code,
                                          reading.money.currency->places));
  }
}

void check_positive(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.price.is_usable() && item.price.money.amount.digits <= 0 &&
      !item.has(Attribute::subscription_cost))
    reporter.add();
}

void check_separators(const Item& item, const AuditContext&, Reporter& reporter) {
  report_faults(item, reporter,
                {PriceFault::thousands_separator, PriceFault::symbol, PriceFault::decimal_comma});
}

void check_sale(const Item& item, const AuditContext&, Reporter& reporter) {
  if (!item.price.is_usable() || !item.sale_price.is_usable()) return;
  if (item.price.money.currency != item.sale_price.money.currency)
    return reporter.add("another currency than the price");
  const Decimal& sale = item.sale_price.money.amount;
  if (sale.digits <= 0) return reporter.add("not above 0");
  if (compare(sale, item.price.money.amount) >= 0) reporter.add("not below the price");
}

void check_compare_at(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.changed(Change::useless_sale_dropped)) reporter.add();
}

void check_sale_dates(const Item& item, const AuditContext&, Reporter& reporter) {
  const std::string& starts = item.get(Attribute::sale_starts).text;
  const std::string& ends = item.get(Attribute::sale_ends).text;
  if (starts.empty() && ends.empty()) return;
  if (item.sale_price.fault == PriceFault::missing)
    return reporter.add(starts.empty() ? Attribute::sale_ends : Attribute::sale_starts,
                        "without a sale price");
  if (!starts.empty() && !ends.empty() && starts >= ends)
    reporter.add(Attribute::sale_ends, "not after the start");
}

constexpr AuditRule rules[] = {
    {"P01",
     "no price that can be read",
     "write the price as 79.99, with the currency behind it or in the settings",
     Attribute::price,
     {error, error, error, error, error, warn},
     shared_source,
     check_price},
    {"P02",
     "a currency that is no code of ISO 4217 in capitals",
     "write EUR, USD, JPY …",
     Attribute::price,
     {error, error, error, error, error, error},
     shared_source,
     check_currency},
    {"P03",
     "more decimal places than the currency has",
     "round the price in the shop",
     Attribute::price,
     {error, error, error, error, warn, no},
     shared_source,
     check_places},
    {"P04",
     "a price that is not above 0",
     "set the price, or leave the item out",
     Attribute::price,
     {error, error, error, no, error, warn},
     shared_source,
     check_positive},
    {"P05",
     "a price with a thousands separator, a symbol or a decimal comma",
     "write 1234.50; for catalogs with a comma set 'decimal_mark: comma'",
     Attribute::price,
     {error, error, error, error, error, error},
     openai_source,
     check_separators},
    {"P06",
     "a sale price that is no reduction",
     "set it below the price, or remove it",
     Attribute::sale_price,
     {warn, error, warn, warn, warn, no},
     openai_google_source,
     check_sale},
    {"P07",
     "a compare-at price that is not above the price",
     "remove it, or set the price from before the sale",
     Attribute::compare_at_price,
     {warn, warn, warn, warn, warn, no},
     craft_source,
     check_compare_at},
    {"P08",
     "dates of a sale that do not fit",
     "give a sale price, and an end after the start",
     Attribute::sale_starts,
     {no, error, warn, no, warn, no},
     openai_google_source,
     check_sale_dates},
    {"P09",
     "another currency than the items before",
     "make a feed for each currency",
     Attribute::price,
     {warn, warn, warn, warn, no, no},
     openai_source},
    {"P10",
     "prices of feed, markup and page differ",
     "publish all three from one source",
     Attribute::price,
     {no, no, warn, no, warn, no},
     google_source,
     nullptr,
     "pages are not fetched; feeds and markup are written from one source here"},
};

}  // namespace

std::span<const AuditRule> price_rules() {
  return rules;
}

}  // namespace stagecraft::feed
