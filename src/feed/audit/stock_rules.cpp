#include "feed/audit/rule_families.h"

namespace stagecraft::feed {
namespace {

void check_availability(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.availability == Availability::missing)
    reporter.add("none, and no 'untracked_stock' in the settings");
  if (item.availability == Availability::unrecognised)
    reporter.add(item.has(Attribute::availability) ? Attribute::availability : Attribute::quantity);
}

void check_unknown(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.availability == Availability::unknown) reporter.add();
}

void check_availability_date(const Item& item, const AuditContext& context, Reporter& reporter) {
  if (item.availability != Availability::pre_order) return;
  const std::string& text = item.get(Attribute::availability_date).text;
  if (text.empty()) return reporter.add("none");
  const std::optional<Date> date = parse_date(text.substr(0, 10));
  if (!date) return reporter.add("no date");
  if (context.settings.date.is_given() && *date < context.settings.date)
    reporter.add("before the date of the snapshot");
}

void check_backorder_date(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.availability != Availability::backorder) return;
  if (!item.has(Attribute::availability_date)) reporter.add("none");
}

void check_quantity(const Item& item, const AuditContext&, Reporter& reporter) {
  const auto quantity = parse_amount(item.get(Attribute::quantity).text);
  if (!quantity) return;
  if (quantity->digits < 0) return reporter.add("negative");
  if (quantity->digits == 0 && item.availability == Availability::in_stock &&
      item.has(Attribute::availability))
    reporter.add("none left, and yet in stock");
}

void check_untracked(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.is_untracked) reporter.add();
}

constexpr AuditRule rules[] = {
    {"A01",
     "no availability that the channels know",
     "write in_stock, out_of_stock, preorder or backorder, or set 'untracked_stock'",
     Attribute::availability,
     {error, error, error, warn, warn, no},
     shared_source,
     check_availability},
    {"A02",
     "an availability of 'unknown', which the channel refuses",
     "say whether it can be bought",
     Attribute::availability,
     {no, error, error, no, no, no},
     openai_google_source,
     check_unknown},
    {"A03",
     "a pre-order without a date to come",
     "say when it will be there",
     Attribute::availability_date,
     {no, error, warn, no, no, no},
     openai_google_source,
     check_availability_date},
    {"A03b",
     "a back-order without a date",
     "say when it will be there",
     Attribute::availability_date,
     {no, error, advice, no, no, no},
     openai_google_source,
     check_backorder_date},
    {"A04",
     "a stock that cannot be",
     "count again; below 0 nothing can be sold",
     Attribute::quantity,
     {warn, warn, warn, warn, warn, no},
     craft_source,
     check_quantity},
    {"A05",
     "stock that nobody counts",
     "count it, or say with 'untracked_stock' what it means",
     Attribute::stock_tracked,
     {warn, warn, warn, no, no, no},
     openai_source,
     check_untracked},
};

}  // namespace

std::span<const AuditRule> stock_rules() {
  return rules;
}

}  // namespace stagecraft::feed
