#include "feed/survey_catalogs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/temporary_folder.h"
#include "feed/audit_reports.h"
#include "feed/catalog_products.h"
#include "feed/discovery.h"
#include "feed/feed_run.h"
#include "feed/item/text_checks.h"

namespace stagecraft::feed {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t places_of_each_rule = 5;
constexpr std::size_t shown_categories = 12;
constexpr std::size_t shown_products = 20;

FeedFormat usual_format(Channel channel) {
  switch (channel) {
    case Channel::openai_google: return FeedFormat::tsv;
    case Channel::google: return FeedFormat::rss;
    case Channel::schema_org: return FeedFormat::ndjson;
    case Channel::markdown: return FeedFormat::markdown;
    case Channel::openai:
    case Channel::acp: break;
  }
  return FeedFormat::jsonl;
}

std::vector<FeedTarget> targets_of(const Catalog& catalog) {
  std::vector<FeedTarget> targets;
  for (std::size_t channel = 0; channel < channel_count; ++channel)
    if (std::find(catalog.channels.begin(), catalog.channels.end(), channel_names[channel]) !=
        catalog.channels.end())
      targets.push_back({static_cast<Channel>(channel),
                         usual_format(static_cast<Channel>(channel)), Compression::none});
  return targets;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What one run found, as pages tell it.
class AuditView {
 public:
  AuditView(const FeedRequest& request, const FeedResult& result, const CatalogProducts& products)
      : request_(request), result_(result), products_(products) {}

  CatalogAudit audit() const {
    CatalogAudit audit;
    audit.read = result_.tally->items_read();
    audit.excluded = result_.tally->items_excluded();
    audit.channels = channels();
    for (const RuleTally* tally : rules_by_effect(result_)) audit.rules.push_back(rule(*tally));
    audit.worst = worst();
    for (const auto& [reason, items] : result_.tally->exclusions())
      audit.exclusions.push_back({reason, std::to_string(items)});
    for (std::size_t change = 0; change < change_count; ++change)
      if (const std::uint64_t items = result_.tally->changes()[change])
        audit.normalised.push_back(
            {std::string(change_text(static_cast<Change>(change))), std::to_string(items)});
    for (const AuditRule& one : audit_rules())
      if (!one.cannot_run.empty() && gravest(one, result_.channels) != Gravity::none)
        audit.unchecked.push_back(
            {fmt::format("{}: {}", one.id, one.title), std::string(one.cannot_run)});
    audit.repeated_descriptions = result_.repeated_descriptions;
    audit.all = facts("", result_.substance.all());
    audit.categories = categories();
    audit.record = audit_json(request_, result_);
    return audit;
  }

 private:
  std::vector<AuditedChannel> channels() const {
    std::vector<AuditedChannel> channels;
    for (std::size_t channel = 0; channel < channel_count; ++channel) {
      if (!result_.channels[channel]) continue;
      const ChannelTally& tally = result_.tally->channels()[channel];
      channels.push_back({std::string(channel_names[channel]), tally.published, tally.disapproved,
                          tally.score()});
    }
    return channels;
  }

  AuditedRule rule(const RuleTally& tally) const {
    AuditedRule rule;
    rule.id = tally.rule->id;
    rule.title = tally.rule->title;
    rule.fix = tally.rule->fix;
    rule.severity = gravity_name(gravest(*tally.rule, result_.channels));
    rule.source = tally.rule->source;
    rule.items = tally.items;
    for (std::size_t channel = 0; channel < channel_count; ++channel) {
      if (!result_.channels[channel]) continue;
      rule.refused = std::max(rule.refused, tally.refused[channel]);
      rule.alone = std::max(rule.alone, tally.alone[channel]);
    }
    for (const KeptFinding& finding : result_.tally->kept()) {
      if (finding.rule != tally.rule) continue;
      rule.places.push_back({products_.product_of(finding.item), finding.id, finding.place.line,
                             finding.attribute, finding.value, finding.note});
      if (rule.places.size() == places_of_each_rule) break;
    }
    return rule;
  }

  std::vector<AuditedProduct> worst() const {
    std::vector<AuditedProduct> worst;
    for (const ScoredProduct& scored : result_.worst) {
      if (worst.size() == shown_products) break;
      AuditedProduct product;
      product.product = products_.product_of(scored.number);
      product.title = scored.title.empty() ? scored.id : scored.title;
      product.line = scored.place.line;
      product.score = scored.score;
      product.refused_by = scored.refused.count();
      for (const AuditRule* rule : scored.rules)
        if (gravest(*rule, result_.channels) > Gravity::advice)
          product.rules.emplace_back(rule->id);
      if (!product.rules.empty()) worst.push_back(std::move(product));
    }
    return worst;
  }

  static CategoryFacts facts(const std::string& name, const CategorySubstance& category) {
    CategoryFacts result;
    result.name = name;
    result.items = category.items;
    for (std::size_t fact = 0; fact < fact_count; ++fact)
      result.facts.push_back(
          {std::string(fact_text(static_cast<Fact>(fact))), category.with[fact]});
    result.images = category.images;
    result.description_characters = category.description_characters;
    return result;
  }

  std::vector<CategoryFacts> categories() const {
    std::vector<CategoryFacts> categories;
    for (const auto& [name, category] : result_.substance.categories())
      categories.push_back(facts(name.empty() ? "none" : name, category));
    std::stable_sort(categories.begin(), categories.end(),
                     [](const auto& a, const auto& b) { return a.items > b.items; });
    if (categories.size() > shown_categories) categories.resize(shown_categories);
    return categories;
  }

  const FeedRequest& request_;
  const FeedResult& result_;
  const CatalogProducts& products_;
};

/// The audit of an earlier run; nothing, and an error, when the file holds none.
std::optional<EarlierAudit> earlier_audit(const std::string& path, Diagnostics& diagnostics) {
  const Json json = Json::parse(bytes_of(path), nullptr, false);
  const auto has = [&](const char* key) { return json.is_object() && json.contains(key); };
  const bool is_audit = has("schema") && json["schema"] == "stagecraft/audit/1" &&
                        has("channels") && json["channels"].is_object() && has("rules") &&
                        json["rules"].is_array();
  if (!is_audit) {
    diagnostics.error_in(path, "this is no audit of a catalog",
                         {"'last' is a folder with the audit.json of an earlier run"});
    return std::nullopt;
  }
  EarlierAudit earlier;
  if (has("date") && json["date"].is_string()) earlier.date = json["date"];
  for (const auto& [name, channel] : json["channels"].items())
    if (channel.is_object() && channel.contains("score") && channel["score"].is_number_integer())
      earlier.scores[name] = channel["score"];
  for (const Json& rule : json["rules"])
    if (rule.is_object() && rule.contains("id") && rule["id"].is_string() &&
        rule.contains("items") && rule["items"].is_number_unsigned())
      earlier.items[rule["id"].get<std::string>()] = rule["items"];
  return earlier;
}

/// A profile stands at the root of the shop's own site, or nowhere.
bool is_shop(const SiteSettings& site, const CatalogSettings& settings) {
  return !settings.shop.empty() && host_of(settings.shop) == host_of(site.base_url.text()) &&
         path_of(site.base_url) == "/";
}

/// The feeds, what of the audit is for programs, and what protocols look for.
void take_files(const FeedResult& result, const std::string& folder, const SiteSettings& site,
                Catalog& catalog) {
  for (const FeedFile& file : result.files)
    catalog.files.push_back({CatalogFileKind::feed, file.path,
                             file.path.substr(0, file.path.find('/')),
                             bytes_of(folder + "/" + file.path)});
  if (catalog.audit_audience != AuditAudience::nobody)
    for (const char* name : {"audit.csv", "audit.sarif"})
      catalog.files.push_back({CatalogFileKind::audit, name, "", bytes_of(folder + "/" + name)});
  std::string profile = is_shop(site, catalog.settings) ? ucp_profile(catalog.settings) : "";
  if (!profile.empty())
    catalog.files.push_back(
        {CatalogFileKind::discovery, ".well-known/ucp", "", std::move(profile)});
}

/// False when the disk failed.
bool survey(const std::string& prefix, const SiteSettings& site, Catalog& catalog,
            Diagnostics& diagnostics) {
  const TemporaryFolder temporary;
  if (temporary.path().empty()) {
    diagnostics.error_in("", "there is no temporary folder that can be written to",
                         {"set TMPDIR to one"});
    return false;
  }
  CatalogProducts products(catalog.settings, most_products_of_a_site);
  FeedRequest request;
  request.catalog = prefix + catalog.from;
  request.name = catalog.from;
  request.output = temporary.path() + "/feeds";
  if (!catalog.last.empty()) request.last = prefix + catalog.last;
  request.targets = targets_of(catalog);
  request.settings = catalog.settings;
  request.settings_path = catalog.settings_path;
  request.format = parse_catalog_format(catalog.format);
  request.observer = &products;
  const FeedResult result = run_feed(request, diagnostics);
  if (!result.complete) return !result.disk_failed;
  if (products.count() > most_products_of_a_site) {
    diagnostics.error_in(
        prefix + catalog.from,
        fmt::format("{} products, more than the {} that a site shows", products.count(),
                    most_products_of_a_site),
        {"make the feeds of a large catalog with: stagecraft feed"});
    return true;
  }
  catalog.audit = AuditView(request, result, products).audit();
  if (!catalog.last.empty())
    catalog.audit.earlier = earlier_audit(prefix + catalog.last + "/audit.json", diagnostics);
  catalog.products = products.take_products();
  take_files(result, request.output, site, catalog);
  return true;
}

/// "google 73, acp 88 of 100"
std::string scores_text(const CatalogAudit& audit) {
  std::string scores;
  for (const AuditedChannel& channel : audit.channels)
    scores += fmt::format("{}{} {}", scores.empty() ? "" : ", ", channel.name, channel.score);
  return scores + " of 100";
}

/// Where answers refer to an audit as evidence, it says what it found.
class EvidenceOfAudits {
 public:
  explicit EvidenceOfAudits(const Project& project) : project_(project) {}

  void complete(Assessment& assessment) {
    for (auto& [question, answer] : assessment.answers) complete(answer);
    for (Respondent& respondent : assessment.respondents)
      for (auto& [question, answer] : respondent.answers) complete(answer);
  }

 private:
  void complete(Answer& answer) {
    for (Evidence& evidence : answer.evidence) {
      if (evidence.audit.empty()) continue;
      const auto catalog =
          std::find_if(project_.catalogs.begin(), project_.catalogs.end(),
                       [&](const Catalog& each) { return each.id == evidence.audit; });
      assert(catalog != project_.catalogs.end());  // load has checked it
      complete(*catalog, evidence);
    }
    for (TeamAnswer& team : answer.teams) complete(team.answer);
    for (DatedAnswer& dated : answer.history) complete(dated.answer);
  }

  void complete(const Catalog& catalog, Evidence& evidence) const {
    evidence.text += ": " + scores_text(catalog.audit);
    if (!evidence.date && catalog.settings.date.is_given()) evidence.date = catalog.settings.date;
    if (!evidence.link.empty() || catalog.audit_audience != AuditAudience::everyone) return;
    const Route route("/catalogs/" + catalog.id + "/audit/");
    evidence.link = absolute(project_.settings.base_url, route).text();
  }

  const Project& project_;
};

}  // namespace

bool survey_catalogs(const std::string& prefix, Project& project, Diagnostics& diagnostics) {
  bool is_written = true;
  for (Catalog& catalog : project.catalogs)
    is_written &= survey(prefix, project.settings, catalog, diagnostics);
  EvidenceOfAudits evidence(project);
  for (Assessment& assessment : project.assessments) evidence.complete(assessment);
  return is_written;
}

}  // namespace stagecraft::feed
