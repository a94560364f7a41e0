#include "feed/input/json_lines.h"

#include <algorithm>

#include "base/loose_text.h"
#include "base/utf8.h"
#include "format/read_document.h"

namespace stagecraft::feed {
namespace {

constexpr std::size_t piece_size = 256 * 1024;
constexpr std::size_t longest_line = 4 << 20;
constexpr char between_parts = '\x1E';

class JsonRecords final : public RecordSource {
 public:
  explicit JsonRecords(std::unique_ptr<ByteSource> text) : lines_(std::move(text)) {}

  bool next(Record& record) override {
    document_ = lines_.next();
    for (FileMistake& mistake : lines_.take_mistakes()) mistakes_.push_back(std::move(mistake));
    if (!document_) return false;
    texts_.clear();
    record.number = lines_.number();
    record.place = {lines_.line(), 1};
    record.cells.clear();
    for (const Member& member : document_->root.members)
      take_value(column_of(member.key), member.value, record);
    for (std::size_t i = 0; i < texts_.size(); ++i) record.cells[i].text = texts_[i];
    return true;
  }

  const std::vector<std::string>& columns() const override { return columns_; }
  const std::string& failure() const override { return lines_.failure(); }

 private:
  void take_value(std::size_t column, const Node& node, Record& record) {
    if (node.kind == NodeKind::list) {
      for (const Node& item : node.items) take_value(column, item, record);
    } else if (node.kind == NodeKind::map && is_list_of_pairs(node)) {
      for (const Member& member : node.members)
        add_cell(column, member.key + between_parts + member.value.scalar, member.value, record);
    } else if (node.kind == NodeKind::map) {
      std::string text;
      for (const Member& member : node.members) {
        if (&member != &node.members.front()) text += between_parts;
        text += member.value.scalar;
      }
      add_cell(column, std::move(text), node, record);
    } else if (node.is_scalar()) {
      add_cell(column, node.scalar, node, record);
    }
  }

  /// Whether the object's own names matter (variant_dict, dimensions), not only its values.
  static bool is_list_of_pairs(const Node& node) {
    static constexpr std::string_view known[] = {
        "name", "value", "section", "question", "answer", "country", "region", "service", "price"};
    return std::none_of(node.members.begin(), node.members.end(), [](const Member& member) {
      return std::find(std::begin(known), std::end(known), member.key) != std::end(known);
    });
  }

  void add_cell(std::size_t column, std::string text, const Node& node, Record& record) {
    record.cells.push_back({column, {}, lines_.place_of(*document_, node)});
    texts_.push_back(std::move(text));
  }

  std::size_t column_of(const std::string& name) {
    const auto found = std::find(columns_.begin(), columns_.end(), name);
    if (found != columns_.end()) return static_cast<std::size_t>(found - columns_.begin());
    columns_.push_back(name);
    return columns_.size() - 1;
  }

  JsonLines lines_;
  std::optional<Document> document_;
  std::vector<std::string> columns_;
  std::vector<std::string> texts_;
};

class AcpProducts final : public ProductSource {
 public:
  explicit AcpProducts(std::unique_ptr<ByteSource> text) : lines_(std::move(text)) {}

  bool next(Product& product) override {
    while ((document_ = lines_.next())) {
      product.clear();
      take_product(product);
      if (product.variant_count > 0) return true;
      mistakes_.push_back({"J01", lines_.number(), {lines_.line(), 1}, "", "no variants", true});
    }
    return false;
  }

  std::vector<FileMistake> take_mistakes() override {
    std::vector<FileMistake> result = lines_.take_mistakes();
    std::move(mistakes_.begin(), mistakes_.end(), std::back_inserter(result));
    mistakes_.clear();
    return result;
  }
  const std::string& failure() const override { return lines_.failure(); }

 private:
  CatalogPlace place_of(const Node& node) const { return lines_.place_of(*document_, node); }

  void set(AttributeValues& values, Attribute attribute, const Node* node) const {
    if (node && node->is_scalar())
      values.set(attribute, without_outer_blanks(node->scalar), place_of(*node));
  }

  void take_product(Product& product) {
    const Node& root = document_->root;
    AttributeValues& shared = product.shared.values;
    set(shared, Attribute::group_id, root.find("id"));
    set(shared, Attribute::title, root.find("title"));
    set(shared, Attribute::url, root.find("url"));
    take_description(shared, root);
    take_media(product.shared, root);
    const Node* variants = root.find("variants");
    if (!variants) return;
    for (const Node& node : variants->items) {
      if (product.variant_count == most_variants) {
        mistakes_.push_back({"F09", lines_.number(), place_of(node), "", "", true});
        return;
      }
      take_variant(product.add_variant(), node);
    }
  }

  void take_description(AttributeValues& values, const Node& node) const {
    const Node* description = node.find("description");
    if (!description) return;
    for (const char* kind : {"markdown", "html", "plain"})
      set(values, Attribute::description, description->find(kind));
  }

  void take_media(Description& description, const Node& node) const {
    const Node* media = node.find("media");
    if (!media) return;
    for (const Node& entry : media->items) {
      const Node* url = entry.find("url");
      const Node* type = entry.find("type");
      if (!url || !type) continue;
      const Node* text = entry.find("alt_text");
      if (type->scalar == "video") {
        set(description.values, Attribute::video, url);
      } else if (type->scalar == "model") {
        set(description.values, Attribute::model_3d, url);
      } else if (!description.values.has(Attribute::image)) {
        set(description.values, Attribute::image, url);
      } else {
        description.images.push_back({url->scalar, text ? text->scalar : "", place_of(*url)});
      }
    }
  }

  void take_variant(Variant& variant, const Node& node) {
    variant.record = lines_.number();
    variant.place = place_of(node);
    AttributeValues& values = variant.own.values;
    set(values, Attribute::id, node.find("id"));
    set(values, Attribute::title, node.find("title"));
    set(values, Attribute::url, node.find("url"));
    take_description(values, node);
    take_media(variant.own, node);
    if (const Node* codes = node.find("barcodes"); codes && !codes->items.empty())
      set(values, Attribute::gtin, codes->items.front().find("value"));
    take_prices(values, node);
    take_unit_price(values, node);
    if (const Node* availability = node.find("availability"))
      set(values, Attribute::availability, availability->find("status"));
    if (const Node* condition = node.find("condition"); condition && !condition->items.empty())
      set(values, Attribute::condition, &condition->items.front());
    take_categories(values, node);
    if (const Node* seller = node.find("seller"))
      set(values, Attribute::seller, seller->find("name"));
    const Node* options = node.find("variant_options");
    if (!options) return;
    for (const Node& option : options->items) {
      const Node* name = option.find("name");
      const Node* value = option.find("value");
      if (name && value)
        variant.options.push_back({{}, name->scalar, value->scalar, place_of(*value)});
    }
  }

  void take_categories(AttributeValues& values, const Node& node) const {
    const Node* categories = node.find("categories");
    if (!categories) return;
    for (const Node& category : categories->items) {
      const Node* taxonomy = category.find("taxonomy");
      const bool is_google = taxonomy && taxonomy->scalar == "google_product_category";
      set(values, is_google ? Attribute::category : Attribute::product_type,
          category.find("value"));
    }
  }

  /// Minor units become the decimal that they are: with a list price, `price` is the sale price.
  void take_prices(AttributeValues& values, const Node& node) const {
    const bool has_list = node.find("list_price") != nullptr;
    take_price(values, has_list ? Attribute::sale_price : Attribute::price, node.find("price"));
    if (has_list) take_price(values, Attribute::price, node.find("list_price"));
  }

  /// Its measures; the amount follows from them and the price.
  void take_unit_price(AttributeValues& values, const Node& node) const {
    const Node* price = node.find("unit_price");
    if (!price) return;
    take_measure(values, Attribute::unit_measure, price->find("measure"));
    take_measure(values, Attribute::unit_base, price->find("reference"));
  }

  void take_measure(AttributeValues& values, Attribute attribute, const Node* measure) const {
    const Node* value = measure ? measure->find("value") : nullptr;
    const Node* unit = measure ? measure->find("unit") : nullptr;
    if (value && unit) values.set(attribute, value->scalar + " " + unit->scalar, place_of(*value));
  }

  void take_price(AttributeValues& values, Attribute attribute, const Node* node) const {
    const Node* amount = node ? node->find("amount") : nullptr;
    const Node* code = node ? node->find("currency") : nullptr;
    if (!amount || !code) return;
    const Currency* currency = find_currency(code->scalar);
    const auto units = parse_amount(amount->scalar);
    const bool is_whole = units && units->places == 0;
    const std::string number =
        !is_whole  ? amount->scalar + " minor units"
        : currency ? amount_text(amount_of_minor_units(units->digits, *currency), currency->places)
                   : amount->scalar;
    values.set(attribute, number + " " + code->scalar, place_of(*amount));
  }

  JsonLines lines_;
  std::optional<Document> document_;
  std::vector<FileMistake> mistakes_;
};

}  // namespace

bool JsonLines::read_line(std::string& line) {
  line.clear();
  while (true) {
    const std::size_t end = buffer_.find('\n', next_);
    if (end != buffer_.npos || at_end_) {
      const std::size_t stop = std::min(end, buffer_.size());
      if (at_end_ && next_ >= buffer_.size()) return false;
      line.assign(buffer_, next_, stop - next_);
      if (line.ends_with('\r')) line.pop_back();
      next_ = stop + 1;
      ++line_;
      return true;
    }
    buffer_.erase(0, std::min(next_, buffer_.size()));
    next_ = 0;
    const std::size_t kept = buffer_.size();
    if (kept > longest_line) at_end_ = true;
    buffer_.resize(kept + piece_size);
    buffer_.resize(kept + text_->read(buffer_.data() + kept, piece_size));
    at_end_ = at_end_ || buffer_.size() < kept + piece_size;
  }
}

std::optional<Document> JsonLines::next() {
  std::string line;
  while (read_line(line)) {
    if (without_outer_blanks(line).empty()) continue;
    ++number_;
    counted_to_ = 0;
    column_ = 1;
    Diagnostics diagnostics;
    const auto source = std::make_shared<const SourceText>("", std::move(line));
    DocumentLimits limits;
    limits.bytes = longest_line;
    auto document = parse_json(source, limits, diagnostics);
    if (document && document->root.kind == NodeKind::map) return document;
    const std::vector<Diagnostic> found = diagnostics.sorted();
    FileMistake mistake{"F02", number_, {line_, 1}, "", "not an object of JSON", true};
    if (!found.empty()) {
      mistake.detail = found.front().message;
      if (found.front().has_place)
        mistake.place.column = static_cast<std::uint32_t>(found.front().place.column);
    }
    mistakes_.push_back(std::move(mistake));
  }
  return std::nullopt;
}

/// Counts on from the node that was asked for before, forwards or backwards: a line may have
/// millions of bytes and thousands of values.
CatalogPlace JsonLines::place_of(const Document& document, const Node& node) const {
  const std::string_view line = document.source->text();
  if (node.offset >= counted_to_)
    column_ += code_point_count(line.substr(counted_to_, node.offset - counted_to_));
  else
    column_ -= code_point_count(line.substr(node.offset, counted_to_ - node.offset));
  counted_to_ = node.offset;
  return {line_, static_cast<std::uint32_t>(column_)};
}

std::vector<FileMistake> JsonLines::take_mistakes() {
  std::vector<FileMistake> result;
  result.swap(mistakes_);
  return result;
}

std::unique_ptr<RecordSource> json_records(std::unique_ptr<ByteSource> text) {
  return std::make_unique<JsonRecords>(std::move(text));
}

std::unique_ptr<ProductSource> acp_products(std::unique_ptr<ByteSource> text) {
  return std::make_unique<AcpProducts>(std::move(text));
}

}  // namespace stagecraft::feed
