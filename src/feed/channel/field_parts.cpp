#include "feed/channel/field_parts.h"

#include <array>

#include "feed/item/gtin.h"

namespace stagecraft::feed {

void write_price(const Item& item, const FieldContext&, std::string& cell) {
  if (item.price.is_usable()) cell += price_text(item.price.money);
}

bool has_sale(const Item& item) {
  return item.price.is_usable() && item.sale_price.is_usable() &&
         item.price.money.currency == item.sale_price.money.currency &&
         item.sale_price.money.amount.digits > 0 &&
         compare(item.sale_price.money.amount, item.price.money.amount) < 0;
}

void write_sale_price(const Item& item, const FieldContext&, std::string& cell) {
  if (has_sale(item)) cell += price_text(item.sale_price.money);
}

void write_more_images(const Item& item, const FieldContext&, std::string& cell) {
  constexpr int most = 10;
  int count = 0;
  for (const auto* images : {&item.variant->own.images, &item.product->shared.images})
    for (const CatalogImage& image : *images) {
      if (image.url == item.image || ++count > most) continue;
      if (!cell.empty()) cell += between_values;
      append_clean(cell, image.url);
    }
}

void write_gtin(const Item& item, const FieldContext&, std::string& cell) {
  if (is_gtin(item.gtin)) cell += item.gtin;
}

std::string_view condition_word(const Item& item, const CatalogSettings& settings) {
  static constexpr std::array<std::string_view, 3> words{"new", "refurbished", "used"};
  std::string text;
  const std::string& given = item.get(Attribute::condition).text;
  for (const char c : given.empty() ? settings.condition : given)
    text += 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const std::string_view word : words)
    if (text == word) return word;
  return {};
}

}  // namespace stagecraft::feed
