// The catalogs of a project: what the settings say of them, and what is in them.
// content/docs/catalogs.md is the format.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalog_settings.h"

namespace stagecraft {

/// Who a feed is for, as settings, files and reports spell it. content/docs/feeds.md says of each
/// what publishing its file achieves.
inline constexpr std::array<std::string_view, 6> feed_channels{
    "openai", "openai-google", "google", "acp", "schema-org", "markdown"};

/// Who may read the audit of a catalog.
enum class AuditAudience {
  nobody,   ///< there is no page
  client,   ///< whoever knows its secret path
  everyone
};

/// The formats of catalogs, as settings and reports spell them.
inline constexpr std::array<std::string_view, 6> catalog_formats{
    "shopify", "woocommerce", "table", "google-xml", "acp", "json-lines"};

struct NamedText {
  std::string name;
  std::string value;
};

/// One thing that can be bought.
struct CatalogOffer {
  std::string id;
  std::string title;
  std::vector<NamedText> options;  ///< what tells it apart from the others: "Size", "135 × 200"
  std::string price;               ///< "89.00"; empty: there is none that can be read
  std::string sale_price;          ///< empty: none
  std::string currency;            ///< ISO 4217; empty without a price
  std::string availability;        ///< "in_stock"; "unknown" also where nothing is said
  std::string gtin;                ///< empty: none, or one that is wrong
  std::string mpn;
  std::string url;                 ///< in the shop; empty: not known
};

struct AnsweredQuestion {
  std::string question;
  std::string answer;
};

/// A product as its page shows it. Texts are plain; empty ones are not given.
struct CatalogProduct {
  std::string slug;  ///< of its route; unique in the catalog
  std::string title;
  std::string description;
  std::string brand;
  std::string category;
  std::vector<NamedText> pictures;  ///< text, which may be empty, and address
  std::vector<NamedText> facts;     ///< material, measures, details
  std::vector<std::string> highlights;
  std::vector<AnsweredQuestion> questions;
  std::vector<CatalogOffer> offers;  ///< at least one
  std::string markup;  ///< JSON: a Product or ProductGroup of schema.org; empty: nothing is offered
};

/// What became of the items of one channel. read = published + disapproved + excluded.
struct AuditedChannel {
  std::string name;
  std::uint64_t published = 0;
  std::uint64_t disapproved = 0;
  int score = 0;  ///< 0 to 100; content/docs/audit.md says how it is made
};

/// Where a rule was broken.
struct AuditPlace {
  std::optional<std::size_t> product;  ///< index into Catalog::products; nothing: it has no page
  std::string id;                      ///< of the item; empty: the file itself
  std::uint64_t line = 0;
  std::string attribute;
  std::string value;
  std::string note;
};

/// A rule with findings.
struct AuditedRule {
  std::string id;
  std::string title;
  std::string fix;
  std::string severity;  ///< the gravest in any channel: "error", "warning", "advice"
  std::string source;
  std::uint64_t items = 0;
  std::uint64_t refused = 0;  ///< items that it keeps out of the channel where it keeps out most
  std::uint64_t alone = 0;    ///< those of them that nothing else keeps out
  std::vector<AuditPlace> places;  ///< the first few
};

/// A product that loses much.
struct AuditedProduct {
  std::optional<std::size_t> product;  ///< index into Catalog::products
  std::string title;
  std::uint64_t line = 0;
  int score = 0;
  std::size_t refused_by = 0;      ///< channels that refuse all of its items
  std::vector<std::string> rules;  ///< that it breaks, in their order, without advice
};

/// How many items say something that helps to choose.
struct AuditedFact {
  std::string name;
  std::uint64_t items = 0;
};

struct CategoryFacts {
  std::string name;  ///< empty: of all items
  std::uint64_t items = 0;
  std::vector<AuditedFact> facts;  ///< the same in every category, in one order
  std::uint64_t images = 0;
  std::uint64_t description_characters = 0;
};

/// An earlier audit, for the trend.
struct EarlierAudit {
  std::string date;                            ///< ISO; may be empty
  std::map<std::string, int> scores;           ///< by channel
  std::map<std::string, std::uint64_t> items;  ///< by rule: how many broke it
};

struct CatalogAudit {
  std::uint64_t read = 0;
  std::uint64_t excluded = 0;
  std::vector<AuditedChannel> channels;
  std::vector<AuditedRule> rules;     ///< by effect
  std::vector<AuditedProduct> worst;  ///< the worst first
  std::vector<NamedText> exclusions;  ///< reason and number of items
  std::vector<NamedText> normalised;  ///< what and number of items
  std::vector<NamedText> unchecked;   ///< rule and why it cannot be checked
  std::uint64_t repeated_descriptions = 0;  ///< products with that of an earlier one
  CategoryFacts all;
  std::vector<CategoryFacts> categories;  ///< those with most items
  std::optional<EarlierAudit> earlier;
  std::string record;  ///< the audit as JSON; content/docs/audit.md describes it
};

enum class CatalogFileKind {
  feed,      ///< of a channel
  audit,     ///< what programs read of the audit
  discovery  ///< stands where its protocol looks for it: ".well-known/ucp"
};

/// A file that was made of a catalog.
struct CatalogFile {
  CatalogFileKind kind = CatalogFileKind::feed;
  std::string path;     ///< "google/products.xml"
  std::string channel;  ///< of a feed
  std::string bytes;
};

struct Catalog {
  std::string id;
  std::string title;
  std::string description;
  std::string navigation;  ///< name in the main navigation; empty: it is not there
  std::string from;        ///< the file, within the project
  std::string format;      ///< one of catalog_formats; empty: seen from the content
  CatalogSettings settings;
  std::string settings_path;  ///< for messages; empty: there is no such file
  std::vector<std::string> channels;
  AuditAudience audit_audience = AuditAudience::client;
  std::string last;         ///< a folder of the project with an earlier run; empty: none
  bool is_searched = true;  ///< whether search and A–Z know the products

  // What the survey finds; see feed/survey_catalogs.h.
  std::vector<CatalogProduct> products;  ///< those that have a page, in the order of the catalog
  CatalogAudit audit;
  std::vector<CatalogFile> files;  ///< the feeds, then what belongs to the audit
};

}  // namespace stagecraft
