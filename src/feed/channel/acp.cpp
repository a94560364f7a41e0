// The feed of the Agentic Commerce Protocol of 2026-04-17: metadata.json and products.jsonl, prices
// in minor units. The schema allows no member that it does not name.
#include <fmt/format.h>

#include "feed/channel/field_parts.h"
#include "feed/channel/json_out.h"
#include "feed/channel/shards.h"
#include "feed/item/unit_price.h"

namespace stagecraft::feed {
namespace {

/// Appends members of an object and minds the commas.
class Members {
 public:
  explicit Members(std::string& out) : out_(out) { out_ += '{'; }
  ~Members() { out_ += '}'; }
  Members(const Members&) = delete;
  Members& operator=(const Members&) = delete;

  /// What follows in the output is the value of `name`.
  void name(std::string_view name) {
    if (!is_first_) out_ += ',';
    is_first_ = false;
    out_ += '"';
    out_ += name;
    out_ += "\":";
  }

  void text(std::string_view member, std::string_view value) {
    if (value.empty()) return;
    name(member);
    append_json(out_, value);
  }

 private:
  std::string& out_;
  bool is_first_ = true;
};

/// A list that is opened only when it has an element.
class Elements {
 public:
  Elements(std::string& out, Members& members, std::string_view name)
      : out_(out), members_(members), name_(name) {}
  ~Elements() {
    if (is_open_) out_ += ']';
  }
  Elements(const Elements&) = delete;
  Elements& operator=(const Elements&) = delete;

  void next() {
    if (is_open_) {
      out_ += ',';
      return;
    }
    members_.name(name_);
    out_ += '[';
    is_open_ = true;
  }

 private:
  std::string& out_;
  Members& members_;
  std::string_view name_;
  bool is_open_ = false;
};

void append_price(std::string& out, const Money& money) {
  const auto units = minor_units(money.amount, *money.currency);
  fmt::format_to(std::back_inserter(out), R"({{"amount":{},"currency":"{}"}})", units.value_or(0),
                 money.currency->code);
}

/// Prices that are usable, not negative and whole in minor units.
bool is_exact(const PriceReading& price) {
  if (!price.is_usable() || price.money.amount.digits < 0) return false;
  return minor_units(price.money.amount, *price.money.currency).has_value();
}

void append_availability(std::string& out, Members& members, const Item& item) {
  std::string_view status;
  bool is_available = true;
  switch (item.availability) {
    case Availability::in_stock:
      status = "in_stock";
      break;
    case Availability::limited_stock:
      status = "limited_stock";
      break;
    case Availability::backorder:
      status = "backorder";
      break;
    case Availability::pre_order:
      status = "preorder";
      break;
    case Availability::out_of_stock:
      status = "out_of_stock";
      is_available = false;
      break;
    case Availability::discontinued:
      status = "discontinued";
      is_available = false;
      break;
    default:
      return;  // nothing is known, so nothing is said
  }
  members.name("availability");
  out += fmt::format(R"({{"available":{},"status":"{}"}})", is_available, status);
}

std::string_view barcode_type(std::string_view gtin) {
  return gtin.size() == 12 ? "UPC" : gtin.size() == 13 || gtin.size() == 8 ? "EAN" : "GTIN";
}

void append_media(std::string& out, Elements& media, std::string_view url,
                  std::string_view alternative) {
  if (url.empty()) return;
  media.next();
  Members members(out);
  members.text("type", "image");
  members.text("url", url);
  members.text("alt_text", alternative);
}

class AcpWriter final : public FeedWriter {
 public:
  explicit AcpWriter(const WriterOptions& options)
      : options_(options), context_{options.settings}, shards_(options, "acp/products", ".jsonl") {}

  void write(const Item& item) override {
    if (variants_.empty()) begin_product(item);
    if (variant_count_++ > 0) variants_ += ',';
    append_variant(item);
  }

  void end_product() override {
    if (variant_count_ == 0) return;
    bool begins = false;
    OutputFile& file = shards_.next_file(begins);
    std::string& out = file.buffer();
    out += product_;
    out += variants_;
    out += "]}\n";
    for (std::size_t i = 0; i < variant_count_; ++i) shards_.count_item();
    file.flush_if_full();
    variants_.clear();
    variant_count_ = 0;
  }

  void finish() override {
    bool begins = false;
    if (!shards_.current()) shards_.next_file(begins);
    shards_.close();
    files_ = shards_.files();
    write_metadata();
  }

  const std::vector<FeedFile>& files() const override { return files_; }
  const std::string& failure() const override {
    return failure_.empty() ? shards_.failure() : failure_;
  }

 private:
  void begin_product(const Item& item) {
    product_ = "{\"id\":";
    append_json(product_, item.group_id.empty() ? item.id : item.group_id);
    TextRepairs repairs;
    const std::string title =
        plain_line(item.product->shared.values.get(Attribute::title).text, repairs);
    product_ += ",\"title\":";
    append_json(product_, title.empty() ? item.title : title);
    if (!item.description.empty()) {
      product_ += ",\"description\":{\"plain\":";
      append_json(product_, item.description);
      product_ += '}';
    }
    product_ += ",\"variants\":[";
    product_description_ = item.description;
  }

  void append_variant(const Item& item) {
    std::string& out = variants_;
    Members members(out);
    members.text("id", item.id);
    members.text("title", item.title);
    if (!item.description.empty() && item.description != product_description_) {
      members.name("description");
      Members description(out);
      description.text("plain", item.description);
    }
    members.text("url", item.url);
    if (cell_.clear(), write_gtin(item, context_, cell_); !cell_.empty()) {
      members.name("barcodes");
      out += '[';
      {
        Members barcode(out);
        barcode.text("type", barcode_type(cell_));
        barcode.text("value", cell_);
      }
      out += ']';
    }
    append_prices(members, item);
    append_unit_price(members, item);
    append_availability(out, members, item);
    append_categories(members, item);
    if (const std::string_view word = condition_word(item, context_.settings); !word.empty()) {
      members.name("condition");
      out += fmt::format(R"(["{}"])", word);
    }
    append_options(members, item);
    append_images(members, item);
    append_seller(members);
  }

  void append_prices(Members& members, const Item& item) {
    if (!is_exact(item.price)) return;
    const bool is_reduced = has_sale(item) && is_exact(item.sale_price);
    members.name("price");
    append_price(variants_, is_reduced ? item.sale_price.money : item.price.money);
    if (!is_reduced) return;
    members.name("list_price");
    append_price(variants_, item.price.money);
  }

  /// The measures as the catalog has them; the schema wants a whole number in the reference.
  void append_unit_price(Members& members, const Item& item) {
    if (!is_exact(item.price)) return;
    const bool is_reduced = has_sale(item) && is_exact(item.sale_price);
    const Money& paid = is_reduced ? item.sale_price.money : item.price.money;
    const auto measure = read_measure(item.get(Attribute::unit_measure).text);
    const auto base = read_measure(item.get(Attribute::unit_base).text);
    if (!measure || !base || base->value.places > 0) return;
    const auto units = unit_price(paid, *measure, *base);
    if (!units) return;
    members.name("unit_price");
    Members parts(variants_);
    parts.name("amount");
    variants_ += std::to_string(*units);
    parts.text("currency", paid.currency->code);
    append_measure(parts, "measure", *measure);
    append_measure(parts, "reference", *base);
  }

  void append_measure(Members& members, std::string_view name, const Measure& measure) {
    members.name(name);
    Members parts(variants_);
    parts.name("value");
    variants_ += amount_text(measure.value, 0);
    parts.text("unit", measure.unit);
  }

  void append_categories(Members& members, const Item& item) {
    Elements categories(variants_, members, "categories");
    const auto add = [&](std::string_view value, std::string_view taxonomy) {
      if (value.empty()) return;
      categories.next();
      Members category(variants_);
      category.text("value", value);
      category.text("taxonomy", taxonomy);
    };
    add(item.category, "google_product_category");
    add(item.get(Attribute::product_type).text, "merchant");
  }

  void append_options(Members& members, const Item& item) {
    Elements options(variants_, members, "variant_options");
    for (const NamedValue& option : item.variant->options) {
      options.next();
      Members pair(variants_);
      pair.text("name", option.name);
      pair.text("value", option.value);
    }
  }

  void append_images(Members& members, const Item& item) {
    Elements media(variants_, members, "media");
    append_media(variants_, media, item.image, "");
    for (const auto* images : {&item.variant->own.images, &item.product->shared.images})
      for (const CatalogImage& image : *images)
        if (image.url != item.image) append_media(variants_, media, image.url, image.alternative);
  }

  void append_seller(Members& members) {
    const Seller& seller = context_.settings.seller;
    if (seller.name.empty()) return;
    members.name("seller");
    Members parts(variants_);
    parts.text("name", seller.name);
    Elements links(variants_, parts, "links");
    const auto link = [&](std::string_view type, std::string_view url) {
      if (url.empty()) return;
      links.next();
      Members link_members(variants_);
      link_members.text("type", type);
      link_members.text("url", url);
    };
    link("privacy_policy", seller.privacy_policy);
    link("terms_of_service", seller.terms);
    link("refund_policy", seller.return_policy);
  }

  void write_metadata() {
    const CatalogSettings& settings = context_.settings;
    OutputFile file(options_.folder + "/acp/metadata.json", Compression::none);
    {
      Members members(file.buffer());
      members.text("id", settings.shop.empty() ? "products" : settings.shop);
      members.text("target_country", settings.country);
      if (settings.date.is_given() && settings.date.day > 0)
        members.text("updated_at", iso_text(settings.date) + "T00:00:00Z");
    }
    file.write("\n");
    file.close();
    files_.push_back({"acp/metadata.json", 0, file.content_bytes()});
    failure_ = file.failure();
  }

  const WriterOptions options_;
  FieldContext context_;
  Shards shards_;
  std::string product_;
  std::string product_description_;
  std::string variants_;
  std::string cell_;
  std::size_t variant_count_ = 0;
  std::vector<FeedFile> files_;
  std::string failure_;
};

}  // namespace

std::unique_ptr<FeedWriter> acp_writer(const WriterOptions& options) {
  return std::make_unique<AcpWriter>(options);
}

}  // namespace stagecraft::feed
