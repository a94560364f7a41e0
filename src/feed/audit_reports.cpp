#include "feed/audit_reports.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "feed/discovery.h"

namespace stagecraft::feed {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* list_name = "feeds.json";

}  // namespace

std::vector<const RuleTally*> rules_by_effect(const FeedResult& result) {
  std::vector<const RuleTally*> rules;
  for (const auto& [id, tally] : result.tally->rules()) rules.push_back(&tally);
  const auto refused = [](const RuleTally& tally) {
    return *std::max_element(tally.refused.begin(), tally.refused.end());
  };
  const auto gravity = [&](const RuleTally& tally) {
    return gravest(*tally.rule, result.channels);
  };
  std::stable_sort(rules.begin(), rules.end(), [&](const RuleTally* a, const RuleTally* b) {
    return std::tuple(refused(*a), gravity(*a), a->items) >
           std::tuple(refused(*b), gravity(*b), b->items);
  });
  return rules;
}

namespace {

std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string encoding_name(const TextSurvey& survey) {
  switch (survey.encoding) {
    case Encoding::windows_1252:
      return "Windows-1252";
    case Encoding::damaged_utf8:
      return "UTF-8 with bytes that are none";
    default:
      return survey.has_byte_order_mark ? "UTF-8 with a byte order mark" : "UTF-8";
  }
}

std::string separator_name(char separator) {
  return separator == ',' ? "comma" : separator == ';' ? "semicolon" : "tab";
}

Json place_json(const KeptFinding& finding) {
  Json place;
  place["record"] = finding.record;
  place["line"] = finding.place.line;
  place["column"] = finding.place.column;
  if (!finding.id.empty()) place["id"] = finding.id;
  if (!finding.attribute.empty()) place["attribute"] = finding.attribute;
  if (!finding.value.empty()) place["value"] = finding.value;
  if (!finding.note.empty()) place["note"] = finding.note;
  return place;
}

Json rule_json(const AuditRule& rule, const FeedResult& result) {
  Json json;
  json["id"] = rule.id;
  json["title"] = rule.title;
  json["fix"] = rule.fix;
  json["source"] = rule.source;
  for (std::size_t channel = 0; channel < channel_count; ++channel)
    if (result.channels[channel] && rule.gravities[channel] != Gravity::none)
      json["severity"][std::string(channel_names[channel])] = gravity_name(rule.gravities[channel]);
  return json;
}

Json channels_json(const FeedResult& result) {
  Json channels = Json::object();
  const std::uint64_t excluded = result.tally->items_excluded();
  for (std::size_t channel = 0; channel < channel_count; ++channel) {
    if (!result.channels[channel]) continue;
    const ChannelTally& tally = result.tally->channels()[channel];
    channels[std::string(channel_names[channel])] = {
        {"published", tally.published},
        {"disapproved", tally.disapproved},
        {"excluded", excluded},
        {"score", tally.score()}};
  }
  return channels;
}

Json rules_json(const FeedResult& result) {
  Json rules = Json::array();
  for (const RuleTally* tally : rules_by_effect(result)) {
    Json json = rule_json(*tally->rule, result);
    json["items"] = tally->items;
    json["findings"] = tally->findings;
    for (std::size_t channel = 0; channel < channel_count; ++channel)
      if (result.channels[channel] && tally->refused[channel] > 0)
        json["refused"][std::string(channel_names[channel])] = tally->refused[channel];
    for (std::size_t channel = 0; channel < channel_count; ++channel)
      if (result.channels[channel] && tally->alone[channel] > 0)
        json["alone"][std::string(channel_names[channel])] = tally->alone[channel];
    Json examples = Json::array();
    for (const KeptFinding& finding : result.tally->kept())
      if (finding.rule == tally->rule) examples.push_back(place_json(finding));
    json["examples"] = std::move(examples);
    rules.push_back(std::move(json));
  }
  return rules;
}

Json worst_json(const FeedResult& result) {
  Json products = Json::array();
  for (const ScoredProduct& product : result.worst) {
    Json json{{"score", product.score},
              {"record", product.record},
              {"line", product.place.line},
              {"id", product.id},
              {"title", product.title}};
    json["rules"] = Json::array();
    for (const AuditRule* rule : product.rules) json["rules"].push_back(rule->id);
    for (std::size_t channel = 0; channel < channel_count; ++channel)
      if (product.refused[channel])
        json["refused"].push_back(std::string(channel_names[channel]));
    products.push_back(std::move(json));
  }
  return products;
}

Json category_json(std::string_view name, const CategorySubstance& category) {
  Json json;
  if (!name.empty()) json["category"] = name;
  json["items"] = category.items;
  json["images"] = category.images;
  json["description_characters"] = category.description_characters;
  for (std::size_t fact = 0; fact < fact_count; ++fact)
    json["with"][std::string(fact_text(static_cast<Fact>(fact)))] = category.with[fact];
  return json;
}

Json substance_json(const Substance& substance) {
  Json json;
  json["all"] = category_json("", substance.all());
  json["categories"] = Json::array();
  for (const auto& [name, category] : substance.categories())
    json["categories"].push_back(category_json(name.empty() ? "none" : name, category));
  return json;
}

std::uint64_t percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : (200 * part + whole) / (2 * whole);
}

/// What is said of how many items, the rarest first.
std::string substance_text(const Substance& substance) {
  const CategorySubstance& all = substance.all();
  if (all.items == 0) return {};
  std::vector<std::size_t> facts(fact_count);
  for (std::size_t fact = 0; fact < fact_count; ++fact) facts[fact] = fact;
  std::stable_sort(facts.begin(), facts.end(),
                   [&](std::size_t a, std::size_t b) { return all.with[a] < all.with[b]; });
  std::string text = "\nwhat an assistant can know of an item\n";
  for (const std::size_t fact : facts)
    text += fmt::format("  {:>3} %  {}\n", percent(all.with[fact], all.items),
                        fact_text(static_cast<Fact>(fact)));
  return text;
}

/// The list of files and counts that the last run left in `folder`; no object when it left none.
Json last_list(const std::string& folder) {
  std::ifstream file(folder + "/" + list_name);
  return Json::parse(file, nullptr, false);
}

bool is_safe_path(const std::string& path) {
  return !path.empty() && path[0] != '/' && path.find("..") == path.npos;
}

/// The files that the last run left in `folder`, by its own list.
std::vector<std::string> files_of_last_run(const std::string& folder) {
  const Json list = last_list(folder);
  std::vector<std::string> names;
  if (!list.is_object() || !list.contains("files") || !list["files"].is_array()) return names;
  for (const Json& entry : list["files"])
    if (entry.is_object() && entry.contains("path") && entry["path"].is_string() &&
        is_safe_path(entry["path"].get<std::string>()))
      names.push_back(entry["path"].get<std::string>());
  names.emplace_back(list_name);
  return names;
}

std::string feeds_json(const FeedRequest& request, const FeedResult& result,
                       const std::vector<std::string>& reports) {
  Json list;
  list["schema"] = "stagecraft/feeds/1";
  list["catalog"] = request.shown_name();
  if (request.settings.date.is_given()) list["date"] = iso_text(request.settings.date);
  list["read"] = result.tally->items_read();
  list["channels"] = channels_json(result);
  list["files"] = Json::array();
  for (const FeedFile& file : result.files)
    list["files"].push_back({{"path", file.path}, {"items", file.items}, {"bytes", file.bytes}});
  for (const std::string& name : reports) list["files"].push_back({{"path", name}});
  return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void write_file(const std::string& path, const std::string& text) {
  OutputFile file(path, Compression::none);
  file.write(text);
  file.close();
}

/// `text` as Markdown shows it as it is, within a table too.
std::string markdown_text(std::string_view text) {
  std::string result;
  for (const char c : printable_text(text)) {
    if (std::string_view("\\`*_[]<>#|&").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string markdown_channels(const FeedResult& result) {
  std::string text =
      "| channel | published | disapproved | excluded | fit |\n|---|--:|--:|--:|--:|\n";
  for (std::size_t channel = 0; channel < channel_count; ++channel) {
    if (!result.channels[channel]) continue;
    const ChannelTally& tally = result.tally->channels()[channel];
    text += fmt::format("| {} | {} | {} | {} | {} % |\n", channel_names[channel], tally.published,
                        tally.disapproved, result.tally->items_excluded(),
                        percent(tally.published, tally.published + tally.disapproved));
  }
  return text;
}

std::string markdown_rules(const FeedResult& result) {
  std::string text =
      "| rule | severity | items | what is wrong | what to do | first seen |\n"
      "|---|---|--:|---|---|---|\n";
  for (const RuleTally* tally : rules_by_effect(result)) {
    const auto first =
        std::find_if(result.tally->kept().begin(), result.tally->kept().end(),
                     [&](const KeptFinding& finding) { return finding.rule == tally->rule; });
    text +=
        fmt::format("| {} | {} | {} | {} | {} | line {}{} |\n", tally->rule->id,
                    gravity_name(gravest(*tally->rule, result.channels)), tally->items,
                    markdown_text(tally->rule->title), markdown_text(tally->rule->fix),
                    first->place.line, first->id.empty() ? "" : ", " + markdown_text(first->id));
  }
  return text;
}

std::string markdown_substance(const Substance& substance) {
  const CategorySubstance& all = substance.all();
  std::string text = fmt::format("| of {} items | share |\n|---|--:|\n", all.items);
  for (std::size_t fact = 0; fact < fact_count; ++fact)
    text += fmt::format("| {} | {} % |\n", fact_text(static_cast<Fact>(fact)),
                        percent(all.with[fact], all.items));
  return text;
}

}  // namespace

std::string audit_markdown(const FeedRequest& request, const FeedResult& result) {
  std::string text =
      "---\ntitle: Audit of the catalog\n"
      "description: Which products are fit for which channel, and what to fix first.\n---\n\n";
  text += fmt::format("{} items were read", result.tally->items_read());
  if (request.settings.date.is_given())
    text += fmt::format(" from the snapshot of {}", iso_text(request.settings.date));
  text += ". A feed is not live: it says what was true then.\n\n## Channels\n\n";
  text += markdown_channels(result);
  if (!result.tally->rules().empty()) text += "\n## What to fix first\n\n" + markdown_rules(result);
  if (!result.tally->exclusions().empty()) {
    text += "\n## Left out on purpose\n\n| reason | items |\n|---|--:|\n";
    for (const auto& [reason, count] : result.tally->exclusions())
      text += fmt::format("| {} | {} |\n", markdown_text(reason), count);
  }
  if (result.substance.all().items > 0)
    text += "\n## What an assistant can know\n\n" + markdown_substance(result.substance);
  return text;
}

std::string audit_json(const FeedRequest& request, const FeedResult& result) {
  const AuditTally& tally = *result.tally;
  Json json;
  json["schema"] = "stagecraft/audit/1";
  json["catalog"] = request.shown_name();
  json["format"] = format_name(result.format);
  json["encoding"] = encoding_name(result.survey);
  if (result.separator) json["separator"] = separator_name(result.separator);
  if (request.settings.date.is_given()) json["date"] = iso_text(request.settings.date);
  json["read"] = tally.items_read();
  json["channels"] = channels_json(result);
  json["excluded"] = Json::array();
  for (const auto& [reason, count] : tally.exclusions())
    json["excluded"].push_back({{"reason", reason}, {"items", count}});
  json["rules"] = rules_json(result);
  json["worst"] = worst_json(result);
  json["substance"] = substance_json(result.substance);
  json["substance"]["repeated_descriptions"] = result.repeated_descriptions;
  if (result.changes.has_last)
    json["changes"] = {{"added", result.changes.added},
                       {"removed", result.changes.removed},
                       {"price", result.changes.price},
                       {"availability", result.changes.availability},
                       {"title", result.changes.title}};
  json["normalised"] = Json::array();
  for (std::size_t change = 0; change < change_count; ++change)
    if (tally.changes()[change] > 0)
      json["normalised"].push_back(
          {{"what", change_text(static_cast<Change>(change))}, {"items", tally.changes()[change]}});
  if (result.is_sorted)
    json["normalised"].push_back({{"what", "records of a product brought together"}});
  json["not_checked"] = Json::array();
  for (const AuditRule& rule : audit_rules())
    if (!rule.cannot_run.empty() && gravest(rule, result.channels) != Gravity::none)
      json["not_checked"].push_back(
          {{"id", rule.id}, {"title", rule.title}, {"why", rule.cannot_run}});
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string audit_sarif(const FeedRequest& request, const FeedResult& result) {
  Json rules = Json::array(), results = Json::array();
  for (const AuditRule& rule : audit_rules()) {
    if (gravest(rule, result.channels) == Gravity::none) continue;
    rules.push_back({{"id", rule.id},
                     {"shortDescription", {{"text", rule.title}}},
                     {"help", {{"text", rule.fix}}},
                     {"properties", {{"source", rule.source}}}});
  }
  for (const KeptFinding& finding : result.tally->kept()) {
    const Gravity gravity = gravest(*finding.rule, result.channels);
    std::string text =
        fmt::format("{}: {}", finding.id.empty() ? "the file" : finding.id, finding.rule->title);
    if (!finding.note.empty()) text += fmt::format(" ({})", finding.note);
    const char* const level = gravity == Gravity::error     ? "error"
                              : gravity == Gravity::warning ? "warning"
                                                            : "note";
    results.push_back(
        {{"ruleId", finding.rule->id},
         {"level", level},
         {"message", {{"text", text}}},
         {"locations",
          {{{"physicalLocation",
             {{"artifactLocation", {{"uri", request.shown_name()}}},
              {"region",
               {{"startLine", std::max<std::uint64_t>(1, finding.place.line)},
                {"startColumn", std::max<std::uint32_t>(1, finding.place.column)}}}}}}}}});
  }
  Json json;
  json["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  json["version"] = "2.1.0";
  json["runs"] = {{{"tool", {{"driver", {{"name", "Stagecraft"}, {"rules", rules}}}}},
                   {"columnKind", "unicodeCodePoints"},
                   {"results", results}}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string audit_text(const FeedRequest& request, const FeedResult& result) {
  const AuditTally& tally = *result.tally;
  std::string text = fmt::format("{}: {} catalog, {}", request.shown_name(),
                                 format_name(result.format), encoding_name(result.survey));
  if (result.separator) text += fmt::format(", separated by {}s", separator_name(result.separator));
  text += fmt::format("; {} read\n\n", counted(tally.items_read(), "item"));
  text +=
      fmt::format("{:<14}{:>10}{:>13}{:>10}\n", "channel", "published", "disapproved", "excluded");
  for (std::size_t channel = 0; channel < channel_count; ++channel)
    if (result.channels[channel])
      text += fmt::format("{:<14}{:>10}{:>13}{:>10}\n", channel_names[channel],
                          tally.channels()[channel].published,
                          tally.channels()[channel].disapproved, tally.items_excluded());
  for (const auto& [reason, count] : tally.exclusions())
    text += fmt::format("  excluded: {} ({})\n", printable_text(reason), count);
  const std::vector<const RuleTally*> rules = rules_by_effect(result);
  if (!rules.empty()) text += "\nwhat to fix first\n";
  for (const RuleTally* rule : rules) {
    const Gravity gravity = gravest(*rule->rule, result.channels);
    text += fmt::format("  {:<5} {:<8} {:>7}  {}\n", rule->rule->id, gravity_name(gravity),
                        rule->items, rule->rule->title);
    for (const KeptFinding& finding : tally.kept()) {
      if (finding.rule != rule->rule) continue;
      text += fmt::format("        {}:{}:{}", printable_text(request.shown_name()),
                          finding.place.line, finding.place.column);
      if (!finding.id.empty()) text += " " + printable_text(finding.id);
      if (!finding.value.empty()) text += fmt::format(" '{}'", printable_text(finding.value));
      if (!finding.note.empty()) text += fmt::format(": {}", printable_text(finding.note));
      text += '\n';
      break;
    }
    text += fmt::format("        {}\n", rule->rule->fix);
  }
  if (result.is_sorted)
    text += "\nrecords of one product stood apart; they were brought together\n";
  bool has_changes = false;
  for (std::size_t change = 0; change < change_count; ++change) {
    if (tally.changes()[change] == 0) continue;
    if (!has_changes) text += "\nnormalised\n";
    has_changes = true;
    text += fmt::format("  {:>7}  {}\n", tally.changes()[change],
                        change_text(static_cast<Change>(change)));
  }
  text += substance_text(result.substance);
  const SnapshotChanges& changes = result.changes;
  if (changes.has_last)
    text += fmt::format(
        "\nsince the last run: {} added, {} removed; price of {} changed, availability of {}\n",
        changes.added, changes.removed, changes.price, changes.availability);
  if (request.settings.date.is_given())
    text += fmt::format("\nsnapshot of {}; feeds are not live\n", iso_text(request.settings.date));
  return text;
}

std::vector<std::pair<std::string, std::uint64_t>> published_last_time(const std::string& folder) {
  std::vector<std::pair<std::string, std::uint64_t>> result;
  const Json list = last_list(folder);
  if (!list.is_object() || !list.contains("channels") || !list["channels"].is_object())
    return result;
  for (const auto& [name, counts] : list["channels"].items())
    if (counts.is_object() && counts.contains("published") &&
        counts["published"].is_number_unsigned())
      result.emplace_back(name, counts["published"].get<std::uint64_t>());
  return result;
}

std::vector<std::string> write_reports(const FeedRequest& request, const FeedResult& result,
                                       const std::string& folder) {
  std::vector<std::string> reports{"audit.csv", "audit.json",  "audit.sarif",          "audit.md",
                                   "items.tsv", "changes.csv", "changed-addresses.txt"};
  const std::vector<std::string> found_by =
      write_discovery(request, folder, folder + "/changed-addresses.txt");
  reports.insert(reports.end(), found_by.begin(), found_by.end());
  write_file(folder + "/audit.json", audit_json(request, result));
  write_file(folder + "/audit.md", audit_markdown(request, result));
  write_file(folder + "/audit.sarif", audit_sarif(request, result));
  write_file(folder + "/" + list_name, feeds_json(request, result, reports));
  return files_of_last_run(request.output);
}

}  // namespace stagecraft::feed
