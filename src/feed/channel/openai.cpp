// The OpenAI product feed, current generation: our reading of its field table, 2026-11.
#include <algorithm>
#include <array>

#include "feed/channel/field_parts.h"
#include "feed/channel/table_writer.h"

namespace stagecraft::feed {
namespace {

void write_seller(const Item& item, const FieldContext& context, std::string& cell) {
  const std::string& own = item.get(Attribute::seller).text;
  append_clean(cell, own.empty() ? context.settings.seller.name : own);
}

void write_availability(const Item& item, const FieldContext&, std::string& cell) {
  switch (item.availability) {
    case Availability::in_stock:
    case Availability::limited_stock:
      cell += "in_stock";
      break;
    case Availability::out_of_stock:
    case Availability::discontinued:
      cell += "out_of_stock";
      break;
    case Availability::pre_order:
      cell += "pre_order";
      break;
    case Availability::backorder:
      cell += "backorder";
      break;
    default:
      cell += "unknown";
  }
}

/// Group, options and the mark of variants go together or not at all.
bool is_variant(const Item& item) {
  return !item.group_id.empty() && item.group_id != item.id && !item.variant->options.empty();
}

void write_group(const Item& item, const FieldContext&, std::string& cell) {
  if (is_variant(item)) append_clean(cell, item.group_id);
}

void write_has_variations(const Item& item, const FieldContext&, std::string& cell) {
  if (is_variant(item)) cell += "true";
}

void write_variant_dict(const Item& item, const FieldContext&, std::string& cell) {
  if (!is_variant(item)) return;
  for (const NamedValue& option : item.variant->options) {
    if (!cell.empty()) cell += between_values;
    append_clean(cell, option.name);
    cell += between_parts;
    append_clean(cell, option.value);
  }
}

void write_condition(const Item& item, const FieldContext& context, std::string& cell) {
  cell += condition_word(item, context.settings);
}

void write_category(const Item& item, const FieldContext&, std::string& cell) {
  append_clean(cell,
               item.category.empty() ? item.get(Attribute::product_type).text : item.category);
}

bool is_positive(std::string_view text) {
  const auto number = parse_amount(text);
  return number && number->digits > 0;
}

void write_dimensions(const Item& item, const FieldContext& context, std::string& cell) {
  struct Side {
    std::string_view name;
    Attribute attribute;
  };
  static constexpr Side sides[] = {
      {"length", Attribute::length}, {"width", Attribute::width}, {"height", Attribute::height}};
  const std::string& own = item.get(Attribute::dimension_unit).text;
  const std::string& unit = own.empty() ? context.settings.dimension_unit : own;
  int given = 0;
  for (const Side& side : sides) given += is_positive(item.get(side.attribute).text) ? 1 : 0;
  if (given < 2 || unit.empty()) return;
  for (const Side& side : sides) {
    const std::string& text = item.get(side.attribute).text;
    if (!is_positive(text)) continue;
    cell += side.name;
    cell += between_parts;
    cell += text;
    cell += between_values;
  }
  cell += "unit";
  cell += between_parts;
  append_clean(cell, unit);
}

const std::string& weight_unit(const Item& item, const FieldContext& context) {
  const std::string& own = item.get(Attribute::weight_unit).text;
  return own.empty() ? context.settings.weight_unit : own;
}

void write_weight(const Item& item, const FieldContext& context, std::string& cell) {
  const std::string& text = item.get(Attribute::weight).text;
  if (is_positive(text) && !weight_unit(item, context).empty()) cell += text;
}

void write_weight_unit(const Item& item, const FieldContext& context, std::string& cell) {
  if (is_positive(item.get(Attribute::weight).text)) append_clean(cell, weight_unit(item, context));
}

/// The settings' word, unless the item has its own.
void write_accepts_returns(const Item& item, const FieldContext& context, std::string& cell) {
  const auto own = parse_yes_no(item.get(Attribute::accepts_returns).text);
  const std::optional<bool> accepted = own ? own : context.settings.returns.accepted;
  if (accepted) cell += *accepted ? "true" : "false";
}

void write_return_days(const Item& item, const FieldContext& context, std::string& cell) {
  const auto own = parse_yes_no(item.get(Attribute::accepts_returns).text);
  if (!(own ? own : context.settings.returns.accepted).value_or(false)) return;
  const std::string& days = item.get(Attribute::return_days).text;
  if (is_positive(days))
    cell += days;
  else if (context.settings.returns.days > 0)
    cell += std::to_string(context.settings.returns.days);
}

void write_return_policy(const Item& item, const FieldContext& context, std::string& cell) {
  const std::string& own = item.get(Attribute::return_policy).text;
  append_clean(cell, own.empty() ? context.settings.seller.return_policy : own);
}

void write_seller_url(const Item&, const FieldContext& context, std::string& cell) {
  append_clean(cell, context.settings.seller.url);
}

void write_shipping_price(const Item& item, const FieldContext& context, std::string& cell) {
  const PriceReading price = read_price(item.get(Attribute::shipping_price).text,
                                        context.settings.currency, context.settings.decimal_mark);
  if (price.is_usable() && price.money.amount.digits >= 0) cell += price_text(price.money);
}

void write_reviews(const Item& item, const FieldContext&, std::string& cell) {
  if (item.has(Attribute::rating) && is_positive(item.get(Attribute::review_count).text))
    cell += item.get(Attribute::review_count).text;
}

void write_rating(const Item& item, const FieldContext&, std::string& cell) {
  const auto rating = parse_amount(item.get(Attribute::rating).text);
  if (!rating || !is_positive(item.get(Attribute::review_count).text)) return;
  if (rating->digits >= 0 && compare(*rating, {5, 0}) <= 0) cell += amount_text(*rating, 2);
}

void write_eligible_search(const Item& item, const FieldContext&, std::string& cell) {
  const auto eligible = parse_yes_no(item.get(Attribute::eligible_search).text);
  if (eligible) cell += *eligible ? "true" : "false";
}

constexpr FeedField fields[] = {
    {"item_id", FieldKind::text, write_text<&Item::id>},
    {"title", FieldKind::text, write_text<&Item::title>},
    {"description", FieldKind::text, write_text<&Item::description>},
    {"url", FieldKind::text, write_text<&Item::url>},
    {"brand", FieldKind::text, write_text<&Item::brand>},
    {"seller_name", FieldKind::text, write_seller},
    {"image_url", FieldKind::text, write_text<&Item::image>},
    {"availability", FieldKind::text, write_availability},
    {"price", FieldKind::text, write_price},
    {"is_eligible_search", FieldKind::boolean, write_eligible_search},
    {"sale_price", FieldKind::text, write_sale_price},
    {"group_id", FieldKind::text, write_group},
    {"listing_has_variations", FieldKind::boolean, write_has_variations},
    {"variant_dict", FieldKind::object, write_variant_dict},
    {"offer_id", FieldKind::text, write_attribute<Attribute::offer_id>},
    {"gtin", FieldKind::text, write_gtin},
    {"mpn", FieldKind::text, write_attribute<Attribute::mpn>},
    {"condition", FieldKind::text, write_condition},
    {"product_category", FieldKind::text, write_category},
    {"material", FieldKind::text, write_attribute<Attribute::material>},
    {"color", FieldKind::text, write_attribute<Attribute::color>},
    {"size", FieldKind::text, write_attribute<Attribute::size>},
    {"gender", FieldKind::text, write_word<Attribute::gender>},
    {"age_group", FieldKind::text, write_word<Attribute::age_group>},
    {"dimensions", FieldKind::object, write_dimensions},
    {"weight", FieldKind::text, write_weight},
    {"item_weight_unit", FieldKind::text, write_weight_unit},
    {"additional_image_urls", FieldKind::list, write_more_images},
    {"seller_url", FieldKind::text, write_seller_url},
    {"shipping_price", FieldKind::text, write_shipping_price},
    {"accepts_returns", FieldKind::boolean, write_accepts_returns},
    {"return_deadline_in_days", FieldKind::number, write_return_days},
    {"return_policy", FieldKind::text, write_return_policy},
    {"review_count", FieldKind::number, write_reviews},
    {"star_rating", FieldKind::text, write_rating},
};

void write_questions(const Item& item, const FieldContext&, std::string& cell) {
  for (const Description* said : {&item.variant->own, &item.product->shared})
    for (const ProductQuestion& asked : said->questions) {
      if (!cell.empty()) cell += between_values;
      append_clean(cell, asked.question);
      cell += between_parts;
      append_clean(cell, asked.answer);
    }
}

void write_sale_starts(const Item& item, const FieldContext&, std::string& cell) {
  if (has_sale(item)) append_clean(cell, item.get(Attribute::sale_starts).text);
}

void write_sale_ends(const Item& item, const FieldContext&, std::string& cell) {
  if (has_sale(item)) append_clean(cell, item.get(Attribute::sale_ends).text);
}

/// Both unit prices or none: one alone says nothing.
template <Attribute attribute>
void write_unit(const Item& item, const FieldContext&, std::string& cell) {
  if (item.has(Attribute::unit_measure) && item.has(Attribute::unit_base))
    append_clean(cell, item.get(attribute).text);
}

void write_country(const Item&, const FieldContext& context, std::string& cell) {
  append_clean(cell, context.settings.country);
}

constexpr std::array<std::string_view, 2> question_parts{"q", "a"};

/// Of the generation before, which the current page no longer describes.
constexpr FeedField earlier_fields[] = {
    {"video_url", FieldKind::text, write_attribute<Attribute::video>},
    {"model_3d_url", FieldKind::text, write_attribute<Attribute::model_3d>},
    {"sale_price_start_date", FieldKind::text, write_sale_starts},
    {"sale_price_end_date", FieldKind::text, write_sale_ends},
    {"unit_pricing_measure", FieldKind::text, write_unit<Attribute::unit_measure>},
    {"base_measure", FieldKind::text, write_unit<Attribute::unit_base>},
    {"availability_date", FieldKind::text, write_attribute<Attribute::availability_date>},
    {"expiration_date", FieldKind::text, write_attribute<Attribute::expiration_date>},
    {"q_and_a", FieldKind::objects, write_questions, question_parts},
    {"target_countries", FieldKind::list, write_country},
    {"store_country", FieldKind::text, write_country},
};

constexpr auto all_fields = [] {
  std::array<FeedField, std::size(fields) + std::size(earlier_fields)> all{};
  std::copy(std::begin(fields), std::end(fields), all.begin());
  std::copy(std::begin(earlier_fields), std::end(earlier_fields), all.begin() + std::size(fields));
  return all;
}();

}  // namespace

std::unique_ptr<FeedWriter> openai_writer(const WriterOptions& options, FeedFormat format) {
  if (options.settings.openai_earlier_fields)
    return table_writer(options, "openai", format, all_fields);
  return table_writer(options, "openai", format, fields);
}

}  // namespace stagecraft::feed
