#include "model/product.h"

#include <algorithm>

namespace stagecraft {
namespace {

// In the order of Attribute.
constexpr std::array<std::string_view, attribute_count> names{"id",
                                                              "group_id",
                                                              "group_title",
                                                              "sku",
                                                              "offer_id",
                                                              "gtin",
                                                              "mpn",
                                                              "identifier_exists",
                                                              "title",
                                                              "structured_title",
                                                              "short_title",
                                                              "description",
                                                              "structured_description",
                                                              "url",
                                                              "mobile_url",
                                                              "image",
                                                              "video",
                                                              "model_3d",
                                                              "brand",
                                                              "seller",
                                                              "seller_url",
                                                              "price",
                                                              "compare_at_price",
                                                              "sale_price",
                                                              "sale_starts",
                                                              "sale_ends",
                                                              "shipping_price",
                                                              "unit_measure",
                                                              "unit_base",
                                                              "availability",
                                                              "availability_date",
                                                              "expiration_date",
                                                              "quantity",
                                                              "stock_tracked",
                                                              "sells_unstocked",
                                                              "condition",
                                                              "category",
                                                              "product_type",
                                                              "tags",
                                                              "color",
                                                              "size",
                                                              "material",
                                                              "pattern",
                                                              "gender",
                                                              "age_group",
                                                              "size_system",
                                                              "size_type",
                                                              "length",
                                                              "width",
                                                              "height",
                                                              "dimension_unit",
                                                              "weight",
                                                              "weight_unit",
                                                              "adult",
                                                              "is_bundle",
                                                              "multipack",
                                                              "is_digital",
                                                              "kind",
                                                              "status",
                                                              "published",
                                                              "visibility",
                                                              "accepts_returns",
                                                              "return_days",
                                                              "return_policy",
                                                              "rating",
                                                              "review_count",
                                                              "eligible_search",
                                                              "eligible_checkout",
                                                              "privacy_policy",
                                                              "terms",
                                                              "subscription_cost",
                                                              "native_commerce",
                                                              "merchant_item_id",
                                                              "consumer_notice",
                                                              "energy_class"};

}  // namespace

std::string_view attribute_name(Attribute attribute) {
  return names[static_cast<std::size_t>(attribute)];
}

std::size_t find_attribute(std::string_view name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

void Description::clear() {
  values.clear();
  images.clear();
  details.clear();
  highlights.clear();
  questions.clear();
  shipping.clear();
}

void Variant::clear() {
  own.clear();
  options.clear();
  record = 0;
  place = {};
}

void Product::clear() {
  shared.clear();
  variant_count = 0;
}

Variant& Product::add_variant() {
  if (variant_count == variants.size()) variants.emplace_back();
  Variant& variant = variants[variant_count++];
  variant.clear();
  return variant;
}

}  // namespace stagecraft
