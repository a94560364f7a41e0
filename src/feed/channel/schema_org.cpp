// schema.org as Google Search reads it: one Product or ProductGroup in each line. Price and
// currency always stand together on the offer.
#include "feed/channel/product_markup.h"

#include <fmt/format.h>

#include "feed/channel/field_parts.h"
#include "feed/channel/json_out.h"
#include "feed/channel/shards.h"

namespace stagecraft::feed {
namespace {

void append_member(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += ",\"";
  out += name;
  out += "\":";
  append_json(out, value);
}

std::string_view availability_term(Availability availability) {
  switch (availability) {
    case Availability::in_stock:
      return "https://schema.org/InStock";
    case Availability::limited_stock:
      return "https://schema.org/LimitedAvailability";
    case Availability::out_of_stock:
      return "https://schema.org/OutOfStock";
    case Availability::pre_order:
      return "https://schema.org/PreOrder";
    case Availability::backorder:
      return "https://schema.org/BackOrder";
    case Availability::discontinued:
      return "https://schema.org/Discontinued";
    default:
      return {};
  }
}

std::string_view condition_term(std::string_view word) {
  return word == "new"           ? "https://schema.org/NewCondition"
         : word == "used"        ? "https://schema.org/UsedCondition"
         : word == "refurbished" ? "https://schema.org/RefurbishedCondition"
                                 : "";
}

/// The policy of the settings, as far as they say it: Google wants a link, or country and category.
void append_return_policy(std::string& out, const CatalogSettings& settings) {
  const ReturnTerms& terms = settings.returns;
  const std::string& link = settings.seller.return_policy;
  const bool has_category =
      terms.accepted && !terms.country.empty() && (!*terms.accepted || terms.days > 0);
  if (link.empty() && !has_category) return;
  out += R"(,"hasMerchantReturnPolicy":{"@type":"MerchantReturnPolicy")";
  append_member(out, "merchantReturnLink", link);
  if (has_category) {
    append_member(out, "applicableCountry", terms.country);
    append_member(out, "returnPolicyCategory",
                  *terms.accepted ? "https://schema.org/MerchantReturnFiniteReturnWindow"
                                  : "https://schema.org/MerchantReturnNotPermitted");
    if (*terms.accepted) out += fmt::format(R"(,"merchantReturnDays":{})", terms.days);
    if (terms.method == "by-mail")
      append_member(out, "returnMethod", "https://schema.org/ReturnByMail");
    if (terms.method == "in-store")
      append_member(out, "returnMethod", "https://schema.org/ReturnInStore");
    if (terms.fees == "free") append_member(out, "returnFees", "https://schema.org/FreeReturn");
    if (terms.fees == "customer")
      append_member(out, "returnFees", "https://schema.org/ReturnFeesCustomerResponsibility");
  }
  out += '}';
}

void append_shipping(std::string& out, const CatalogSettings& settings) {
  if (settings.shipping.empty()) return;
  out += ",\"shippingDetails\":[";
  for (const ShippingTerms& terms : settings.shipping) {
    if (out.back() != '[') out += ',';
    out += R"({"@type":"OfferShippingDetails","shippingRate":{"@type":"MonetaryAmount","value":)";
    append_json(out, amount_text(terms.price.amount, terms.price.currency->places));
    append_member(out, "currency", terms.price.currency->code);
    out += R"(},"shippingDestination":{"@type":"DefinedRegion","addressCountry":)";
    append_json(out, terms.country);
    append_member(out, "addressRegion", terms.region);
    out += "}}";
  }
  out += ']';
}

void append_offer(std::string& out, const Item& item, const CatalogSettings& settings) {
  const Money& money = has_sale(item) ? item.sale_price.money : item.price.money;
  out += R"(,"offers":{"@type":"Offer","price":)";
  append_json(out, amount_text(money.amount, money.currency->places));
  append_member(out, "priceCurrency", money.currency->code);
  append_member(out, "availability", availability_term(item.availability));
  append_member(out, "itemCondition", condition_term(condition_word(item, settings)));
  append_member(out, "url", item.url);
  if (has_sale(item)) append_member(out, "priceValidUntil", item.get(Attribute::sale_ends).text);
  if (!settings.seller.name.empty()) {
    out += R"(,"seller":{"@type":"Organization","name":)";
    append_json(out, settings.seller.name);
    out += '}';
  }
  append_return_policy(out, settings);
  append_shipping(out, settings);
  out += '}';
}

/// A member for each list of images, the main one first.
void append_images(std::string& out, const Item& item) {
  if (item.image.empty()) return;
  out += ",\"image\":[";
  append_json(out, item.image);
  for (const auto* images : {&item.variant->own.images, &item.product->shared.images})
    for (const CatalogImage& image : *images) {
      if (image.url == item.image) continue;
      out += ',';
      append_json(out, image.url);
    }
  out += ']';
}

void append_brand(std::string& out, const Item& item) {
  if (item.brand.empty()) return;
  out += R"(,"brand":{"@type":"Brand","name":)";
  append_json(out, item.brand);
  out += '}';
}

/// The members of a Product after its type and name.
void append_product(std::string& out, const Item& item, const CatalogSettings& settings) {
  append_member(out, "description", item.description);
  append_images(out, item);
  append_brand(out, item);
  append_member(out, "sku", item.id);
  std::string gtin;
  write_gtin(item, {settings}, gtin);
  append_member(out, "gtin", gtin);
  append_member(out, "mpn", item.get(Attribute::mpn).text);
  append_member(out, "color", item.get(Attribute::color).text);
  append_member(out, "size", item.get(Attribute::size).text);
  append_member(out, "material", item.get(Attribute::material).text);
  append_member(out, "pattern", item.get(Attribute::pattern).text);
  append_member(out, "category",
                item.category.empty() ? item.get(Attribute::product_type).text : item.category);
  append_member(out, "url", item.url);
  append_offer(out, item, settings);
}

/// The property of schema.org that an option varies by; empty for one that it has no word for.
std::string_view varied_property(std::string_view option) {
  std::string name;
  for (const char c : option) name += 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (name == "color" || name == "colour") return "https://schema.org/color";
  if (name == "size") return "https://schema.org/size";
  if (name == "material" || name == "fabric") return "https://schema.org/material";
  if (name == "pattern") return "https://schema.org/pattern";
  return {};
}

class SchemaOrgWriter final : public FeedWriter {
 public:
  explicit SchemaOrgWriter(const WriterOptions& options)
      : markup_(options.settings), shards_(options, "schema-org/products", ".ndjson") {}

  void write(const Item& item) override { markup_.add(item); }

  void end_product() override {
    const std::size_t items = markup_.items();
    if (items == 0) return;
    bool begins = false;
    OutputFile& file = shards_.next_file(begins);
    std::string& out = file.buffer();
    out += markup_.take();
    out += '\n';
    for (std::size_t i = 0; i < items; ++i) shards_.count_item();
    file.flush_if_full();
  }

  void finish() override {
    bool begins = false;
    if (!shards_.current()) shards_.next_file(begins);
    shards_.close();
  }

  const std::vector<FeedFile>& files() const override { return shards_.files(); }
  const std::string& failure() const override { return shards_.failure(); }

 private:
  ProductMarkup markup_;
  Shards shards_;
};

}  // namespace

void ProductMarkup::add(const Item& item) {
  if (!item.price.is_usable()) return;  // the audit has refused it
  ++items_;
  if (item.group_id.empty()) {
    line_ = R"({"@context":"https://schema.org","@type":"Product","name":)";
    append_json(line_, item.title);
    append_product(line_, item, settings_);
    return;
  }
  if (items_ == 1) begin_group(item);
  if (items_ > 1) variants_ += ',';
  variants_ += R"({"@type":"Product","name":)";
  append_json(variants_, item.title);
  append_product(variants_, item, settings_);
  variants_ += '}';
}

void ProductMarkup::begin_group(const Item& item) {
  line_ = R"({"@context":"https://schema.org","@type":"ProductGroup","name":)";
  TextRepairs repairs;
  const std::string name =
      plain_line(item.product->shared.values.get(Attribute::title).text, repairs);
  append_json(line_, name.empty() ? item.title : name);
  append_member(line_, "productGroupID", item.group_id);
  append_member(line_, "description", item.description);
  append_brand(line_, item);
  std::string varied;
  for (const NamedValue& option : item.variant->options) {
    const std::string_view property = varied_property(option.name);
    if (property.empty()) continue;
    varied += varied.empty() ? "" : ",";
    append_json(varied, property);
  }
  if (!varied.empty()) line_ += ",\"variesBy\":[" + varied + "]";
}

const std::string& ProductMarkup::take() {
  if (items_ > 0) {
    if (!variants_.empty()) {
      line_ += ",\"hasVariant\":[";
      line_ += variants_;
      line_ += ']';
    }
    line_ += '}';
  } else {
    line_.clear();
  }
  items_ = 0;
  variants_.clear();
  return line_;
}

std::unique_ptr<FeedWriter> schema_org_writer(const WriterOptions& options) {
  return std::make_unique<SchemaOrgWriter>(options);
}

}  // namespace stagecraft::feed
