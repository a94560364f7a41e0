#include <fmt/format.h>

#include "feed/audit/rule_families.h"
#include "feed/item/gtin.h"
#include "feed/item/text_checks.h"

namespace stagecraft::feed {
namespace {

/// Whether a spreadsheet made `text` of a number: "1.23E+12", "4006381333931.0".
bool is_spreadsheet_number(std::string_view text) {
  if (text.empty() || !('0' <= text[0] && text[0] <= '9')) return false;
  const bool is_power = contains_without_case(text, "e+");
  const std::size_t point = text.find('.');
  return is_power || (point != std::string_view::npos && text.substr(point) == ".0");
}

bool is_repairable(std::string_view gtin) {
  return zero_padded_gtin(gtin) || gtin_of_isbn10(gtin) || is_spreadsheet_number(gtin);
}

void check_length(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.gtin.empty() || is_repairable(item.gtin)) return;
  const std::size_t size = item.gtin.size();
  const bool has_length = size == 8 || (12 <= size && size <= 14);
  if (!is_all_digits(item.gtin)) return reporter.add("digits only");
  if (!has_length) reporter.add(fmt::format("{} digits", size));
}

void check_check_digit(const Item& item, const AuditContext&, Reporter& reporter) {
  const std::size_t size = item.gtin.size();
  if ((size == 8 || (12 <= size && size <= 14)) && is_all_digits(item.gtin) &&
      !has_check_digit(item.gtin))
    reporter.add();
}

void check_prefix(const Item& item, const AuditContext&, Reporter& reporter) {
  if (!is_gtin(item.gtin) || item.gtin.size() == 8) return;
  std::string padded(14 - item.gtin.size(), '0');
  padded += item.gtin;
  const std::string_view prefix = std::string_view(padded).substr(1);  // as a GTIN-13
  for (const std::string_view restricted : {"02", "04", "2", "98", "99"})
    if (prefix.starts_with(restricted)) return reporter.add();
}

void check_coupon_prefix(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.gtin.size() == 12 && is_gtin(item.gtin) && item.gtin.starts_with("5")) reporter.add();
  if (item.gtin.size() == 13 && is_gtin(item.gtin) && item.gtin.starts_with("05")) reporter.add();
}

void check_padding(const Item& item, const AuditContext&, Reporter& reporter) {
  if (const auto padded = zero_padded_gtin(item.gtin); padded && !gtin_of_isbn10(item.gtin))
    reporter.add(fmt::format("'{}' would be one", *padded));
}

void check_spreadsheet(const Item& item, const AuditContext&, Reporter& reporter) {
  if (is_spreadsheet_number(item.gtin) || item.changed(Change::apostrophe_removed)) reporter.add();
  if (const std::string& sku = item.get(Attribute::sku).text;
      is_spreadsheet_number(sku) && contains_without_case(sku, "e+"))
    reporter.add(Attribute::sku);
}

void check_isbn(const Item& item, const AuditContext&, Reporter& reporter) {
  if (const auto gtin = gtin_of_isbn10(item.gtin))
    reporter.add(fmt::format("as ISBN-13 it is '{}'", *gtin));
}

bool says_no_identifier(const Item& item) {
  return parse_yes_no(item.get(Attribute::identifier_exists).text) == false;
}

void check_any_identifier(const Item& item, const AuditContext&, Reporter& reporter) {
  if (item.gtin.empty() && !item.has(Attribute::mpn) && !says_no_identifier(item))
    reporter.add("neither GTIN nor MPN");
}

void check_denied_identifier(const Item& item, const AuditContext&, Reporter& reporter) {
  if (!says_no_identifier(item)) return;
  if (!item.gtin.empty() || (item.has(Attribute::mpn) && !item.brand.empty())) reporter.add();
}

void check_copied_sku(const Item& item, const AuditContext&, Reporter& reporter) {
  const std::string& sku = item.get(Attribute::sku).text;
  if (sku.empty()) return;
  if (item.get(Attribute::mpn).text == sku) reporter.add(Attribute::mpn);
  if (item.gtin == sku && !is_gtin(sku)) reporter.add(Attribute::gtin);
}

constexpr AuditRule rules[] = {
    {"N01",
     "a GTIN with a length or characters that none has",
     "write the 8, 12, 13 or 14 digits below the bar code, or nothing",
     Attribute::gtin,
     {error, error, error, warn, warn, no},
     shared_source,
     check_length},
    {"N02",
     "a GTIN with a wrong check digit",
     "read it from the package again",
     Attribute::gtin,
     {error, error, error, warn, warn, no},
     shared_source,
     check_check_digit},
    {"N03",
     "a GTIN that is for coupons or for use within a shop",
     "leave it out; give MPN and brand",
     Attribute::gtin,
     {warn, error, error, warn, warn, no},
     google_source,
     check_prefix},
    {"N03b",
     "a GTIN with a prefix of coupons, which the upload drops",
     "leave it out; give MPN and brand",
     Attribute::gtin,
     {no, error, no, no, no, no},
     openai_google_source,
     check_coupon_prefix},
    {"N04",
     "a GTIN that seems to have lost zeros at its start",
     "check the package; a spreadsheet drops them",
     Attribute::gtin,
     {error, error, error, warn, warn, no},
     craft_source,
     check_padding},
    {"N05",
     "a number that a spreadsheet changed",
     "import the column as text; see the package for the digits",
     Attribute::gtin,
     {warn, warn, warn, warn, warn, no},
     craft_source,
     check_spreadsheet},
    {"N06",
     "an ISBN-10 in the place of a GTIN",
     "write its ISBN-13",
     Attribute::gtin,
     {error, error, error, warn, warn, no},
     shared_source,
     check_isbn},
    {"N07",
     "a GTIN that an earlier item has",
     "each variant has a GTIN of its own",
     Attribute::gtin,
     {warn, warn, warn, warn, warn, no},
     google_source},
    {"N08",
     "neither GTIN nor MPN",
     "give one of them, or 'identifier_exists: no' where none was "
     "ever assigned",
     Attribute::gtin,
     {advice, error, warn, advice, advice, no},
     openai_google_source,
     check_any_identifier},
    {"N09",
     "identifiers that are there and said not to exist",
     "remove 'identifier_exists: no'",
     Attribute::identifier_exists,
     {no, warn, warn, no, no, no},
     google_source,
     check_denied_identifier},
    {"N10",
     "a SKU in the place of a manufacturer's number",
     "a SKU is the shop's own; leave the field empty",
     Attribute::mpn,
     {warn, warn, warn, no, no, no},
     shared_source,
     check_copied_sku},
};

}  // namespace

std::span<const AuditRule> identifier_rules() {
  return rules;
}

}  // namespace stagecraft::feed
