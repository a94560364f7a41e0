#include "load/load_catalog_settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "load/index_now_key.h"
#include "load/load_settings.h"
#include "load/map_reader.h"

namespace stagecraft {
namespace {

constexpr std::array<Word<UntrackedStock>, 3> untracked_words{
    {{"in-stock", UntrackedStock::in_stock},
     {"out-of-stock", UntrackedStock::out_of_stock},
     {"unknown", UntrackedStock::unknown}}};

constexpr std::array<Word<DecimalMark>, 2> decimal_mark_words{
    {{"point", DecimalMark::point}, {"comma", DecimalMark::comma}}};

constexpr std::array<Word<ItemIds>, 2> item_id_words{
    {{"sku", ItemIds::sku}, {"handle", ItemIds::handle}}};

/// The text at `key` when it is one of `choices`; empty when the key is missing.
std::string choose(MapReader& reader, std::string_view key, std::vector<std::string> choices) {
  const Node* node = reader.find(key);
  if (!node) return {};
  const auto text = read_text(reader.context(), *node, key);
  if (!text) return {};
  if (std::find(choices.begin(), choices.end(), *text) != choices.end()) return *text;
  report_choice(reader.context(), *node, fmt::format("'{}'", key), choices);
  return {};
}

const Currency* read_currency(MapReader& reader, std::string_view key) {
  const Node* node = reader.find(key);
  const auto text = node ? read_text(reader.context(), *node, key) : std::nullopt;
  if (!text) return nullptr;
  const Currency* currency = find_currency(*text);
  if (!currency)
    reader.error(*node, fmt::format("'{}' is no currency of ISO 4217", *text),
                 {"three capitals: EUR, USD, JPY"});
  return currency;
}

std::string read_country(MapReader& reader, std::string_view key) {
  const Node* node = reader.find(key);
  const auto text = node ? read_text(reader.context(), *node, key) : std::nullopt;
  if (!text) return {};
  const auto is_capital = [](char c) { return 'A' <= c && c <= 'Z'; };
  if (text->size() == 2 && is_capital((*text)[0]) && is_capital((*text)[1])) return *text;
  reader.error(*node, fmt::format("'{}' is no country", *text),
               {"two capitals of ISO 3166-1: DE, US, JP"});
  return {};
}

/// An absolute address, http or https.
std::string read_address(MapReader& reader, std::string_view key) {
  const Node* node = reader.find(key);
  const auto text = node ? read_text(reader.context(), *node, key) : std::nullopt;
  if (!text) return {};
  const std::size_t scheme = text->starts_with("https://")  ? 8
                             : text->starts_with("http://") ? 7
                                                            : 0;
  const bool has_blank = text->find_first_of(" \t\n\"<>") != text->npos;
  if (scheme > 0 && text->size() > scheme && !has_blank) return *text;
  reader.error(*node, fmt::format("'{}' is no address of a page", *text),
               {"for example: https://shop.example/returns"});
  return {};
}

std::string read_product_url(MapReader& reader) {
  const std::string pattern = read_address(reader, "product_url");
  if (pattern.empty()) return {};
  bool has_name = false;
  for (const char* name : {"{handle}", "{id}", "{sku}"})
    has_name |= pattern.find(name) != pattern.npos;
  if (!has_name)
    reader.error(*reader.find("product_url"), "'product_url' has no place for the product",
                 {"write {handle}, {id} or {sku} in it: https://shop.example/products/{handle}"});
  return pattern;
}

std::map<std::string, std::string> read_texts_by_name(MapReader& reader, std::string_view key) {
  std::map<std::string, std::string> result;
  reader.each_member(key, [&](const Member& member) {
    if (const auto text = read_text(reader.context(), member.value, key))
      result[member.key] = *text;
  });
  return result;
}

void read_seller(MapReader& reader, CatalogSettings& settings) {
  reader.in_map("seller", "seller", [&](MapReader& parts) {
    settings.seller.name = parts.text("name");
    settings.seller.url = read_address(parts, "url");
    settings.seller.privacy_policy = read_address(parts, "privacy_policy");
    settings.seller.terms = read_address(parts, "terms");
    settings.seller.return_policy = read_address(parts, "return_policy");
  });
}

void read_returns(MapReader& reader, CatalogSettings& settings) {
  reader.in_map("returns", "returns", [&](MapReader& parts) {
    if (parts.find("accepted")) settings.returns.accepted = parts.yes_no("accepted");
    settings.returns.days = parts.whole("days", 1, 3650, 0);
    settings.returns.country = read_country(parts, "country");
    settings.returns.fees = choose(parts, "fees", {"free", "customer"});
    settings.returns.method = choose(parts, "method", {"by-mail", "in-store"});
  });
}

void read_shipping(MapReader& reader, CatalogSettings& settings) {
  reader.each_map("shipping", "shipping", [&](MapReader& parts) {
    ShippingTerms terms;
    terms.country = read_country(parts, "country");
    terms.region = parts.text("region");
    terms.service = parts.text("service");
    const Node* price = parts.find_required("price");
    const auto text = price ? read_text(parts.context(), *price, "price") : std::nullopt;
    terms.price.currency = settings.currency;
    if (const Currency* own = read_currency(parts, "currency")) terms.price.currency = own;
    const std::optional<Decimal> amount = text ? parse_amount(*text) : std::nullopt;
    if (amount) terms.price.amount = *amount;
    if (text && (!amount || amount->digits < 0))
      parts.error(*price, fmt::format("'{}' is no price", *text), {"for example: 4.90"});
    if (text && !terms.price.currency)
      parts.error(*price, "the price has no currency", {"set 'currency' beside it"});
    settings.shipping.push_back(std::move(terms));
  });
}

void read_exclusions(MapReader& reader, CatalogSettings& settings) {
  reader.each_map("exclude", "exclusion", [&](MapReader& parts) {
    Exclusion exclusion;
    const Node* node = parts.find_required("attribute");
    const auto name = node ? read_text(parts.context(), *node, "attribute") : std::nullopt;
    if (name) {
      const std::size_t index = find_attribute(*name);
      if (index == attribute_count)
        parts.error(*node, fmt::format("there is no attribute '{}'", *name),
                    {"for example: id, product_type, tags, brand"});
      else
        exclusion.attribute = static_cast<Attribute>(index);
    }
    exclusion.equals = parts.text("equals");
    exclusion.contains = parts.text("contains");
    exclusion.reason = parts.required_text("reason");
    settings.exclusions.push_back(std::move(exclusion));
  });
}

const std::vector<std::string> protocols{"ucp"};
const std::vector<std::string> transports{"rest", "mcp", "a2a", "embedded"};

/// An endpoint that is declared is one that runs: a profile names nothing else.
void read_endpoints(MapReader& reader, CatalogSettings& settings) {
  reader.each_map("endpoints", "endpoint", [&](MapReader& parts) {
    Endpoint endpoint;
    if (parts.find_required("protocol")) endpoint.protocol = choose(parts, "protocol", protocols);
    endpoint.name = parts.required_text("name");
    endpoint.version = parts.required_text("version");
    if (parts.find_required("transport"))
      endpoint.transport = choose(parts, "transport", transports);
    endpoint.url = read_address(parts, "url");
    endpoint.spec = read_address(parts, "spec");
    endpoint.schema = read_address(parts, "schema");
    if (const Node* name = parts.find("name");
        name && endpoint.name.find('.') == endpoint.name.npos)
      parts.error(*name, fmt::format("'{}' is no reversed domain name", endpoint.name),
                  {"for example: dev.ucp.shopping"});
    if (const Node* version = parts.find("version");
        version && (endpoint.version.size() != 10 || !parse_date(endpoint.version)))
      parts.error(*version, fmt::format("'{}' is no version of UCP", endpoint.version),
                  {"a date: 2026-04-08"});
    if (endpoint.transport != "embedded" && endpoint.url.empty())
      parts.error(parts.node(), "the endpoint has no 'url'",
                  {"declare endpoints that run, with their address"});
    settings.endpoints.push_back(std::move(endpoint));
  });
}

void read_markets(MapReader& reader, CatalogSettings& settings) {
  reader.each_map("markets", "market", [&](MapReader& parts) {
    Market market;
    if (const Node* id = parts.find_required("id"))
      market.id = read_id(parts.context(), *id, "id").value_or("");
    if (parts.find_required("country")) market.country = read_country(parts, "country");
    market.currency = read_currency(parts, "currency");
    market.language = parts.text("language");
    market.price_column = parts.text("price_column");
    market.compare_at_column = parts.text("compare_at_column");
    market.included_column = parts.text("included_column");
    settings.markets.push_back(std::move(market));
  });
}

}  // namespace

std::optional<CatalogSettings> load_catalog_settings(const Document& document,
                                                     Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  MapReader reader(ReadContext{document, diagnostics}, document.root, "the catalog settings");
  if (document.root.kind != NodeKind::map) return std::nullopt;

  CatalogSettings settings;
  settings.currency = read_currency(reader, "currency");
  settings.shop = read_address(reader, "shop");
  settings.product_url = read_product_url(reader);
  settings.item_ids = reader.choice("item_id", item_id_words, ItemIds::sku);
  settings.country = read_country(reader, "country");
  settings.language = reader.text("language");
  read_seller(reader, settings);
  read_returns(reader, settings);
  read_shipping(reader, settings);
  settings.untracked_stock =
      reader.choice("untracked_stock", untracked_words, UntrackedStock::not_said);
  settings.decimal_mark = reader.choice("decimal_mark", decimal_mark_words, DecimalMark::point);
  settings.brand = reader.text("brand");
  settings.condition = choose(reader, "condition", {"new", "refurbished", "used"});
  settings.weight_unit = choose(reader, "weight_unit", {"g", "kg", "oz", "lb"});
  settings.dimension_unit = choose(reader, "dimension_unit", {"cm", "mm", "m", "in", "ft"});
  settings.columns = read_texts_by_name(reader, "columns");
  settings.categories = read_texts_by_name(reader, "categories");
  read_exclusions(reader, settings);
  settings.overrides = reader.path("overrides", "");
  settings.most_fall_percent = reader.whole("most_fall_percent", 1, 100, 0);
  if (const auto date = reader.date("date")) settings.date = *date;
  settings.shortest_description = reader.whole("shortest_description", 1, 5000, 50);
  read_markets(reader, settings);
  read_endpoints(reader, settings);
  settings.indexnow_key = read_index_now_key(reader);
  settings.openai_earlier_fields = reader.yes_no("openai_earlier_fields");
  reader.finish();
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return settings;
}

}  // namespace stagecraft
