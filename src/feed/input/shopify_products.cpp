#include "feed/input/shopify_products.h"

#include <algorithm>
#include <array>

#include "base/loose_text.h"
#include "feed/input/column_map.h"

namespace stagecraft::feed {
namespace {

// What is no single attribute. Attributes come before them.
enum Target : int {
  ignored = static_cast<int>(attribute_count),
  image_source,
  image_text,
  gift_card,
  option_name,  // and two more
  option_name_last = option_name + 2,
  option_value,
  option_value_last = option_value + 2,
  grams,
  unit_of_measure,
  unit_of_base,
};

constexpr int at(Attribute attribute) {
  return static_cast<int>(attribute);
}

// The export of 2026-05, older ones, and the template with new names; lower case.
constexpr KnownHeader known_headers[] = {
    {"handle", at(Attribute::group_id)},
    {"url handle", at(Attribute::group_id)},
    {"title", at(Attribute::title)},
    {"body (html)", at(Attribute::description)},
    {"body html", at(Attribute::description)},
    {"description", at(Attribute::description)},
    {"vendor", at(Attribute::brand)},
    {"product category", ignored},  // of Shopify's own taxonomy
    {"standardized product type", ignored},
    {"type", at(Attribute::product_type)},
    {"custom product type", at(Attribute::product_type)},
    {"tags", at(Attribute::tags)},
    {"published", at(Attribute::published)},
    {"published on online store", at(Attribute::published)},
    {"status", at(Attribute::status)},
    {"option1 name", option_name},
    {"option2 name", option_name + 1},
    {"option3 name", option_name + 2},
    {"option1 value", option_value},
    {"option2 value", option_value + 1},
    {"option3 value", option_value + 2},
    {"variant sku", at(Attribute::sku)},
    {"sku", at(Attribute::sku)},
    {"variant barcode", at(Attribute::gtin)},
    {"barcode", at(Attribute::gtin)},
    {"variant price", at(Attribute::price)},
    {"price", at(Attribute::price)},
    {"variant compare at price", at(Attribute::compare_at_price)},
    {"compare-at price", at(Attribute::compare_at_price)},
    {"variant inventory tracker", at(Attribute::stock_tracked)},
    {"inventory tracker", at(Attribute::stock_tracked)},
    {"variant inventory qty", at(Attribute::quantity)},
    {"inventory quantity", at(Attribute::quantity)},
    {"variant inventory policy", at(Attribute::sells_unstocked)},
    {"continue selling when out of stock", at(Attribute::sells_unstocked)},
    {"variant grams", grams},
    {"weight value (grams)", grams},
    {"image src", image_source},
    {"product image url", image_source},
    {"image alt text", image_text},
    {"variant image", at(Attribute::image)},
    {"variant image url", at(Attribute::image)},
    {"gift card", gift_card},
    {"unit price total measure", at(Attribute::unit_measure)},
    {"unit price total measure unit", unit_of_measure},
    {"unit price base measure", at(Attribute::unit_base)},
    {"unit price base measure unit", unit_of_base},
    {"google shopping / google product category", at(Attribute::category)},
    {"google shopping / gender", at(Attribute::gender)},
    {"google shopping / age group", at(Attribute::age_group)},
    {"google shopping / mpn", at(Attribute::mpn)},
    {"google shopping / manufacturer part number (mpn)", at(Attribute::mpn)},
    {"google shopping / condition", at(Attribute::condition)},
};

/// Whether the variant says it, not its product.
bool is_of_variant(int target) {
  static constexpr std::array<int, 10> own{at(Attribute::sku),
                                          at(Attribute::gtin),
                                          at(Attribute::price),
                                          at(Attribute::compare_at_price),
                                          at(Attribute::stock_tracked),
                                          at(Attribute::quantity),
                                          at(Attribute::sells_unstocked),
                                          at(Attribute::image),
                                          at(Attribute::unit_measure),
                                          at(Attribute::unit_base)};
  return std::find(own.begin(), own.end(), target) != own.end();
}

/// The name that "Fabric (product.metafields.custom.fabric)" gives to people; empty for others.
std::string_view metafield_name(std::string_view header) {
  const std::size_t open = header.find("(product.metafields.");
  return open == std::string_view::npos ? "" : without_outer_blanks(header.substr(0, open));
}

/// The attribute that an option or metafield of this name speaks of; attribute_count for others.
int attribute_of_name(std::string_view name) {
  static constexpr KnownHeader names[] = {
      {"color", at(Attribute::color)},         {"colour", at(Attribute::color)},
      {"farbe", at(Attribute::color)},         {"couleur", at(Attribute::color)},
      {"size", at(Attribute::size)},           {"größe", at(Attribute::size)},
      {"taille", at(Attribute::size)},         {"material", at(Attribute::material)},
      {"fabric", at(Attribute::material)},     {"pattern", at(Attribute::pattern)},
      {"age group", at(Attribute::age_group)}, {"target gender", at(Attribute::gender)},
  };
  return find_header(names, header_key(name)).value_or(static_cast<int>(attribute_count));
}

class ShopifyProducts final : public ProductSource {
 public:
  ShopifyProducts(std::unique_ptr<RecordSource> records, const CatalogSettings& settings)
      : records_(std::move(records)), settings_(settings) {
    for (const std::string& column : records_->columns()) {
      std::string key = header_key(column);
      if (const auto known = settings.columns.find(column); known != settings.columns.end())
        key = header_key(known->second);
      targets_.push_back(find_header(known_headers, key).value_or(ignored));
      is_header_.push_back(std::move(key));
      metafields_.emplace_back(metafield_name(column));
    }
    has_record_ = read_record();
  }

  bool next(Product& product) override {
    if (!has_record_) return false;
    product.clear();
    option_names_ = {};
    const std::string handle = handle_;
    take_shared(product);
    do {
      take_record(product);
      has_record_ = read_record();
    } while (has_record_ && handle_ == handle && !handle.empty());
    if (product.variant_count == 0) add_bare_variant(product);
    return true;
  }

  std::vector<FileMistake> take_mistakes() override {
    std::vector<FileMistake> result = records_->take_mistakes();
    std::move(mistakes_.begin(), mistakes_.end(), std::back_inserter(result));
    mistakes_.clear();
    return result;
  }
  const std::string& failure() const override { return records_->failure(); }

 private:
  bool read_record() {
    while (records_->next(record_)) {
      if (is_repeated_header()) continue;
      handle_.clear();
      for (const Cell& cell : record_.cells)
        if (targets_[cell.column] == at(Attribute::group_id))
          handle_ = without_outer_blanks(cell.text);
      return true;
    }
    return false;
  }

  /// Files that were joined have the first line again in their middle.
  bool is_repeated_header() {
    if (record_.cells.size() < 2) return false;
    for (const Cell& cell : record_.cells)
      if (header_key(cell.text) != is_header_[cell.column]) return false;
    mistakes_.push_back({"F08", record_.number, record_.place, "", "", false});
    return true;
  }

  void take_shared(Product& product) {
    AttributeValues& shared = product.shared.values;
    for (const Cell& cell : record_.cells) {
      const int target = targets_[cell.column];
      const std::string_view text = without_outer_blanks(cell.text);
      if (text.empty()) continue;
      if (target < static_cast<int>(attribute_count)) {
        if (!is_of_variant(target)) shared.set(static_cast<Attribute>(target), text, cell.place);
      } else if (target == gift_card && header_key(text) == "true") {
        shared.set(Attribute::kind, "gift card", cell.place);
      } else if (target == ignored && !metafields_[cell.column].empty()) {
        take_metafield(product, metafields_[cell.column], text, cell.place);
      } else if (option_name <= target && target <= option_name_last) {
        option_names_[static_cast<std::size_t>(target - option_name)] = text;
      }
    }
  }

  void take_metafield(Product& product, const std::string& name, std::string_view text,
                      CatalogPlace place) {
    const int attribute = attribute_of_name(name);
    AttributeValues& shared = product.shared.values;
    if (attribute < static_cast<int>(attribute_count) &&
        !shared.has(static_cast<Attribute>(attribute)))
      shared.set(static_cast<Attribute>(attribute), text, place);
    product.shared.details.push_back({{}, name, std::string(text), place});
  }

  void take_record(Product& product) {
    take_image(product);
    const bool has_price =
        has_value(at(Attribute::price)) || has_value(at(Attribute::sku)) || has_value(option_value);
    if (!has_price) return;  // an image and nothing else
    if (product.variant_count == most_variants) {
      mistakes_.push_back({"F09", record_.number, record_.place, handle_, "", true});
      return;
    }
    Variant& variant = product.add_variant();
    variant.record = record_.number;
    variant.place = record_.place;
    for (const Cell& cell : record_.cells) take_variant_cell(variant, cell);
    take_id(product, variant);
  }

  bool has_value(int target) const {
    return std::any_of(record_.cells.begin(), record_.cells.end(), [&](const Cell& cell) {
      return targets_[cell.column] == target && !without_outer_blanks(cell.text).empty();
    });
  }

  void take_image(Product& product) {
    CatalogImage image;
    for (const Cell& cell : record_.cells) {
      const int target = targets_[cell.column];
      if (target == image_text) image.alternative = without_outer_blanks(cell.text);
      if (target != image_source) continue;
      image.url = without_outer_blanks(cell.text);
      image.place = cell.place;
    }
    if (image.url.empty()) return;
    AttributeValues& shared = product.shared.values;
    if (!shared.has(Attribute::image))
      shared.set(Attribute::image, image.url, image.place);
    else
      product.shared.images.push_back(std::move(image));
  }

  void take_variant_cell(Variant& variant, const Cell& cell) {
    const int target = targets_[cell.column];
    const std::string_view text = without_outer_blanks(cell.text);
    if (text.empty()) return;
    if (target < static_cast<int>(attribute_count)) {
      if (is_of_variant(target))
        variant.own.values.set(static_cast<Attribute>(target), text, cell.place);
    } else if (option_value <= target && target <= option_value_last) {
      const auto which = static_cast<std::size_t>(target - option_value);
      take_option(variant, which, text, cell.place);
    } else if (target == unit_of_measure || target == unit_of_base) {
      // The amount stands before its unit in the export.
      const Attribute amount =
          target == unit_of_measure ? Attribute::unit_measure : Attribute::unit_base;
      const CatalogValue value = variant.own.values.get(amount);
      if (!value.text.empty())
        variant.own.values.set(amount, value.text + " " + std::string(text), value.place);
    } else if (target == grams && text != "0" && text != "0.0") {
      variant.own.values.set(Attribute::weight, text, cell.place);
      variant.own.values.set(Attribute::weight_unit, "g", cell.place);
    }
  }

  void take_option(Variant& variant, std::size_t which, std::string_view text, CatalogPlace place) {
    const std::string& name = option_names_[which];
    if (name.empty() || (name == "Title" && text == "Default Title")) return;
    variant.options.push_back({{}, name, std::string(text), place});
    const int attribute = attribute_of_name(name);
    if (attribute < static_cast<int>(attribute_count))
      variant.own.values.set(static_cast<Attribute>(attribute), text, place);
  }

  /// The export holds no id of the variant: its SKU is one, or handle and options are.
  void take_id(const Product& product, Variant& variant) {
    const CatalogValue& sku = variant.own.values.get(Attribute::sku);
    if (settings_.item_ids == ItemIds::sku) {
      variant.own.values.set(Attribute::id, sku.text, sku.place);
      return;
    }
    std::string id = product.shared.values.get(Attribute::group_id).text;
    for (const NamedValue& option : variant.options) id += "-" + slug_text(option.value);
    variant.own.values.set(Attribute::id, id, variant.place);
  }

  /// A product that has images only still is one item, and the audit says what is missing.
  void add_bare_variant(Product& product) {
    Variant& variant = product.add_variant();
    variant.record = record_.number;
    variant.place = product.shared.values.get(Attribute::group_id).place;
  }

  std::unique_ptr<RecordSource> records_;
  const CatalogSettings& settings_;
  std::vector<int> targets_;
  std::vector<std::string> is_header_;
  std::vector<std::string> metafields_;
  std::array<std::string, 3> option_names_;
  Record record_;
  std::string handle_;
  bool has_record_ = false;
  std::vector<FileMistake> mistakes_;
};

}  // namespace

bool is_shopify(const std::vector<std::string>& columns) {
  bool has_handle = false, has_price = false;
  for (const std::string& column : columns) {
    const std::string key = header_key(column);
    has_handle |= key == "handle" || key == "url handle";
    has_price |= key == "variant price" || key == "price" || key == "variant sku" || key == "sku";
  }
  return has_handle && has_price;
}

std::unique_ptr<ProductSource> shopify_products(std::unique_ptr<RecordSource> records,
                                                const CatalogSettings& settings) {
  return std::make_unique<ShopifyProducts>(std::move(records), settings);
}

}  // namespace stagecraft::feed
