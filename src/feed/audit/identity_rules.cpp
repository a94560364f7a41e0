#include "feed/audit/rule_families.h"
#include "feed/item/text_checks.h"

namespace stagecraft::feed {
namespace {

constexpr std::size_t longest_google_id = 50;
constexpr std::size_t longest_openai_id = 100;

void check_id(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.id.empty()) reporter.add();
}

void check_id_length_google(const Item& item, const AuditContext&, Reporter& reporter) {
  if (length_of(item.id) > longest_google_id) reporter.add();
}

void check_id_length_openai(const Item& item, const AuditContext&, Reporter& reporter) {
  if (length_of(item.id) > longest_openai_id) reporter.add();
}

void check_offer_id(const Item& item, const AuditContext&, Reporter& reporter) {
  const std::string& offer = item.get(Attribute::offer_id).text;
  if (offer.empty() || !item.price.is_usable()) return;
  const std::string amount = amount_text(item.price.money.amount, 0);
  if (amount.size() > 1 && offer.find(amount) != offer.npos) reporter.add();
}

void check_brand(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.brand.empty()) reporter.add();
}

void check_brand_word(const Item& item, const AuditContext&, Reporter& reporter) {
  if (!item.brand.empty() && is_placeholder(item.brand)) reporter.add();
}

void check_brand_length(const Item& item, const AuditContext&, Reporter& reporter) {
  if (length_of(item.brand) > 70) reporter.add();
}

constexpr AuditRule rules[] = {
    {"I01",
     "no id",
     "give the variant a SKU, or set 'item_id: handle'",
     Attribute::id,
     {error, error, error, error, warn, warn},
     shared_source,
     check_id},
    {"I02",
     "an id that an earlier item has",
     "give each variant an id of its own",
     Attribute::id,
     {error, error, error, error, warn, warn},
     shared_source},
    {"I03",
     "an id of more than 50 characters",
     "shorten it, once and for good",
     Attribute::id,
     {no, error, error, no, no, no},
     google_source,
     check_id_length_google},
    {"I03b",
     "an id of more than 100 characters",
     "shorten it, once and for good",
     Attribute::id,
     {warn, no, no, no, no, no},
     "OpenAI product feed, the generation before, read 2026-11",
     check_id_length_openai},
    {"I05",
     "an offer id that contains the price",
     "an offer keeps its id when its price changes",
     Attribute::offer_id,
     {warn, no, no, no, no, no},
     openai_source,
     check_offer_id},
    {"B01",
     "no brand",
     "name the brand that is on the product, or set 'brand'",
     Attribute::brand,
     {error, error, warn, no, advice, advice},
     shared_source,
     check_brand},
    {"B02",
     "a brand that is none",
     "name the brand that is on the product, or leave it empty",
     Attribute::brand,
     {warn, warn, warn, no, warn, warn},
     shared_source,
     check_brand_word},
    {"B03",
     "a brand of more than 70 characters",
     "shorten it",
     Attribute::brand,
     {warn, error, error, no, no, no},
     google_source,
     check_brand_length},
};

}  // namespace

std::span<const AuditRule> identity_rules() {
  return rules;
}

}  // namespace stagecraft::feed
