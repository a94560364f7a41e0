#include <algorithm>
#include <array>

#include "base/loose_text.h"
#include "feed/audit/rule_families.h"
#include "feed/item/text_checks.h"

namespace stagecraft::feed {
namespace {

template <std::size_t n>
bool is_among(std::string_view text, const std::array<std::string_view, n>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return equals_without_case(text, word); });
}

void check_condition(const Item& item, const AuditContext&, Reporter& reporter) {
  static constexpr std::array<std::string_view, 3> words{"new", "refurbished", "used"};
  const std::string& text = item.get(Attribute::condition).text;
  if (!text.empty() && !is_among(text, words)) reporter.add();
}

template <std::size_t n>
void check_word(const Item& item, Attribute attribute, const std::array<std::string_view, n>& words,
                Reporter& reporter) {
  const std::string& text = item.get(attribute).text;
  if (!text.empty() && !is_among(text, words)) reporter.add(attribute);
}

void check_words(const Item& item, const AuditContext&, Reporter& reporter) {
  check_word<5>(item, Attribute::age_group, {"newborn", "infant", "toddler", "kids", "adult"},
                reporter);
  check_word<3>(item, Attribute::gender, {"male", "female", "unisex"}, reporter);
  check_word<11>(item, Attribute::size_system,
                 {"US", "UK", "EU", "DE", "FR", "JP", "CN", "IT", "BR", "MEX", "AU"}, reporter);
  check_word<6>(item, Attribute::size_type,
                {"regular", "petite", "maternity", "big", "tall", "plus"}, reporter);
}

/// Whether `category` is one of Google's for clothes or shoes (166, 1604, 187 and what is below).
bool is_apparel(std::string_view category) {
  return category == "166" || category == "1604" || category == "187" ||
         category.starts_with("Apparel & Accessories");
}

void check_apparel(const Item& item, const AuditContext&, Reporter& reporter) {
  if (!is_apparel(item.category)) return;
  for (const Attribute attribute :
       {Attribute::color, Attribute::size, Attribute::gender, Attribute::age_group})
    if (!item.has(attribute)) reporter.add(attribute);
}

void check_color(const Item& item, const AuditContext&, Reporter& reporter) {
  std::string_view text = item.get(Attribute::color).text;
  if (text.empty()) return;
  while (true) {
    const std::size_t slash = text.find('/');
    const std::string_view color = without_outer_blanks(text.substr(0, slash));
    static constexpr std::array<std::string_view, 6> none{
        "multicolor", "multicolour", "multi", "various", "assorted", "see picture"};
    if (color.size() <= 1 || color.starts_with('#') || is_all_digits(color) ||
        length_of(color) > 40 || is_among(color, none))
      return reporter.add();
    if (slash == text.npos) return;
    text.remove_prefix(slash + 1);
  }
}

void check_category(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.category.empty()) return;
  const bool is_number = is_all_digits(item.category) && item.category.size() <= 6;
  const bool is_path =
      !is_all_digits(item.category) && item.category.find_first_of(",;|") == item.category.npos;
  // Categories of the taxonomy have commas in some names, with a blank behind them.
  const bool has_name_comma = item.category.find(", ") != item.category.npos;
  if (!is_number && !is_path && !has_name_comma) reporter.add(Attribute::category);
}

void check_product_type(const Item& item, const AuditContext&, Reporter& reporter) {
  const std::string& text = item.get(Attribute::product_type).text;
  if (text.size() > 750) return reporter.add("more than 750 characters");
  if (text.find(" / ") != text.npos || text.find("->") != text.npos)
    reporter.add("separated by something else than '>'");
}

bool is_positive(std::string_view text) {
  const auto number = parse_amount(text);
  return number && number->digits > 0;
}

void check_sizes(const Item& item, const AuditContext& context, Reporter& reporter) {
  int given = 0;
  for (const Attribute side : {Attribute::length, Attribute::width, Attribute::height}) {
    if (!item.has(side)) continue;
    ++given;
    if (!is_positive(item.get(side).text)) reporter.add(side, "not above 0");
  }
  const bool has_unit =
      item.has(Attribute::dimension_unit) || !context.settings.dimension_unit.empty();
  if (given == 1) reporter.add(Attribute::length, "one side only");
  if (given > 1 && !has_unit) reporter.add(Attribute::dimension_unit, "no unit");
  if (!item.has(Attribute::weight)) return;
  if (!is_positive(item.get(Attribute::weight).text))
    reporter.add(Attribute::weight, "not above 0");
  if (!item.has(Attribute::weight_unit) && context.settings.weight_unit.empty())
    reporter.add(Attribute::weight_unit, "no unit");
}

void check_returns(const Item& item, const AuditContext&, Reporter& reporter) {
  const std::string& days = item.get(Attribute::return_days).text;
  if (days.empty()) return;
  if (!is_all_digits(days) || !is_positive(days)) return reporter.add("a whole number above 0");
  if (parse_yes_no(item.get(Attribute::accepts_returns).text) == false)
    reporter.add(Attribute::accepts_returns, "days are given, and returns are not accepted");
}

void check_return_address(const Item& item, const AuditContext&, Reporter& reporter) {
  const std::string& url = item.get(Attribute::return_policy).text;
  if (!url.empty() && !is_web_address(url)) reporter.add();
}

void check_shipping(const Item& item, const AuditContext& context, Reporter& reporter) {
  for (const auto* entries : {&item.variant->own.shipping, &item.product->shared.shipping})
    for (const CatalogValue& entry : *entries) {
      const auto colons = std::count(entry.text.begin(), entry.text.end(), ':');
      const std::size_t last = entry.text.rfind(':');
      const std::string_view price =
          last == entry.text.npos ? "" : std::string_view(entry.text).substr(last + 1);
      const bool is_priced =
          read_price(price, context.settings.currency, context.settings.decimal_mark).is_usable();
      if (colons != 3 || !is_priced)
        reporter.add_value("shipping", entry.text, entry.place, "country:region:service:price");
    }
}

void check_two_shippings(const Item& item, const AuditContext&, Reporter& reporter) {
  const bool has_list =
      !item.variant->own.shipping.empty() || !item.product->shared.shipping.empty();
  if (has_list && item.has(Attribute::shipping_price)) reporter.add();
}

void check_reviews(const Item& item, const AuditContext&, Reporter& reporter) {
  const std::string& rating = item.get(Attribute::rating).text;
  const std::string& count = item.get(Attribute::review_count).text;
  if (rating.empty() && count.empty()) return;
  const auto stars = parse_amount(rating);
  if (!rating.empty() && (!stars || stars->digits < 0 || compare(*stars, {5, 0}) > 0))
    return reporter.add("not from 0 to 5");
  if (!count.empty() && !is_all_digits(count))
    return reporter.add(Attribute::review_count, "not a whole number");
  if (!rating.empty() && !is_positive(count)) reporter.add("without a number of reviews");
}

bool says_yes(const Item& item, Attribute attribute) {
  return parse_yes_no(item.get(attribute).text).value_or(false);
}

void check_checkout(const Item& item, const AuditContext& context, Reporter& reporter) {
  if (!says_yes(item, Attribute::eligible_checkout)) return;
  const bool is_found = parse_yes_no(item.get(Attribute::eligible_search).text).value_or(true);
  const Seller& seller = context.settings.seller;
  const bool has_privacy = item.has(Attribute::privacy_policy) || !seller.privacy_policy.empty();
  const bool has_terms = item.has(Attribute::terms) || !seller.terms.empty();
  if (!is_found) return reporter.add("not eligible for search");
  if (!has_privacy || !has_terms) reporter.add("without privacy policy or terms");
}

void check_endpoint(const Item& item, const AuditContext& context, Reporter& reporter) {
  if (!context.settings.endpoints.empty()) return;
  for (const Attribute attribute : {Attribute::eligible_checkout, Attribute::native_commerce})
    if (says_yes(item, attribute)) reporter.add(attribute);
}

void check_notice(const Item& item, const AuditContext&, Reporter& reporter) {
  if (length_of(item.get(Attribute::consumer_notice).text) > 1000)
    reporter.add(Attribute::consumer_notice, "more than 1,000 characters");
}

constexpr AuditRule rules[] = {
    {"C01",
     "a condition that is none",
     "write new, refurbished or used",
     Attribute::condition,
     {error, error, error, no, warn, no},
     shared_source,
     check_condition},
    {"C02",
     "a word that the channels do not know",
     "use one of their words",
     Attribute::age_group,
     {warn, warn, warn, no, no, no},
     shared_source,
     check_words},
    {"C03",
     "clothes or shoes without colour, size, gender or age group",
     "fill all four",
     Attribute::color,
     {no, warn, warn, no, advice, no},
     google_source,
     check_apparel},
    {"C04",
     "a colour that is none",
     "name up to three colours, separated by '/'",
     Attribute::color,
     {warn, warn, warn, no, warn, no},
     google_source,
     check_color},
    {"C05",
     "a category that is not one of Google's",
     "give one number or one path of the taxonomy",
     Attribute::category,
     {no, warn, warn, no, no, no},
     google_source,
     check_category},
    {"C06",
     "a product type that is too long or not separated by '>'",
     "write Home > Lamps",
     Attribute::product_type,
     {advice, advice, advice, no, no, no},
     shared_source,
     check_product_type},
    {"C07",
     "sizes or a weight that are not complete",
     "give at least two sides and a unit; a weight with its unit",
     Attribute::length,
     {warn, warn, warn, no, no, no},
     openai_source,
     check_sizes},
    {"R01",
     "days to return that do not fit",
     "a whole number, and returns accepted",
     Attribute::return_days,
     {warn, no, no, no, warn, no},
     openai_source,
     check_returns},
    {"R02",
     "an address of the return policy that cannot be used",
     "give an absolute address",
     Attribute::return_policy,
     {warn, no, warn, no, warn, no},
     shared_source,
     check_return_address},
    {"S01",
     "a shipping entry of the wrong shape",
     "write US::Standard:5.00 USD",
     Attribute::shipping_price,
     {error, error, error, no, no, no},
     shared_source,
     check_shipping},
    {"S03",
     "shipping given in two ways",
     "keep one",
     Attribute::shipping_price,
     {warn, no, no, no, no, no},
     openai_source,
     check_two_shippings},
    {"Q01",
     "a rating that does not fit",
     "from 0 to 5, with a number of reviews",
     Attribute::rating,
     {warn, no, no, no, warn, no},
     openai_source,
     check_reviews},
    {"K01",
     "checkout without search, privacy policy and terms",
     "allow search; name both under 'seller'",
     Attribute::eligible_checkout,
     {error, no, no, no, no, no},
     openai_source,
     check_checkout},
    {"K02",
     "checkout claimed without an endpoint",
     "declare the endpoint, or do not claim it",
     Attribute::eligible_checkout,
     {error, no, error, error, no, no},
     "truthfulness: no file makes a checkout",
     check_endpoint},
    {"K03",
     "a notice of more than 1,000 characters",
     "shorten it",
     Attribute::consumer_notice,
     {no, no, warn, no, no, no},
     "Google's guide to UCP in Merchant Center, read 2026-11",
     check_notice},
};

}  // namespace

std::span<const AuditRule> attribute_rules() {
  return rules;
}

}  // namespace stagecraft::feed
