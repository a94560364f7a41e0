#include "feed/input/flat_products.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/loose_text.h"
#include "feed/input/column_map.h"
#include "format/json_syntax.h"

namespace stagecraft::feed {
namespace {

// What is no single attribute. Attributes come before them.
enum Target : int {
  ignored = static_cast<int>(attribute_count),
  more_images,
  detail,
  highlight,
  question,
  option,
  variant_object,
  option_name_1,
  option_value_1 = option_name_1 + 3,
  shipping = option_value_1 + 3,
  sale_dates,
  dimensions,
};

constexpr int at(Attribute attribute) {
  return static_cast<int>(attribute);
}

// Names of Google, of OpenAI's generations, and ours where they differ from the attribute's.
constexpr KnownHeader aliases[] = {
    {"item_id", at(Attribute::id)},
    {"item_group_id", at(Attribute::group_id)},
    {"item_group_title", at(Attribute::group_title)},
    {"link", at(Attribute::url)},
    {"mobile_link", at(Attribute::mobile_url)},
    {"image_link", at(Attribute::image)},
    {"image_url", at(Attribute::image)},
    {"video_link", at(Attribute::video)},
    {"video_url", at(Attribute::video)},
    {"virtual_model_link", at(Attribute::model_3d)},
    {"model_3d_url", at(Attribute::model_3d)},
    {"seller_name", at(Attribute::seller)},
    {"google_product_category", at(Attribute::category)},
    {"product_category", at(Attribute::product_type)},
    {"sale_price_start_date", at(Attribute::sale_starts)},
    {"sale_price_end_date", at(Attribute::sale_ends)},
    {"sale_price_effective_date", sale_dates},
    {"inventory_quantity", at(Attribute::quantity)},
    {"inventory", at(Attribute::quantity)},
    {"enable_search", at(Attribute::eligible_search)},
    {"is_eligible_search", at(Attribute::eligible_search)},
    {"enable_checkout", at(Attribute::eligible_checkout)},
    {"is_eligible_checkout", at(Attribute::eligible_checkout)},
    {"return_window", at(Attribute::return_days)},
    {"return_deadline_in_days", at(Attribute::return_days)},
    {"star_rating", at(Attribute::rating)},
    {"product_review_rating", at(Attribute::rating)},
    {"product_review_count", at(Attribute::review_count)},
    {"seller_privacy_policy", at(Attribute::privacy_policy)},
    {"seller_tos", at(Attribute::terms)},
    {"product_length", at(Attribute::length)},
    {"product_width", at(Attribute::width)},
    {"product_height", at(Attribute::height)},
    {"dimensions_unit", at(Attribute::dimension_unit)},
    {"dimensions", dimensions},
    {"product_weight", at(Attribute::weight)},
    {"item_weight_unit", at(Attribute::weight_unit)},
    {"unit_pricing_measure", at(Attribute::unit_measure)},
    {"unit_pricing_base_measure", at(Attribute::unit_base)},
    {"energy_efficiency_class", at(Attribute::energy_class)},
    {"additional_image_link", more_images},
    {"additional_image_urls", more_images},
    {"additional_images", more_images},
    {"product_detail", detail},
    {"details", detail},
    {"product_highlight", highlight},
    {"highlights", highlight},
    {"question_and_answer", question},
    {"questions", question},
    {"options", option},
    {"variant_dict", variant_object},
    {"custom_variant1_category", option_name_1},
    {"custom_variant2_category", option_name_1 + 1},
    {"custom_variant3_category", option_name_1 + 2},
    {"custom_variant1_option", option_value_1},
    {"custom_variant2_option", option_value_1 + 1},
    {"custom_variant3_option", option_value_1 + 2},
    {"shipping", shipping},
};

/// The name that `header` is compared by: lower case, "_" for blanks, without "g:".
std::string name_key(std::string_view header) {
  std::string key = header_key(header);
  if (key.starts_with("g:")) key.erase(0, 2);
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

int target_of(const std::string& key) {
  if (const auto alias = find_header(aliases, key)) return *alias;
  return static_cast<int>(find_attribute(key));  // attribute_count is `ignored`
}

std::string key_of(const std::string& column, const CatalogSettings& settings) {
  const auto translated = settings.columns.find(column);
  return name_key(translated == settings.columns.end() ? column : translated->second);
}

/// The parts of `text` between two `separator`s, where a backslash before it makes it a character.
std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == separator || text[i + 1] == '\\'))
      parts.back() += text[++i];
    else if (text[i] == separator)
      parts.emplace_back();
    else
      parts.back() += text[i];
  }
  return parts;
}

constexpr char between_parts = '\x1E';  // as XML and JSON records join them

/// A composite value: joined by XML and JSON records, or written with colons in a table.
std::vector<std::string> group_parts(std::string_view text) {
  return parts_of(text, text.find(between_parts) != text.npos ? between_parts : ':');
}

class FlatProducts final : public ProductSource {
 public:
  FlatProducts(std::unique_ptr<RecordSource> records, const CatalogSettings& settings)
      : records_(std::move(records)), settings_(settings) {
    take_new_columns();
    has_record_ = read_record();
  }

  bool next(Product& product) override {
    if (!has_record_) return false;
    product.clear();
    const std::string group = group_;
    do {
      take_record(product);
      has_record_ = read_record();
    } while (has_record_ && !group.empty() && group_ == group &&
             product.variant_count < most_variants);
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
      take_new_columns();
      if (is_repeated_header()) continue;
      group_.clear();
      for (const Cell& cell : record_.cells)
        if (targets_[cell.column] == at(Attribute::group_id))
          group_ = without_outer_blanks(cell.text);
      return true;
    }
    return false;
  }

  /// A second header for what another says already is F04; the first one counts.
  void take_new_columns() {
    const std::vector<std::string>& columns = records_->columns();
    while (targets_.size() < columns.size()) {
      const std::string& column = columns[targets_.size()];
      int target = target_of(key_of(column, settings_));
      if (target < static_cast<int>(attribute_count)) {
        const auto [known, is_new] = first_names_.emplace(target, column);
        if (!is_new) {
          mistakes_.push_back({"F04", 0, {1, 1}, column, "'" + known->second + "' counts", false});
          target = ignored;
        }
      }
      targets_.push_back(target);
    }
  }

  bool is_repeated_header() {
    if (record_.cells.size() < 2) return false;
    for (const Cell& cell : record_.cells)
      if (cell.text != records_->columns()[cell.column]) return false;
    mistakes_.push_back({"F08", record_.number, record_.place, "", "", false});
    return true;
  }

  void take_record(Product& product) {
    Variant& variant = product.add_variant();
    variant.record = record_.number;
    variant.place = record_.place;
    std::string option_names[3];
    for (const Cell& cell : record_.cells) {
      const int target = targets_[cell.column];
      const std::string_view text = without_outer_blanks(cell.text);
      if (text.empty()) continue;
      if (target < static_cast<int>(attribute_count))
        variant.own.values.set(static_cast<Attribute>(target), text, cell.place);
      else if (option_name_1 <= target && target < option_value_1)
        option_names[target - option_name_1] = text;
      else if (option_value_1 <= target && target < shipping)
        add_option(variant, option_names[target - option_value_1], text, cell.place);
      else if (target != ignored)
        take_list(variant, target, text, cell.place);
    }
    split_measure(variant, Attribute::weight, Attribute::weight_unit);
    for (const Attribute side : {Attribute::length, Attribute::width, Attribute::height})
      split_measure(variant, side, Attribute::dimension_unit);
    if (variant.options.empty() && !group_.empty()) take_usual_options(variant);
  }

  static void add_option(Variant& variant, const std::string& name, std::string_view value,
                         CatalogPlace place) {
    if (!name.empty()) variant.options.push_back({{}, name, std::string(value), place});
  }

  void take_list(Variant& variant, int target, std::string_view text, CatalogPlace place) {
    Description& own = variant.own;
    if (target == more_images) {
      for (const std::string& url : parts_of(text, ','))
        own.images.push_back({std::string(without_outer_blanks(url)), {}, place});
    } else if (target == highlight) {
      own.highlights.push_back({std::string(text), place});
    } else if (target == shipping) {
      std::string entry(text);
      std::replace(entry.begin(), entry.end(), between_parts, ':');
      own.shipping.push_back({entry, place});
    } else if (target == sale_dates) {
      const std::size_t slash = text.find('/');
      own.values.set(Attribute::sale_starts, text.substr(0, slash), place);
      if (slash != text.npos) own.values.set(Attribute::sale_ends, text.substr(slash + 1), place);
    } else if (target == variant_object || target == dimensions) {
      take_object(variant, target, text, place);
    } else {
      take_group(variant, target, group_parts(text), place);
    }
  }

  static void take_group(Variant& variant, int target, std::vector<std::string> parts,
                         CatalogPlace place) {
    if (parts.size() < 2) return;
    if (target == question) {
      variant.own.questions.push_back({parts[0], parts[1], place});
    } else if (target == option) {
      variant.options.push_back({{}, parts[0], parts[1], place});
    } else if (parts.size() == 2) {
      variant.own.details.push_back({{}, parts[0], parts[1], place});
    } else {
      variant.own.details.push_back({parts[0], parts[1], parts[2], place});
    }
  }

  /// An object whose members a JSON record hands over one by one, or a cell that holds JSON.
  void take_object(Variant& variant, int target, std::string_view text, CatalogPlace place) {
    if (text.find(between_parts) != text.npos) {
      const std::vector<std::string> pair = parts_of(text, between_parts);
      return take_member(variant, target, pair[0], pair[1], place);
    }
    for (const auto& [name, value] : members_of(text))
      take_member(variant, target, name, value, place);
  }

  static void take_member(Variant& variant, int target, const std::string& name,
                          const std::string& value, CatalogPlace place) {
    if (target == variant_object) return add_option(variant, name, value, place);
    const std::string key = name == "unit" ? "dimension_unit" : name;
    const std::size_t attribute = find_attribute(key);
    if (attribute < attribute_count)
      variant.own.values.set(static_cast<Attribute>(attribute), value, place);
  }

  /// The members of a small JSON object of texts and numbers; none when it is something else.
  static std::vector<std::pair<std::string, std::string>> members_of(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> members;
    if (find_json_error(text) || !text.starts_with('{')) return members;
    std::string word;
    std::vector<std::string> words;
    bool is_quoted = false;
    for (std::size_t i = 1; i < text.size(); ++i) {
      const char c = text[i];
      if (is_quoted && c == '\\' && i + 1 < text.size()) {
        word += text[++i];
      } else if (c == '"') {
        is_quoted = !is_quoted;
      } else if (!is_quoted && (c == ':' || c == ',' || c == '}')) {
        words.push_back(std::string(without_outer_blanks(word)));
        word.clear();
      } else {
        word += c;
      }
    }
    for (std::size_t i = 0; i + 1 < words.size(); i += 2)
      members.emplace_back(words[i], words[i + 1]);
    return members;
  }

  /// "1.2 kg" as a number and its unit.
  static void split_measure(Variant& variant, Attribute attribute, Attribute unit) {
    AttributeValues& values = variant.own.values;
    if (!values.has(attribute)) return;
    const CatalogValue value = values.get(attribute);
    const std::size_t blank = value.text.find(' ');
    if (blank == value.text.npos) return;
    values.set(attribute, std::string_view(value.text).substr(0, blank), value.place);
    values.set(unit, without_outer_blanks(std::string_view(value.text).substr(blank)), value.place);
  }

  /// What the channels tell variants apart by when no options are named.
  static void take_usual_options(Variant& variant) {
    struct Usual {
      Attribute attribute;
      std::string_view name;
    };
    static constexpr Usual usual[] = {{Attribute::color, "Color"},
                                      {Attribute::size, "Size"},
                                      {Attribute::material, "Material"},
                                      {Attribute::pattern, "Pattern"}};
    for (const Usual& entry : usual) {
      const CatalogValue& value = variant.own.values.get(entry.attribute);
      if (!value.text.empty())
        variant.options.push_back({{}, std::string(entry.name), value.text, value.place});
    }
  }

  std::unique_ptr<RecordSource> records_;
  const CatalogSettings& settings_;
  std::vector<int> targets_;
  std::map<int, std::string> first_names_;
  Record record_;
  std::string group_;
  bool has_record_ = false;
  std::vector<FileMistake> mistakes_;
};

}  // namespace

bool is_flat(const std::vector<std::string>& columns, const CatalogSettings& settings) {
  bool has_id = false, has_more = false;
  for (const std::string& column : columns) {
    const int target = target_of(key_of(column, settings));
    has_id |= target == at(Attribute::id) || target == at(Attribute::sku);
    has_more |= target == at(Attribute::title) || target == at(Attribute::price);
  }
  return has_id && has_more;
}

std::unique_ptr<ProductSource> flat_products(std::unique_ptr<RecordSource> records,
                                             const CatalogSettings& settings) {
  return std::make_unique<FlatProducts>(std::move(records), settings);
}

}  // namespace stagecraft::feed
