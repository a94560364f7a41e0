#include "cli/feed_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "base/suggest.h"
#include "feed/audit_reports.h"
#include "load/read_catalog_settings.h"

namespace stagecraft {
namespace {

using feed::Channel;
using feed::Compression;
using feed::FeedFormat;
using feed::FeedTarget;

/// A format that a channel takes. The first of a channel is the one that is made unless told
/// otherwise.
struct Taken {
  Channel channel;
  std::string_view name;
  FeedFormat format;
};

constexpr Taken taken[] = {
    {Channel::openai, "jsonl", FeedFormat::jsonl},
    {Channel::openai, "csv", FeedFormat::csv},
    {Channel::openai, "tsv", FeedFormat::tsv},
    {Channel::openai_google, "tsv", FeedFormat::tsv},
    {Channel::openai_google, "csv", FeedFormat::csv},
    {Channel::google, "rss", FeedFormat::rss},
    {Channel::google, "tsv", FeedFormat::tsv},
    {Channel::acp, "jsonl", FeedFormat::jsonl},
    {Channel::schema_org, "ndjson", FeedFormat::ndjson},
    {Channel::markdown, "md", FeedFormat::markdown},
};

std::optional<Channel> parse_channel(std::string_view word) {
  for (std::size_t i = 0; i < feed::channel_count; ++i)
    if (feed::channel_names[i] == word) return static_cast<Channel>(i);
  return std::nullopt;
}

std::string format_choices(Channel channel) {
  std::vector<std::string> names;
  for (const Taken& entry : taken)
    if (entry.channel == channel) names.emplace_back(entry.name);
  return choices_list(names);
}

std::variant<FeedTarget, std::string> parse_target(std::string_view word) {
  const std::size_t colon = word.find(':');
  const std::string_view name = word.substr(0, colon);
  const std::optional<Channel> channel = parse_channel(name);
  if (!channel) {
    const std::vector<std::string> names(feed::channel_names.begin(), feed::channel_names.end());
    return fmt::format("there is no channel '{}'; {}", name, choices_note(name, names));
  }
  std::string_view format = colon == std::string_view::npos ? "" : word.substr(colon + 1);
  FeedTarget target{*channel, FeedFormat::jsonl, Compression::none};
  if (format == "gz" || format.ends_with(".gz")) {
    target.compression = Compression::gzip;
    format = format == "gz" ? "" : format.substr(0, format.size() - 3);
  }
  const auto found = std::find_if(std::begin(taken), std::end(taken), [&](const Taken& entry) {
    return entry.channel == *channel && (format.empty() || entry.name == format);
  });
  if (found == std::end(taken))
    return fmt::format("{} takes no '{}'; {}", name, format, format_choices(*channel));
  target.format = found->format;
  return target;
}

std::optional<CatalogSettings> read_settings(const FeedCommand& command, Diagnostics& diagnostics) {
  if (!command.settings) return CatalogSettings{};
  const NamedFile file = named_file(*command.settings);
  return read_catalog_settings(file.tree(), file.name, diagnostics);
}

/// The markets; one null pointer when there are none, for the catalog as it is.
std::vector<const Market*> markets_of(const CatalogSettings& settings) {
  std::vector<const Market*> markets;
  for (const Market& market : settings.markets) markets.push_back(&market);
  if (markets.empty()) markets.push_back(nullptr);
  return markets;
}

/// The settings with what `market` says instead. Its columns stand in for the main ones.
CatalogSettings settings_of_market(const CatalogSettings& settings, const Market& market) {
  CatalogSettings result = settings;
  result.country = market.country;
  if (market.currency) result.currency = market.currency;
  if (!market.language.empty()) result.language = market.language;
  const auto use = [&](const std::string& column, const std::vector<std::string>& instead_of) {
    if (column.empty()) return;
    for (const std::string& name : instead_of) result.columns[name] = "(another market's)";
    result.columns[column] = instead_of.front();
  };
  use(market.price_column, {"Variant Price", "Price", "Regular price"});
  use(market.compare_at_column, {"Variant Compare At Price", "Compare-at price"});
  use(market.included_column, {"Published", "Published on online store"});
  return result;
}

std::string closing_lines(const std::string& output, const feed::FeedResult& result) {
  std::string text = fmt::format("\n{}:", output);
  for (const feed::FeedFile& file : result.files) text += fmt::format(" {},", file.path);
  return text + " audit.json, audit.csv, audit.sarif\n";
}

}  // namespace

std::variant<std::vector<FeedTarget>, std::string> parse_targets(const std::string& words) {
  std::vector<FeedTarget> targets;
  std::string_view rest = words;
  while (true) {
    const std::size_t comma = rest.find(',');
    auto target = parse_target(rest.substr(0, comma));
    if (auto* message = std::get_if<std::string>(&target)) return std::move(*message);
    const FeedTarget& made = std::get<FeedTarget>(target);
    const bool is_twice = std::any_of(targets.begin(), targets.end(), [&](const FeedTarget& one) {
      return one.channel == made.channel && one.format == made.format &&
             one.compression == made.compression;
    });
    if (is_twice) return fmt::format("--to names '{}' twice", rest.substr(0, comma));
    targets.push_back(made);
    if (comma == std::string_view::npos) return targets;
    rest.remove_prefix(comma + 1);
  }
}

FeedOutcome run_feed_command(const FeedCommand& command, std::ostream* terminal,
                             Diagnostics& diagnostics) {
  FeedOutcome outcome;
  const auto settings = read_settings(command, diagnostics);
  if (!settings) return outcome;
  feed::FeedRequest request;
  request.catalog = command.catalog;
  request.targets = command.targets;
  request.settings_path = command.settings.value_or("");
  request.format = command.format;
  if (terminal)
    request.progress = [terminal](std::uint64_t products) {
      *terminal << fmt::format("\r{} products read", products) << std::flush;
    };
  outcome.complete = true;
  for (const Market* market : markets_of(*settings)) {
    request.output = market ? command.output + "/" + market->id : command.output;
    request.settings = market ? settings_of_market(*settings, *market) : *settings;
    const feed::FeedResult result = feed::run_feed(request, diagnostics);
    if (terminal) *terminal << "\r\x1b[K" << std::flush;
    outcome.disk_failed |= result.disk_failed;
    outcome.complete &= result.complete;
    if (!result.complete) continue;
    outcome.is_refused |= result.is_refused();
    for (const feed::ChannelTally& channel : result.tally->channels())
      outcome.is_refused |= command.is_strict && channel.disapproved > 0;
    outcome.text += feed::audit_text(request, result) + closing_lines(request.output, result);
  }
  return outcome;
}

}  // namespace stagecraft
