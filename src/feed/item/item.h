// One thing to be sold as the channels need it: the values of the catalog read by their meaning.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "feed/item/plain_text.h"
#include "feed/item/price_reading.h"
#include "model/catalog_settings.h"
#include "model/product.h"

namespace stagecraft::feed {

enum class Availability {
  missing,
  unrecognised,
  in_stock,
  limited_stock,
  out_of_stock,
  pre_order,
  backorder,
  discontinued,
  unknown,
};

/// Mechanical changes that every channel gets, listed in the audit as normalised.
enum class Change {
  markup_removed,
  entities_decoded,
  control_characters_removed,
  option_added_to_title,
  url_made,
  price_localised,
  currency_added,
  sale_taken_from_compare_at,
  useless_sale_dropped,
  availability_spelling,
  availability_from_stock,
  apostrophe_removed,
  category_mapped,
  overridden,
};

constexpr std::size_t change_count = static_cast<std::size_t>(Change::overridden) + 1;

/// How a change is called in reports: "sale price taken from the compare-at price".
std::string_view change_text(Change change);

/// One item. What is not here is read from the catalog's own values by get().
struct Item {
  const Product* product = nullptr;
  const Variant* variant = nullptr;
  std::uint64_t number = 0;  ///< from 1, in the order of the catalog

  std::string id;
  std::string group_id;  ///< empty: it has no variants
  std::string title;
  std::string description;  ///< plain text
  std::string url;
  std::string image;
  std::string brand;
  std::string gtin;
  std::string category;
  TextRepairs title_repairs;
  TextRepairs description_repairs;
  PriceReading price;
  PriceReading sale_price;
  Availability availability = Availability::missing;
  bool is_untracked = false;  ///< nobody counts its stock
  std::string exclusion;      ///< why it is left out; empty: it is not
  std::bitset<change_count> changes;

  const CatalogValue& get(Attribute attribute) const { return product->get(*variant, attribute); }
  bool has(Attribute attribute) const { return product->has(*variant, attribute); }
  bool changed(Change change) const { return changes[static_cast<std::size_t>(change)]; }
  void note(Change change) { changes.set(static_cast<std::size_t>(change)); }

  /// Where the value of `attribute` stands; where the record begins when it has none.
  CatalogPlace place_of(Attribute attribute) const {
    const CatalogPlace place = get(attribute).place;
    return place.is_given() ? place : variant->place;
  }
};

/// Reads items by the owner's settings. Reuses its memory from item to item.
class ItemReader {
 public:
  explicit ItemReader(const CatalogSettings& settings) : settings_(settings) {}

  /// Reads what the variants of `product` share. Call it before read() for each product.
  void begin(const Product& product);

  /// Reads `variant` of the product begun into `item`.
  void read(const Product& product, const Variant& variant, Item& item);

 private:
  void read_texts(Item& item);
  void read_url(Item& item) const;
  void read_prices(Item& item) const;
  void read_availability(Item& item) const;
  void read_category(Item& item) const;
  void decide_exclusion(Item& item) const;

  const CatalogSettings& settings_;
  std::string shared_title_;
  std::string shared_description_;
  TextRepairs shared_title_repairs_;
  TextRepairs shared_description_repairs_;
  std::uint64_t items_ = 0;
};

/// The availability that `text` spells, in any of the ways that the channels, schema.org and shops
/// have; unrecognised for any other text.
Availability parse_availability(std::string_view text);

/// How reports spell it: "in_stock"; "unknown" also for what is missing.
std::string_view availability_word(Availability availability);

/// Whether `text` says yes ("true", "yes", "1") or no ("false", "no", "0"); nothing for others.
std::optional<bool> parse_yes_no(std::string_view text);

}  // namespace stagecraft::feed
