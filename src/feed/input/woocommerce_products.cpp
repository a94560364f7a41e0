#include "feed/input/woocommerce_products.h"

#include <algorithm>
#include <iterator>

#include "base/loose_text.h"
#include "feed/input/column_map.h"
#include "feed/input/grouped_records.h"

namespace stagecraft::feed {
namespace {

constexpr std::size_t sort_memory = 4 << 20;

// What is no single attribute. Attributes come before them.
enum Target : int {
  ignored = static_cast<int>(attribute_count),
  parent,
  short_description,
  in_stock,
  stock,
  images,
  categories,
  attribute_name_column,
  attribute_value_column,
};

constexpr int at(Attribute attribute) {
  return static_cast<int>(attribute);
}

constexpr KnownHeader known_headers[] = {
    {"id", at(Attribute::id)},
    {"type", at(Attribute::kind)},
    {"sku", at(Attribute::sku)},
    {"gtin, upc, ean, or isbn", at(Attribute::gtin)},
    {"name", at(Attribute::title)},
    {"published", at(Attribute::published)},
    {"visibility in catalog", at(Attribute::visibility)},
    {"short description", short_description},
    {"description", at(Attribute::description)},
    {"date sale price starts", at(Attribute::sale_starts)},
    {"date sale price ends", at(Attribute::sale_ends)},
    {"in stock?", in_stock},
    {"stock", stock},
    {"sale price", at(Attribute::sale_price)},
    {"regular price", at(Attribute::price)},
    {"categories", categories},
    {"tags", at(Attribute::tags)},
    {"images", images},
    {"parent", parent},
    {"brands", at(Attribute::brand)},
    {"brand", at(Attribute::brand)},
};

/// "weight (kg)": the target, and the unit that stands in the header.
int target_of_measure(std::string_view key, std::string& unit) {
  struct Measure {
    std::string_view start;
    Attribute attribute;
  };
  static constexpr Measure measures[] = {{"weight (", Attribute::weight},
                                         {"length (", Attribute::length},
                                         {"width (", Attribute::width},
                                         {"height (", Attribute::height}};
  for (const Measure& measure : measures) {
    if (!key.starts_with(measure.start) || !key.ends_with(')')) continue;
    unit = key.substr(measure.start.size(), key.size() - measure.start.size() - 1);
    if (unit == "lbs") unit = "lb";
    return at(measure.attribute);
  }
  return ignored;
}

/// The attributes that one of the shop's own attributes speaks of.
constexpr KnownHeader attribute_names[] = {
    {"color", at(Attribute::color)},     {"colour", at(Attribute::color)},
    {"farbe", at(Attribute::color)},     {"size", at(Attribute::size)},
    {"größe", at(Attribute::size)},      {"material", at(Attribute::material)},
    {"pattern", at(Attribute::pattern)}, {"brand", at(Attribute::brand)},
    {"gender", at(Attribute::gender)},   {"condition", at(Attribute::condition)},
};

/// `text` with the literal "\n" of the export as line breaks.
std::string with_line_breaks(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n') {
      result += '\n';
      ++i;
    } else {
      result += text[i];
    }
  }
  return result;
}

/// The elements of a list, where "\," is a comma within one.
std::vector<std::string> list_of(std::string_view text) {
  std::vector<std::string> elements(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == ',') {
      elements.back() += ',';
      ++i;
    } else if (text[i] == ',') {
      elements.emplace_back();
    } else {
      elements.back() += text[i];
    }
  }
  for (std::string& element : elements) element = without_outer_blanks(element);
  std::erase(elements, "");
  return elements;
}

/// The headers of the export and where they go.
class Columns {
 public:
  Columns(const std::vector<std::string>& names, const CatalogSettings& settings) {
    for (const std::string& name : names) {
      const auto translated = settings.columns.find(name);
      const std::string key =
          header_key(translated == settings.columns.end() ? name : translated->second);
      std::string unit;
      int target = find_header(known_headers, key).value_or(ignored);
      if (target == ignored) target = target_of_measure(key, unit);
      if (target == ignored && key.starts_with("attribute ")) {
        if (key.ends_with(" name")) target = attribute_name_column;
        if (key.ends_with(" value(s)")) target = attribute_value_column;
      }
      targets_.push_back(target);
      units_.push_back(std::move(unit));
    }
  }

  int target(const Cell& cell) const { return targets_[cell.column]; }
  const std::string& unit(const Cell& cell) const { return units_[cell.column]; }
  bool has(int target) const {
    return std::find(targets_.begin(), targets_.end(), target) != targets_.end();
  }

  /// The text of the first cell with this target, without outer blanks.
  std::string_view text(const Record& record, int wanted) const {
    for (const Cell& cell : record.cells)
      if (target(cell) == wanted) return without_outer_blanks(cell.text);
    return {};
  }

 private:
  std::vector<int> targets_;
  std::vector<std::string> units_;
};

class WooCommerceProducts final : public ProductSource {
 public:
  WooCommerceProducts(std::unique_ptr<RecordSource> records, const CatalogSettings& settings)
      : records_(std::move(records)),
        columns_(records_->columns(), settings),
        grouped_(
            *records_, [this](const Record& record) { return place_of(record); }, sort_memory) {
    has_record_ = grouped_.next(record_, group_);
  }

  bool next(Product& product) override {
    while (has_record_) {
      read_group(product);
      if (product.variant_count > 0) return true;
    }
    return false;
  }

  std::vector<FileMistake> take_mistakes() override {
    std::vector<FileMistake> result = records_->take_mistakes();
    std::move(mistakes_.begin(), mistakes_.end(), std::back_inserter(result));
    mistakes_.clear();
    return result;
  }

  const std::string& failure() const override {
    return records_->failure().empty() ? grouped_.failure() : records_->failure();
  }

 private:
  /// A variation belongs to the parent that it names; a parent is named by its SKU or, when it has
  /// none, as "id:NN", and both are tried.
  GroupPlace place_of(const Record& record) const {
    const std::string_view kind = columns_.text(record, at(Attribute::kind));
    if (kind.starts_with("variation"))
      return {std::string(columns_.text(record, parent)), false, ""};
    if (!kind.starts_with("variable")) return {};
    const std::string sku(columns_.text(record, at(Attribute::sku)));
    const std::string id = "id:" + std::string(columns_.text(record, at(Attribute::id)));
    return sku.empty() ? GroupPlace{id, true, ""} : GroupPlace{sku, true, id};
  }

  /// A group that is a parent alone makes no item: it is one that is known by two names, or a
  /// product without variations, which nobody can buy.
  void read_group(Product& product) {
    product.clear();
    const std::uint64_t group = group_;
    do {
      if (columns_.text(record_, at(Attribute::kind)).starts_with("variable"))
        take_parent(product);
      else
        take_variant(product);
      has_record_ = grouped_.next(record_, group_);
    } while (has_record_ && group_ == group);
  }

  void take_parent(Product& product) {
    for (const Cell& cell : record_.cells) take_cell(cell, product.shared);
    take_attributes(product.shared, nullptr);
    AttributeValues& shared = product.shared.values;
    shared.set(Attribute::kind, "", {});
    const CatalogValue id = shared.get(Attribute::id);
    shared.set(Attribute::group_id, id.text, id.place);
    shared.set(Attribute::id, "", {});
    shared.set(Attribute::sku, "", {});
    shared.set(Attribute::gtin, "", {});
  }

  void take_variant(Product& product) {
    if (product.variant_count == most_variants) {
      mistakes_.push_back({"F09", record_.number, record_.place, "", "", true});
      return;
    }
    Variant& variant = product.add_variant();
    variant.record = record_.number;
    variant.place = record_.place;
    for (const Cell& cell : record_.cells) take_cell(cell, variant.own);
    const bool is_variation = columns_.text(record_, at(Attribute::kind)).starts_with("variation");
    take_attributes(variant.own, is_variation ? &variant : nullptr);
  }

  void take_cell(const Cell& cell, Description& description) {
    const int target = columns_.target(cell);
    const std::string_view text = without_outer_blanks(cell.text);
    if (text.empty()) return;
    AttributeValues& values = description.values;
    if (target == at(Attribute::description)) {
      values.set(Attribute::description, with_line_breaks(text), cell.place);
    } else if (target < static_cast<int>(attribute_count)) {
      values.set(static_cast<Attribute>(target), text, cell.place);
      take_unit(cell, values);
    } else if (target == short_description) {
      if (!values.has(Attribute::description))
        values.set(Attribute::description, with_line_breaks(text), cell.place);
    } else if (target == in_stock) {
      values.set(Attribute::availability,
                 text == "1"   ? "in_stock"
                 : text == "0" ? "out_of_stock"
                               : text,
                 cell.place);
    } else if (target == stock) {
      if (text != "parent") values.set(Attribute::quantity, text, cell.place);
    } else if (target == categories) {
      const std::vector<std::string> paths = list_of(text);
      if (!paths.empty()) values.set(Attribute::product_type, paths.front(), cell.place);
    } else if (target == images) {
      take_images(list_of(text), cell.place, description);
    }
  }

  void take_unit(const Cell& cell, AttributeValues& values) {
    const std::string& unit = columns_.unit(cell);
    if (unit.empty()) return;
    const bool is_weight = columns_.target(cell) == at(Attribute::weight);
    values.set(is_weight ? Attribute::weight_unit : Attribute::dimension_unit, unit, cell.place);
  }

  static void take_images(const std::vector<std::string>& urls, CatalogPlace place,
                          Description& description) {
    for (const std::string& url : urls) {
      if (&url == &urls.front())
        description.values.set(Attribute::image, url, place);
      else
        description.images.push_back({url, {}, place});
    }
  }

  /// The shop's own attributes: options of a variation, details of anything else.
  void take_attributes(Description& description, Variant* variation) {
    std::string_view name;
    for (const Cell& cell : record_.cells) {
      const int target = columns_.target(cell);
      const std::string_view text = without_outer_blanks(cell.text);
      if (target == attribute_name_column) name = text;
      if (target != attribute_value_column || name.empty() || text.empty()) continue;
      const int known = find_header(attribute_names, header_key(name))
                            .value_or(static_cast<int>(attribute_count));
      const bool is_one = list_of(text).size() == 1;
      if (known < static_cast<int>(attribute_count) && is_one)
        description.values.set(static_cast<Attribute>(known), text, cell.place);
      NamedValue value{{}, std::string(name), std::string(text), cell.place};
      (variation ? variation->options : description.details).push_back(std::move(value));
      name = {};
    }
  }

  std::unique_ptr<RecordSource> records_;
  Columns columns_;
  GroupedRecords grouped_;
  Record record_;
  std::uint64_t group_ = 0;
  bool has_record_ = false;
  std::vector<FileMistake> mistakes_;
};

}  // namespace

bool is_woocommerce(const std::vector<std::string>& columns, const CatalogSettings& settings) {
  const Columns known(columns, settings);
  return known.has(at(Attribute::id)) && known.has(at(Attribute::kind)) &&
         known.has(at(Attribute::title)) && known.has(at(Attribute::price));
}

std::unique_ptr<ProductSource> woocommerce_products(std::unique_ptr<RecordSource> records,
                                                    const CatalogSettings& settings) {
  return std::make_unique<WooCommerceProducts>(std::move(records), settings);
}

}  // namespace stagecraft::feed
