// The canonical product: what every catalog is read into and every channel is written from.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stagecraft {

/// Where a value stands in its catalog: both counted from 1, the column in code points. Line 0
/// means that the value was not read but made, from a setting or from other values.
struct CatalogPlace {
  std::uint64_t line = 0;
  std::uint32_t column = 0;

  bool is_given() const { return line > 0; }
};

/// What a product or variant can say about itself in one value. Names follow the vocabulary that
/// Google and OpenAI share; content/docs/feeds.md lists them.
enum class Attribute : std::uint8_t {
  id,
  group_id,  ///< what the variants of one product share: handle, parent, item_group_id
  group_title,
  sku,
  offer_id,
  gtin,
  mpn,
  identifier_exists,
  title,
  structured_title,
  short_title,
  description,
  structured_description,
  url,
  mobile_url,
  image,
  video,
  model_3d,
  brand,
  seller,
  seller_url,
  price,
  compare_at_price,
  sale_price,
  sale_starts,
  sale_ends,
  shipping_price,
  unit_measure,
  unit_base,
  availability,
  availability_date,
  expiration_date,
  quantity,
  stock_tracked,    ///< who counts the stock; empty: nobody
  sells_unstocked,  ///< whether it is sold when there is none: "continue", "yes", "1"
  condition,
  category,  ///< of Google's taxonomy
  product_type,
  tags,
  color,
  size,
  material,
  pattern,
  gender,
  age_group,
  size_system,
  size_type,
  length,
  width,
  height,
  dimension_unit,
  weight,
  weight_unit,
  adult,
  is_bundle,
  multipack,
  is_digital,
  kind,        ///< what sort of record it is: "simple", "variable", "gift card"
  status,      ///< "active", "draft", "archived"
  published,   ///< whether it is in the shop
  visibility,  ///< in the shop's own catalog and search
  accepts_returns,
  return_days,
  return_policy,
  rating,
  review_count,
  eligible_search,
  eligible_checkout,
  privacy_policy,
  terms,
  subscription_cost,
  native_commerce,
  merchant_item_id,
  consumer_notice,
  energy_class,
};

constexpr std::size_t attribute_count = static_cast<std::size_t>(Attribute::energy_class) + 1;

/// The name of `attribute` in reports, settings and our own JSON Lines: "sale_price".
std::string_view attribute_name(Attribute attribute);

/// The attribute of this name; attribute_count for any other text.
std::size_t find_attribute(std::string_view name);

/// One value as the catalog gives it, without outer blanks. Never empty where it counts as given.
struct CatalogValue {
  std::string text;
  CatalogPlace place;
};

/// Some values by their attribute. Reused from product to product, so clearing keeps the memory.
class AttributeValues {
 public:
  bool has(Attribute attribute) const { return given_[index_of(attribute)]; }

  /// The value; one with an empty text when it is not given.
  const CatalogValue& get(Attribute attribute) const {
    return has(attribute) ? values_[index_of(attribute)] : none_;
  }

  /// Takes `text` as it stands; an empty one means that nothing is given.
  void set(Attribute attribute, std::string_view text, CatalogPlace place) {
    const std::size_t index = index_of(attribute);
    given_[index] = !text.empty();
    if (text.empty()) return;
    values_[index].text.assign(text);
    values_[index].place = place;
  }

  void clear() { given_.reset(); }

 private:
  static std::size_t index_of(Attribute attribute) { return static_cast<std::size_t>(attribute); }
  static inline const CatalogValue none_{};

  std::array<CatalogValue, attribute_count> values_;
  std::bitset<attribute_count> given_;
};

/// A named value, such as "Colour: Red": what tells variants apart, or a detail of the product.
struct NamedValue {
  std::string section;  ///< of a detail; may be empty
  std::string name;
  std::string value;
  CatalogPlace place;

  bool operator==(const NamedValue& other) const {
    return section == other.section && name == other.name && value == other.value;
  }
};

struct CatalogImage {
  std::string url;
  std::string alternative;  ///< text for those who do not see it; may be empty
  CatalogPlace place;
};

/// A question about the product and its answer.
struct ProductQuestion {
  std::string question;
  std::string answer;
  CatalogPlace place;
};

/// What a product or a variant says of itself.
struct Description {
  AttributeValues values;
  std::vector<CatalogImage> images;  ///< beyond Attribute::image
  std::vector<NamedValue> details;   ///< material, ingredients, compatibility …
  std::vector<CatalogValue> highlights;
  std::vector<ProductQuestion> questions;
  std::vector<CatalogValue> shipping;  ///< as the source writes it: country:region:service:price

  void clear();
};

/// One thing that can be bought. What it does not say, its product says.
struct Variant {
  Description own;
  std::vector<NamedValue> options;  ///< name and value, in the order of the catalog
  std::uint64_t record = 0;         ///< number of its record, from 1; the header does not count
  CatalogPlace place;               ///< where that record begins

  void clear();
};

/// A product with its variants; one that comes in one form has a single variant without options.
struct Product {
  Description shared;
  std::vector<Variant> variants;
  std::size_t variant_count = 0;  ///< how many of `variants` are in use; the rest is kept memory

  void clear();
  Variant& add_variant();

  /// What `variant` says, or else what the product says.
  const CatalogValue& get(const Variant& variant, Attribute attribute) const {
    return variant.own.values.has(attribute) ? variant.own.values.get(attribute)
                                             : shared.values.get(attribute);
  }
  bool has(const Variant& variant, Attribute attribute) const {
    return variant.own.values.has(attribute) || shared.values.has(attribute);
  }
  bool has_variants() const {
    return variant_count > 1 || (variant_count == 1 && !variants[0].options.empty());
  }
};

}  // namespace stagecraft
