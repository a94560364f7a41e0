// Google Merchant Center, and the upload in its format that OpenAI takes: our reading of the
// product data specification and of OpenAI's page on it, 2026-11.
#include <array>

#include "feed/channel/field_parts.h"
#include "feed/channel/table_writer.h"

namespace stagecraft::feed {
namespace {

void write_availability(const Item& item, const FieldContext&, std::string& cell) {
  switch (item.availability) {
    case Availability::in_stock:
    case Availability::limited_stock:
      cell += "in_stock";
      break;
    case Availability::pre_order:
      cell += "preorder";
      break;
    case Availability::backorder:
      cell += "backorder";
      break;
    case Availability::out_of_stock:
    case Availability::discontinued:
      cell += "out_of_stock";
      break;
    default:
      break;
  }
}

void write_sale_dates(const Item& item, const FieldContext&, std::string& cell) {
  if (!has_sale(item) || !item.has(Attribute::sale_starts) || !item.has(Attribute::sale_ends))
    return;
  append_clean(cell, item.get(Attribute::sale_starts).text);
  cell += '/';
  append_clean(cell, item.get(Attribute::sale_ends).text);
}

void write_group(const Item& item, const FieldContext&, std::string& cell) {
  if (item.group_id != item.id) append_clean(cell, item.group_id);
}

void write_condition(const Item& item, const FieldContext& context, std::string& cell) {
  cell += condition_word(item, context.settings);
}

void write_category(const Item& item, const FieldContext&, std::string& cell) {
  append_clean(cell, item.category);
}

void write_identifier_exists(const Item& item, const FieldContext&, std::string& cell) {
  if (parse_yes_no(item.get(Attribute::identifier_exists).text) == false) cell += "no";
}

void write_highlights(const Item& item, const FieldContext&, std::string& cell) {
  const auto& own = item.variant->own.highlights;
  const auto& highlights = own.empty() ? item.product->shared.highlights : own;
  if (highlights.size() < 2) return;  // Google wants at least two
  for (const CatalogValue& highlight : highlights) {
    if (!cell.empty()) cell += between_values;
    append_clean(cell, highlight.text);
  }
}

void write_details(const Item& item, const FieldContext&, std::string& cell) {
  for (const auto* details : {&item.variant->own.details, &item.product->shared.details})
    for (const NamedValue& detail : *details) {
      if (!cell.empty()) cell += between_values;
      append_clean(cell, detail.section);
      cell += between_parts;
      append_clean(cell, detail.name);
      cell += between_parts;
      append_clean(cell, detail.value);
    }
}

void write_questions(const Item& item, const FieldContext&, std::string& cell) {
  constexpr std::size_t most = 30;
  std::size_t count = 0;
  for (const auto* questions : {&item.variant->own.questions, &item.product->shared.questions})
    for (const ProductQuestion& question : *questions) {
      if (++count > most) return;
      if (!cell.empty()) cell += between_values;
      append_clean(cell, question.question);
      cell += between_parts;
      append_clean(cell, question.answer);
    }
}

/// What the catalog says, or else the settings.
void write_shipping(const Item& item, const FieldContext& context, std::string& cell) {
  for (const auto* shipping : {&item.variant->own.shipping, &item.product->shared.shipping})
    for (const CatalogValue& entry : *shipping) {
      if (!cell.empty()) cell += between_values;
      for (const char c : entry.text) cell += c == ':' ? between_parts : c;
    }
  if (!cell.empty()) return;
  for (const ShippingTerms& terms : context.settings.shipping) {
    if (!cell.empty()) cell += between_values;
    cell += terms.country;
    cell += between_parts;
    append_clean(cell, terms.region);
    cell += between_parts;
    append_clean(cell, terms.service);
    cell += between_parts;
    cell += price_text(terms.price);
  }
}

template <Attribute attribute>
void write_measure(const Item& item, const FieldContext& context, std::string& cell) {
  const auto number = parse_amount(item.get(attribute).text);
  if (!number || number->digits <= 0) return;
  const bool is_weight = attribute == Attribute::weight;
  const std::string& own =
      item.get(is_weight ? Attribute::weight_unit : Attribute::dimension_unit).text;
  const std::string& unit = !own.empty() ? own
                            : is_weight  ? context.settings.weight_unit
                                         : context.settings.dimension_unit;
  if (unit.empty()) return;
  cell += item.get(attribute).text;
  cell += ' ';
  append_clean(cell, unit);
}

constexpr std::array<std::string_view, 3> detail_parts{"section_name", "attribute_name",
                                                       "attribute_value"};
constexpr std::array<std::string_view, 2> question_parts{"question", "answer"};
constexpr std::array<std::string_view, 4> shipping_parts{"country", "region", "service", "price"};

constexpr FeedField fields[] = {
    {"id", FieldKind::text, write_text<&Item::id>},
    {"title", FieldKind::text, write_text<&Item::title>},
    {"description", FieldKind::text, write_text<&Item::description>},
    {"link", FieldKind::text, write_text<&Item::url>},
    {"image_link", FieldKind::text, write_text<&Item::image>},
    {"additional_image_link", FieldKind::list, write_more_images},
    {"availability", FieldKind::text, write_availability},
    {"availability_date", FieldKind::text, write_attribute<Attribute::availability_date>},
    {"price", FieldKind::text, write_price},
    {"sale_price", FieldKind::text, write_sale_price},
    {"sale_price_effective_date", FieldKind::text, write_sale_dates},
    {"brand", FieldKind::text, write_text<&Item::brand>},
    {"gtin", FieldKind::text, write_gtin},
    {"mpn", FieldKind::text, write_attribute<Attribute::mpn>},
    {"identifier_exists", FieldKind::text, write_identifier_exists},
    {"condition", FieldKind::text, write_condition},
    {"google_product_category", FieldKind::text, write_category},
    {"product_type", FieldKind::text, write_attribute<Attribute::product_type>},
    {"item_group_id", FieldKind::text, write_group},
    {"color", FieldKind::text, write_attribute<Attribute::color>},
    {"size", FieldKind::text, write_attribute<Attribute::size>},
    {"material", FieldKind::text, write_attribute<Attribute::material>},
    {"pattern", FieldKind::text, write_attribute<Attribute::pattern>},
    {"gender", FieldKind::text, write_word<Attribute::gender>},
    {"age_group", FieldKind::text, write_word<Attribute::age_group>},
    {"size_type", FieldKind::text, write_word<Attribute::size_type>},
    {"size_system", FieldKind::text, write_attribute<Attribute::size_system>},
    {"product_length", FieldKind::text, write_measure<Attribute::length>},
    {"product_width", FieldKind::text, write_measure<Attribute::width>},
    {"product_height", FieldKind::text, write_measure<Attribute::height>},
    {"product_weight", FieldKind::text, write_measure<Attribute::weight>},
    {"unit_pricing_measure", FieldKind::text, write_attribute<Attribute::unit_measure>},
    {"unit_pricing_base_measure", FieldKind::text, write_attribute<Attribute::unit_base>},
    {"expiration_date", FieldKind::text, write_attribute<Attribute::expiration_date>},
    {"adult", FieldKind::text, write_word<Attribute::adult>},
    {"is_bundle", FieldKind::text, write_word<Attribute::is_bundle>},
    {"multipack", FieldKind::text, write_attribute<Attribute::multipack>},
    {"shipping", FieldKind::groups, write_shipping, shipping_parts},
    {"product_detail", FieldKind::groups, write_details, detail_parts},
    {"product_highlight", FieldKind::list, write_highlights},
    {"question_and_answer", FieldKind::groups, write_questions, question_parts},
};

}  // namespace

std::unique_ptr<FeedWriter> google_writer(const WriterOptions& options, FeedFormat format) {
  return table_writer(options, "google", format, fields);
}

std::unique_ptr<FeedWriter> openai_google_writer(const WriterOptions& options, FeedFormat format) {
  return table_writer(options, "openai-google", format, fields);
}

}  // namespace stagecraft::feed
