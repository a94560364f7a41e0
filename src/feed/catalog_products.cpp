#include "feed/catalog_products.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/loose_text.h"
#include "feed/channel/field_parts.h"
#include "feed/item/text_checks.h"

namespace stagecraft::feed {
namespace {

/// A fact that a product states with one attribute, and how pages call it.
struct StatedFact {
  Attribute attribute;
  std::string_view name;
};

constexpr StatedFact stated_facts[] = {
    {Attribute::material, "material"},   {Attribute::pattern, "pattern"},
    {Attribute::gender, "gender"},       {Attribute::age_group, "age_group"},
    {Attribute::condition, "condition"}, {Attribute::energy_class, "energy_class"},
};

std::string measure_text(const Item& item, const CatalogSettings& settings) {
  std::string text;
  for (const Attribute side : {Attribute::length, Attribute::width, Attribute::height}) {
    if (!item.has(side)) continue;
    text += (text.empty() ? "" : " × ") + item.get(side).text;
  }
  const std::string& unit = item.get(Attribute::dimension_unit).text;
  const std::string& known = unit.empty() ? settings.dimension_unit : unit;
  return text.empty() || known.empty() ? text : text + " " + known;
}

std::string weight_text(const Item& item, const CatalogSettings& settings) {
  const std::string& weight = item.get(Attribute::weight).text;
  const std::string& unit = item.get(Attribute::weight_unit).text;
  const std::string& known = unit.empty() ? settings.weight_unit : unit;
  return weight.empty() || known.empty() ? "" : weight + " " + known;
}

std::string one_line(const std::string& text) {
  TextRepairs repairs;
  return plain_line(text, repairs);
}

CatalogOffer offer_of(const Item& item, const CatalogSettings& settings) {
  CatalogOffer offer;
  offer.id = item.id;
  offer.title = item.title;
  for (const NamedValue& option : item.variant->options)
    offer.options.push_back({one_line(option.name), one_line(option.value)});
  if (item.price.is_usable() && item.price.money.amount.digits > 0) {
    const Currency& currency = *item.price.money.currency;
    offer.price = amount_text(item.price.money.amount, currency.places);
    offer.currency = currency.code;
    if (has_sale(item))
      offer.sale_price = amount_text(item.sale_price.money.amount, currency.places);
  }
  offer.availability = availability_word(item.availability);
  write_gtin(item, {settings}, offer.gtin);
  offer.mpn = item.get(Attribute::mpn).text;
  offer.url = item.url;
  return offer;
}

void add_once(std::vector<NamedText>& texts, NamedText text) {
  const bool is_there = std::any_of(texts.begin(), texts.end(), [&](const NamedText& known) {
    return equals_without_case(known.name, text.name) && known.value == text.value;
  });
  if (!text.value.empty() && !is_there) texts.push_back(std::move(text));
}

}  // namespace

void CatalogProducts::begin_reading() {
  count_ = 0;
  products_.clear();
  slugs_.clear();
  items_.clear();
  product_of_item_.clear();
  product_ = {};
}

void CatalogProducts::take(const Item& item, const ItemVerdict& verdict) {
  if (item.title.empty()) return;
  if (product_.offers.empty()) begin_product(item);
  items_.push_back(item.number);
  const bool is_refused = verdict.refused[static_cast<std::size_t>(Channel::schema_org)];
  if (!is_refused && item.price.money.amount.digits > 0) markup_.add(item);
  add_pictures(item);
  product_.offers.push_back(offer_of(item, settings_));
}

void CatalogProducts::begin_product(const Item& item) {
  const std::string shared = one_line(item.product->shared.values.get(Attribute::title).text);
  product_.slug = new_slug(item);
  product_.title = shared.empty() ? item.title : shared;
  product_.description = item.description;
  product_.brand = item.brand;
  const std::string& type = item.get(Attribute::product_type).text;
  product_.category = one_line(type.empty() ? item.category : type);
  add_facts(item);
}

void CatalogProducts::add_facts(const Item& item) {
  for (const StatedFact& fact : stated_facts)
    add_once(product_.facts, {std::string(fact.name), one_line(item.get(fact.attribute).text)});
  add_once(product_.facts, {"measures", measure_text(item, settings_)});
  add_once(product_.facts, {"weight", weight_text(item, settings_)});
  for (const Description* said : {&item.variant->own, &item.product->shared}) {
    for (const NamedValue& detail : said->details)
      add_once(product_.facts, {one_line(detail.name), one_line(detail.value)});
    for (const CatalogValue& highlight : said->highlights)
      product_.highlights.push_back(one_line(highlight.text));
    for (const ProductQuestion& asked : said->questions)
      product_.questions.push_back({one_line(asked.question), one_line(asked.answer)});
  }
}

void CatalogProducts::add_pictures(const Item& item) {
  const auto add = [&](const std::string& url, const std::string& text) {
    const bool is_there =
        std::any_of(product_.pictures.begin(), product_.pictures.end(),
                    [&](const NamedText& picture) { return picture.value == url; });
    if (is_web_address(url) && !is_there) product_.pictures.push_back({one_line(text), url});
  };
  add(item.image, "");
  for (const auto* images : {&item.variant->own.images, &item.product->shared.images})
    for (const CatalogImage& image : *images) add(image.url, image.alternative);
}

std::string CatalogProducts::new_slug(const Item& item) {
  const std::string& group = item.get(Attribute::group_id).text;
  std::string slug = slug_text(group.empty() ? item.id : group);
  if (slug.empty()) slug = slug_text(item.title);
  if (slug.empty()) slug = "product";
  std::string unique = slug;
  for (int number = 2; !slugs_.insert(unique).second; ++number)
    unique = fmt::format("{}-{}", slug, number);
  return unique;
}

void CatalogProducts::end_product() {
  if (product_.offers.empty()) return;
  product_.markup = markup_.take();
  if (count_++ < most_) {
    for (const std::uint64_t item : items_) product_of_item_[item] = products_.size();
    products_.push_back(std::move(product_));
  }
  product_ = {};
  items_.clear();
}

std::optional<std::size_t> CatalogProducts::product_of(std::uint64_t item) const {
  const auto found = product_of_item_.find(item);
  return found == product_of_item_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace stagecraft::feed
