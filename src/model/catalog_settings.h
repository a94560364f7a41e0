// What a catalog's export does not contain: the owner says it, nothing is guessed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/date.h"
#include "model/money.h"
#include "model/product.h"

namespace stagecraft {

/// What stock that nobody counts means for a buyer.
enum class UntrackedStock { not_said, in_stock, out_of_stock, unknown };

/// How wide the numbers of the catalog are spelt: 1234.56 or 1.234,56.
enum class DecimalMark { point, comma };

/// Where the ids of items come from when the export holds none: the SKU, or the handle with the
/// options behind it.
enum class ItemIds { sku, handle };

/// Items that are left out of every feed. Matches when the attribute's text is `equals`, or holds
/// `contains` (neither: when it is given at all); case does not count.
struct Exclusion {
  Attribute attribute = Attribute::id;
  std::string equals;
  std::string contains;
  std::string reason;  ///< never empty
};

/// Who sells, and under which terms. Empty: not said.
struct Seller {
  std::string name;
  std::string url;
  std::string privacy_policy;
  std::string terms;
  std::string return_policy;
};

struct ReturnTerms {
  std::optional<bool> accepted;
  int days = 0;  ///< 0: not said
  std::string country;
  std::string fees;    ///< "free" or "customer"; empty: not said
  std::string method;  ///< "by-mail" or "in-store"; empty: not said
};

struct ShippingTerms {
  std::string country;  ///< ISO 3166-1 alpha-2
  std::string region;
  std::string service;
  Money price;
};

/// A country that is sold to, with its own prices.
struct Market {
  std::string id;
  std::string country;
  const Currency* currency = nullptr;
  std::string language;
  std::string price_column;  ///< of the catalog, such as "Price / Germany"; empty: the main one
  std::string compare_at_column;
  std::string included_column;
};

/// An endpoint that somebody really runs for the shop.
struct Endpoint {
  std::string protocol;  ///< "ucp", "acp", "a2a" or "mcp"
  std::string name;      ///< of the service: "dev.ucp.shopping"
  std::string version;
  std::string transport;  ///< "rest", "mcp", "a2a" or "embedded"
  std::string url;
  std::string spec;
  std::string schema;
};

/// A value that replaces the catalog's; an empty one removes it.
struct Override {
  Attribute attribute = Attribute::id;
  std::string value;
};

/// One entry of `catalogs:` in site.yaml, or a settings file for `stagecraft feed`.
struct CatalogSettings {
  const Currency* currency = nullptr;  ///< null: not said
  std::string shop;                    ///< "https://shop.example/"; empty: not said
  std::string product_url;             ///< a pattern with {handle}, {id} or {sku}; empty: not said
  ItemIds item_ids = ItemIds::sku;
  std::string country;
  std::string language;
  Seller seller;
  ReturnTerms returns;
  std::vector<ShippingTerms> shipping;
  UntrackedStock untracked_stock = UntrackedStock::not_said;
  DecimalMark decimal_mark = DecimalMark::point;
  std::string brand;  ///< for what names none; empty: none is made up
  std::string condition;
  std::string weight_unit;
  std::string dimension_unit;
  std::map<std::string, std::string> columns;     ///< translated header → the one that is known
  std::map<std::string, std::string> categories;  ///< the shop's category → Google's
  std::vector<Exclusion> exclusions;
  std::string overrides;  ///< a CSV file with `id` and attributes, beside this one; empty: none
  std::map<std::string, std::vector<Override>> override_values;  ///< its content, by id
  int most_fall_percent = 0;  ///< the run stops when items fall by more; 0: never
  Date date;                  ///< of the snapshot; not given: rules about "now" cannot run
  int shortest_description = 50;
  std::vector<Market> markets;
  std::vector<Endpoint> endpoints;
  std::string indexnow_key;
  bool openai_earlier_fields = false;  ///< optional fields that OpenAI's current page leaves out
};

}  // namespace stagecraft
