#include "feed/item/item.h"

#include <algorithm>
#include <array>

#include "base/loose_text.h"

namespace stagecraft::feed {
namespace {

constexpr std::array<std::string_view, change_count> change_texts{
    "markup removed",
    "entities decoded",
    "control characters removed",
    "the option added to the title",
    "address made of the pattern 'product_url'",
    "price read with a decimal comma",
    "currency added from the settings",
    "sale price taken from the compare-at price",
    "sale price left out, for it is no reduction",
    "spelling of the availability adapted",
    "availability taken from the stock",
    "apostrophe of a spreadsheet removed",
    "category mapped by the settings",
    "value taken from the overrides",
};

char lower(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equals_loosely(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool contains_loosely(std::string_view text, std::string_view part) {
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [](char x, char y) { return lower(x) == lower(y); }) != text.end();
}

struct AvailabilityWord {
  std::string_view text;  // lower case, without blanks, hyphens and underscores
  Availability meaning;
};

constexpr AvailabilityWord availability_words[] = {
    {"instock", Availability::in_stock},
    {"available", Availability::in_stock},
    {"onlineonly", Availability::in_stock},
    {"limitedavailability", Availability::limited_stock},
    {"limitedstock", Availability::limited_stock},
    {"outofstock", Availability::out_of_stock},
    {"soldout", Availability::out_of_stock},
    {"instoreonly", Availability::out_of_stock},
    {"preorder", Availability::pre_order},
    {"presale", Availability::pre_order},
    {"backorder", Availability::backorder},
    {"onbackorder", Availability::backorder},
    {"discontinued", Availability::discontinued},
    {"unknown", Availability::unknown},
};

/// `text` with what a URL cannot hold as %XX.
void append_encoded(std::string& url, std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') ||
                          ('0' <= c && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (is_plain) {
      url += c;
    } else {
      url += '%';
      url += digits[byte >> 4];
      url += digits[byte & 15];
    }
  }
}

void note_repairs(const TextRepairs& repairs, Item& item) {
  if (repairs.tags || repairs.scripts) item.note(Change::markup_removed);
  if (repairs.entities) item.note(Change::entities_decoded);
  if (repairs.controls) item.note(Change::control_characters_removed);
}

}  // namespace

std::string_view change_text(Change change) {
  return change_texts[static_cast<std::size_t>(change)];
}

std::string_view availability_word(Availability availability) {
  switch (availability) {
    case Availability::in_stock:
      return "in_stock";
    case Availability::limited_stock:
      return "limited_stock";
    case Availability::out_of_stock:
      return "out_of_stock";
    case Availability::pre_order:
      return "pre_order";
    case Availability::backorder:
      return "backorder";
    case Availability::discontinued:
      return "discontinued";
    default:
      return "unknown";
  }
}

Availability parse_availability(std::string_view text) {
  if (const std::size_t slash = text.rfind('/'); slash != std::string_view::npos)
    text.remove_prefix(slash + 1);  // https://schema.org/InStock
  std::string word;
  for (const char c : text)
    if (c != ' ' && c != '_' && c != '-') word += lower(c);
  for (const AvailabilityWord& known : availability_words)
    if (known.text == word) return known.meaning;
  return Availability::unrecognised;
}

std::optional<bool> parse_yes_no(std::string_view text) {
  for (const std::string_view word : {"true", "yes", "1", "y"})
    if (equals_loosely(text, word)) return true;
  for (const std::string_view word : {"false", "no", "0", "n"})
    if (equals_loosely(text, word)) return false;
  return std::nullopt;
}

void ItemReader::begin(const Product& product) {
  shared_title_repairs_ = {};
  shared_description_repairs_ = {};
  shared_title_ =
      plain_line(product.shared.values.get(Attribute::title).text, shared_title_repairs_);
  shared_description_ = plain_text(product.shared.values.get(Attribute::description).text,
                                   shared_description_repairs_);
}

void ItemReader::read(const Product& product, const Variant& variant, Item& item) {
  item.product = &product;
  item.variant = &variant;
  item.number = ++items_;
  item.changes.reset();
  item.exclusion.clear();
  item.id = item.get(Attribute::id).text;
  item.group_id.clear();
  if (product.has_variants() || variant.own.values.has(Attribute::group_id))
    item.group_id = item.get(Attribute::group_id).text;
  read_texts(item);
  read_url(item);
  read_prices(item);
  read_availability(item);
  read_category(item);
  decide_exclusion(item);
}

void ItemReader::read_texts(Item& item) {
  const AttributeValues& own = item.variant->own.values;
  item.title = shared_title_;
  item.title_repairs = shared_title_repairs_;
  if (own.has(Attribute::title)) {
    item.title_repairs = {};
    item.title = plain_line(own.get(Attribute::title).text, item.title_repairs);
  }
  item.description = shared_description_;
  item.description_repairs = shared_description_repairs_;
  if (own.has(Attribute::description)) {
    item.description_repairs = {};
    item.description = plain_text(own.get(Attribute::description).text, item.description_repairs);
  }
  for (const NamedValue& option : item.variant->options) {
    TextRepairs repairs;
    const std::string value = plain_line(option.value, repairs);
    if (item.title.empty() || contains_loosely(item.title, value)) continue;
    item.title += item.changed(Change::option_added_to_title) ? " / " : ", ";
    item.title += value;
    item.note(Change::option_added_to_title);
  }
  note_repairs(item.title_repairs, item);
  note_repairs(item.description_repairs, item);
  item.brand = item.has(Attribute::brand) ? item.get(Attribute::brand).text : settings_.brand;
  item.image = item.get(Attribute::image).text;
  item.gtin = item.get(Attribute::gtin).text;
  if (item.gtin.starts_with('\'')) {
    item.gtin.erase(0, 1);
    item.note(Change::apostrophe_removed);
  }
}

void ItemReader::read_url(Item& item) const {
  item.url = item.get(Attribute::url).text;
  if (!item.url.empty() || settings_.product_url.empty()) return;
  std::string_view pattern = settings_.product_url;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    item.url += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = std::min(pattern.find('}', open), pattern.size() - 1);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    const std::string_view value = name == "id"    ? item.get(Attribute::id).text
                                   : name == "sku" ? item.get(Attribute::sku).text
                                                   : item.get(Attribute::group_id).text;
    if (value.empty()) return item.url.clear();
    append_encoded(item.url, value);
    pattern.remove_prefix(close + 1);
  }
  item.note(Change::url_made);
}

void ItemReader::read_prices(Item& item) const {
  const auto reading = [&](Attribute attribute) {
    const std::string& text = item.get(attribute).text;
    const PriceReading read = read_price(text, settings_.currency, settings_.decimal_mark);
    if (read.is_usable() && settings_.decimal_mark == DecimalMark::comma &&
        text.find(',') != text.npos)
      item.note(Change::price_localised);
    return read;
  };
  item.price = reading(Attribute::price);
  item.sale_price = reading(Attribute::sale_price);
  const std::string& written = item.get(Attribute::price).text;
  if (item.price.is_usable() && !written.empty() && written.back() <= '9')
    item.note(Change::currency_added);
  if (!item.has(Attribute::compare_at_price)) return;
  const PriceReading before = reading(Attribute::compare_at_price);
  if (!before.is_usable() || !item.price.is_usable()) return;
  if (compare(before.money.amount, item.price.money.amount) > 0) {
    item.sale_price = item.price;
    item.price = before;
    item.note(Change::sale_taken_from_compare_at);
  } else if (before.money.amount.digits != 0) {
    item.note(Change::useless_sale_dropped);
  }
}

void ItemReader::read_availability(Item& item) const {
  item.is_untracked = false;
  if (item.has(Attribute::availability)) {
    const std::string& text = item.get(Attribute::availability).text;
    item.availability = parse_availability(text);
    if (item.availability != Availability::unrecognised &&
        availability_word(item.availability) != text)
      item.note(Change::availability_spelling);
    return;
  }
  const bool counts = item.has(Attribute::quantity) && item.has(Attribute::stock_tracked);
  item.is_untracked = !counts;
  if (counts) {
    const std::optional<Decimal> quantity = parse_amount(item.get(Attribute::quantity).text);
    const std::string& policy = item.get(Attribute::sells_unstocked).text;
    const bool goes_on = equals_loosely(policy, "continue") || parse_yes_no(policy).value_or(false);
    item.availability = !quantity              ? Availability::unrecognised
                        : quantity->digits > 0 ? Availability::in_stock
                        : goes_on              ? Availability::backorder
                                               : Availability::out_of_stock;
    item.note(Change::availability_from_stock);
    return;
  }
  switch (settings_.untracked_stock) {
    case UntrackedStock::not_said:
      item.availability = Availability::missing;
      break;
    case UntrackedStock::in_stock:
      item.availability = Availability::in_stock;
      break;
    case UntrackedStock::out_of_stock:
      item.availability = Availability::out_of_stock;
      break;
    case UntrackedStock::unknown:
      item.availability = Availability::unknown;
      break;
  }
}

void ItemReader::read_category(Item& item) const {
  item.category = item.get(Attribute::category).text;
  if (!item.category.empty() || settings_.categories.empty()) return;
  const auto found = settings_.categories.find(item.get(Attribute::product_type).text);
  if (found == settings_.categories.end()) return;
  item.category = found->second;
  item.note(Change::category_mapped);
}

void ItemReader::decide_exclusion(Item& item) const {
  const std::string& status = item.get(Attribute::status).text;
  const std::string& published = item.get(Attribute::published).text;
  const std::string& visibility = item.get(Attribute::visibility).text;
  if (!status.empty() && !equals_loosely(status, "active"))
    item.exclusion = status + ", not active";
  else if (!published.empty() && !parse_yes_no(published).value_or(false))
    item.exclusion = "not published in the shop";
  else if (equals_loosely(visibility, "hidden"))
    item.exclusion = "hidden in the shop";
  else if (equals_loosely(item.get(Attribute::kind).text, "gift card"))
    item.exclusion = "gift card";
  else if (item.get(Attribute::kind).text.starts_with("grouped"))
    item.exclusion = "a group of other products";
  for (const Exclusion& rule : settings_.exclusions) {
    if (!item.exclusion.empty()) return;
    const std::string& text = item.get(rule.attribute).text;
    const bool matches = !text.empty() &&
                         (rule.equals.empty() || equals_loosely(text, rule.equals)) &&
                         (rule.contains.empty() || contains_loosely(text, rule.contains));
    if (matches) item.exclusion = rule.reason;
  }
}

}  // namespace stagecraft::feed
