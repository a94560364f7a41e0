#include "load/load_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/suggest.h"
#include "load/index_now_key.h"
#include "load/map_reader.h"
#include "load/read_self_assessments.h"

namespace stagecraft {
namespace {

constexpr std::size_t shortest_link_key = 16;

constexpr std::array<Word<CrawlerRule>, 2> crawler_words{
    {{"allow", CrawlerRule::allow}, {"forbid", CrawlerRule::forbid}}};

/// Whether `c` may stand in an address without being encoded (RFC 3986: unreserved, "%", ":", "/"
/// and the sub-delimiters that are harmless in HTML and in shells).
bool is_address_character(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
         std::string_view("-._~%:/@+,;=").find(c) != std::string_view::npos;
}

/// The text at `node` when it is one of `choices`; empty, and an error, when it is not.
std::string choose(const ReadContext& context, const Node& node, std::string_view kind,
                   std::span<const std::string> choices) {
  const std::optional<std::string> text = read_text(context, node, kind);
  if (!text) return {};
  if (std::find(choices.begin(), choices.end(), *text) != choices.end()) return *text;
  context.error(node, fmt::format("unknown {} '{}'", kind, *text), {choices_list(choices)});
  return {};
}

Url read_base_url(MapReader& reader) {
  const Node* node = reader.find_required("base_url");
  if (!node) return {};
  const std::optional<std::string> text = read_text(reader.context(), *node, "base_url");
  const std::optional<Url> url = text ? parse_base_url(*text) : std::nullopt;
  if (text && !url)
    reader.error(*node, fmt::format("'{}' is not the address of a site", *text),
                 {"for example: https://example.org/maturity/"});
  return url.value_or(Url());
}

std::vector<ModelId> read_models(MapReader& reader, const Offered& offered) {
  std::vector<ModelId> models;
  const Node* list = reader.find_required("models");
  reader.each("models", [&](const Node& node) {
    const ModelId model(choose(reader.context(), node, "model", offered.models));
    if (model.empty()) return;
    if (std::find(models.begin(), models.end(), model) != models.end())
      reader.error(node, fmt::format("the model '{}' is named twice", model.text()));
    models.push_back(model);
  });
  if (list && list->kind == NodeKind::list && list->items.empty())
    reader.error(*list, "a site publishes at least one model", {choices_list(offered.models)});
  return models;
}

std::optional<Colour> read_colour(MapReader& reader, std::string_view key) {
  const Node* node = reader.find(key);
  const std::optional<std::string> text =
      node ? read_text(reader.context(), *node, key) : std::nullopt;
  if (!text) return std::nullopt;
  const std::optional<Colour> colour = parse_colour(*text);
  if (!colour)
    reader.error(*node, fmt::format("'{}' is not a colour", *text),
                 {"a colour is '#' and six hexadecimal digits, in quotes: \"#0b5a50\""});
  return colour;
}

Brand read_brand(MapReader& reader) {
  Brand brand;
  const Node* node = reader.find("brand");
  if (!node) return brand;
  MapReader parts(reader.context(), *node, "the brand");
  if (node->kind != NodeKind::map) return brand;
  brand.name = parts.text("name");
  brand.logo = parts.path("logo", "");
  for (const char* key : {"accent", "accent_dark"}) {
    // YAML reads an unquoted '#…' as a comment, which leaves the key without a value.
    if (const Node* value = node->find(key); value && value->kind == NodeKind::null)
      reader.error(*value, fmt::format("'{}' of the brand has no value", key),
                   {"write the colour in quotes: \"#0b5a50\""});
  }
  brand.accent = read_colour(parts, "accent");
  brand.accent_dark = read_colour(parts, "accent_dark");
  brand.footer = parts.text("footer");
  brand.confidentiality = parts.text("confidentiality");
  parts.finish();
  return brand;
}

}  // namespace

std::optional<Url> parse_base_url(std::string_view text) {
  const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  if (scheme == 0 || text.size() == scheme || text[scheme] == '/') return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), is_address_character)) return std::nullopt;
  std::string address(text);
  if (!address.ends_with('/')) address += '/';
  return Url(std::move(address));
}

std::optional<SiteSettings> load_settings(const Document& document, const Offered& offered,
                                          Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  MapReader reader(ReadContext{document, diagnostics}, document.root, "the site settings");
  if (document.root.kind != NodeKind::map) return std::nullopt;

  SiteSettings settings;
  settings.title = reader.required_text("title");
  settings.description = reader.required_text("description");
  settings.publisher = reader.text("publisher");
  settings.base_url = read_base_url(reader);
  if (const Node* language = reader.find("language"))
    settings.language = choose(reader.context(), *language, "language", offered.languages);
  if (const Node* theme = reader.find("theme"))
    settings.theme = choose(reader.context(), *theme, "theme", offered.themes);
  settings.brand = read_brand(reader);
  settings.models = read_models(reader, offered);
  settings.self_assessments = read_self_assessments(reader, settings.models);
  settings.assessments = reader.path("assessments", settings.assessments);
  settings.portfolio = reader.yes_no("portfolio");
  settings.radar = reader.yes_no("radar");
  settings.manual = reader.yes_no("manual");
  if (reader.find("search")) settings.search = reader.yes_no("search");
  reader.in_map("crawlers", "crawlers", [&](MapReader& parts) {
    settings.answering = parts.choice("answering", crawler_words, CrawlerRule::not_said);
    settings.training = parts.choice("training", crawler_words, CrawlerRule::not_said);
  });
  settings.index_now_key = read_index_now_key(reader);
  settings.link_key = reader.text("link_key");
  if (const Node* key = reader.find("link_key");
      key && settings.link_key.size() < shortest_link_key)
    reader.error(*key,
                 fmt::format("'link_key' needs at least {} characters to keep paths secret",
                             shortest_link_key),
                 {"make one with: openssl rand -hex 16"});
  if (const Node* portfolio = reader.find("portfolio");
      settings.portfolio && settings.link_key.empty())
    reader.error(*portfolio,
                 "a portfolio needs a 'link_key' in the site settings, from which its secret path "
                 "is made",
                 {"make one with: openssl rand -hex 16"});
  reader.path("benchmarks", "");  // load_project reads them when the models are known
  reader.find("catalogs");    // load_catalogs reads them
  reader.find("capability_feeds");  // when the assessments are known
  reader.find("data_pages");  // load_collections reads them when the templates are known
  reader.text("$schema");     // for editors
  reader.finish();
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  return settings;
}

}  // namespace stagecraft
