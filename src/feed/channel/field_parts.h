// What several channels write in the same way.
#pragma once

#include <string>

#include "feed/channel/feed_writer.h"

namespace stagecraft::feed {

/// A field that is a text of the item as it stands.
template <auto member>
void write_text(const Item& item, const FieldContext&, std::string& cell) {
  append_clean(cell, item.*member);
}

/// A field that is an attribute of the catalog as it stands.
template <Attribute attribute>
void write_attribute(const Item& item, const FieldContext&, std::string& cell) {
  append_clean(cell, item.get(attribute).text);
}

/// A field whose words the channels share with the catalogs, in lower case.
template <Attribute attribute>
void write_word(const Item& item, const FieldContext&, std::string& cell) {
  for (const char c : item.get(attribute).text)
    cell += 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

void write_price(const Item& item, const FieldContext&, std::string& cell);

/// The sale price if it is a reduction in the same currency.
void write_sale_price(const Item& item, const FieldContext&, std::string& cell);

void write_more_images(const Item& item, const FieldContext&, std::string& cell);

/// The GTIN if it is one; a wrong one is left out rather than published.
void write_gtin(const Item& item, const FieldContext&, std::string& cell);

/// Whether the sale price is below the price, above 0, and in its currency.
bool has_sale(const Item& item);

/// The condition in the words that Google and OpenAI share; empty when it is none of them.
std::string_view condition_word(const Item& item, const CatalogSettings& settings);

}  // namespace stagecraft::feed
