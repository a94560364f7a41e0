#include "feed/feed_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "feed/audit_reports.h"
#include "feed/discovery.h"
#include "feed/input/open_catalog.h"
#include "feed/key_log.h"
#include "feed/needed_settings.h"
#include "feed/staged_folder.h"

namespace stagecraft::feed {
namespace {

constexpr std::size_t key_memory = 4 << 20;
constexpr std::size_t snapshot_memory = 2 << 20;
constexpr std::uint64_t products_between_progress = 4096;

std::unique_ptr<FeedWriter> make_writer(const FeedTarget& target, const WriterOptions& options) {
  switch (target.channel) {
    case Channel::openai:
      return openai_writer(options, target.format);
    case Channel::openai_google:
      return openai_google_writer(options, target.format);
    case Channel::google:
      return google_writer(options, target.format);
    case Channel::acp:
      return acp_writer(options);
    case Channel::schema_org:
      return schema_org_writer(options);
    case Channel::markdown:
      return markdown_writer(options);
  }
  return nullptr;
}

/// The rule that a repeated key breaks.
const AuditRule& rule_of(KeyKind kind) {
  switch (kind) {
    case KeyKind::item_id:
      return audit_rule("I02");
    case KeyKind::gtin:
      return audit_rule("N07");
    case KeyKind::url:
      return audit_rule("L05");
    case KeyKind::title:
      return audit_rule("T05");
    case KeyKind::group_id:
    case KeyKind::id_of_group:
      return audit_rule("V01");
    case KeyKind::group:
    case KeyKind::description:
      break;
  }
  return audit_rule("I02");
}

Attribute attribute_of(KeyKind kind) {
  switch (kind) {
    case KeyKind::item_id:
      return Attribute::id;
    case KeyKind::gtin:
      return Attribute::gtin;
    case KeyKind::url:
      return Attribute::url;
    case KeyKind::title:
      return Attribute::title;
    case KeyKind::group_id:
      return Attribute::group_id;
    case KeyKind::id_of_group:
      return Attribute::id;
    case KeyKind::group:
    case KeyKind::description:
      break;
  }
  return Attribute::id;
}

/// One reading of the catalog from start to end. Keys that occur twice are known only after the
/// first: then there is a second, which knows them.
class Pass {
 public:
  Pass(const FeedRequest& request, const OpenCatalog& catalog, RecordOrder order,
       const std::string& folder, ChannelSet channels)
      : request_(request),
        channels_(channels),
        products_(catalog.products(request.settings, order)),
        table_(folder + "/audit.csv", Compression::none),
        tally(&table_, request.shown_name()),
        snapshot(snapshot_memory),
        worst(channels),
        audit_(channels, request.settings, tally),
        items_(request.settings) {
    for (const FeedTarget& target : request.targets)
      writers_.push_back(
          {target.channel, make_writer(target, {folder, target.compression, request.settings})});
  }

  /// Reads everything. `known` are the conflicts of the pass before; null in the first.
  void run(KeyLog* known, KeyLog* found) {
    known_ = known;
    found_ = found;
    has_conflict_ = known_ && known_->next(conflict_);
    if (request_.observer) request_.observer->begin_reading();
    while (products_->next(product_)) {
      take_mistakes();
      take_product();
      if (++products_read_ % products_between_progress == 0 && request_.progress)
        request_.progress(products_read_);
    }
    take_mistakes();
    for (auto& [channel, writer] : writers_) writer->finish();
  }

  /// Compares with the last run and ends the table of findings. Call it once, after all reading.
  SnapshotChanges finish(const std::string& folder, const std::string& last) {
    const SnapshotChanges changes =
        snapshot.finish(folder, last, [&](const ReusedId& reused) { report_reuse(reused); });
    table_.close();
    return changes;
  }

  std::string failure() const {
    if (!products_->failure().empty()) return products_->failure();
    if (!table_.failure().empty()) return "audit.csv: " + table_.failure();
    for (const auto& [channel, writer] : writers_)
      if (!writer->failure().empty()) return writer->failure();
    return {};
  }
  bool reading_failed() const { return !products_->failure().empty(); }

  std::vector<FeedFile> files() const {
    std::vector<FeedFile> all;
    for (const auto& [channel, writer] : writers_)
      all.insert(all.end(), writer->files().begin(), writer->files().end());
    return all;
  }

 private:
  void report_reuse(const ReusedId& reused) {
    const AuditRule& rule = audit_rule("I04");
    if (gravest(rule, channels_) == Gravity::none) return;
    Item item;
    item.id = reused.id;
    item.number = reused.item;
    const std::string note = fmt::format("its title was '{}'", reused.former_title);
    Finding finding;
    finding.rule = &rule;
    finding.item = &item;
    finding.record = reused.record;
    finding.place = reused.place;
    finding.attribute = attribute_name(Attribute::title);
    finding.value = reused.title;
    finding.note = note;
    tally.take_later(finding);
  }

  void take_mistakes() {
    for (const FileMistake& mistake : products_->take_mistakes()) {
      Finding finding;
      finding.rule = &audit_rule(mistake.rule);
      finding.record = mistake.record;
      finding.place = mistake.place;
      finding.value = mistake.value;
      finding.note = mistake.detail;
      tally.take(finding);
      if (mistake.drops_record) tally.end_item(channels_, channels_);
    }
  }

  void take_product() {
    items_.begin(product_);
    for (std::size_t i = 0; i < product_.variant_count; ++i) {
      const bool is_overridden = override_values(product_.variants[i]);
      items_.read(product_, product_.variants[i], item_);
      if (is_overridden) item_.note(Change::overridden);
      if (item_.exclusion.empty())
        take_item();
      else
        tally.count_excluded(item_.exclusion);
    }
    for (auto& [channel, writer] : writers_) writer->end_product();
    worst.end_product();
    if (request_.observer) request_.observer->end_product();
  }

  bool override_values(Variant& variant) const {
    const auto& overrides = request_.settings.override_values;
    if (overrides.empty()) return false;
    const auto found = overrides.find(variant.own.values.get(Attribute::id).text);
    if (found == overrides.end()) return false;
    for (const Override& entry : found->second)
      variant.own.values.set(entry.attribute, entry.value, variant.place);
    return true;
  }

  void take_item() {
    ChannelSet refused = audit_.check(item_);
    refused |= take_conflicts();
    check_currency();
    if (found_) log_keys();
    tally.count_changes(item_);
    substance.count(item_);
    const ItemVerdict& verdict = tally.end_item(refused, channels_);
    worst.take(item_, verdict);
    if (request_.observer) request_.observer->take(item_, verdict);
    if (refused != channels_) snapshot.add(item_);
    for (auto& [channel, writer] : writers_)
      if (!refused[static_cast<std::size_t>(channel)]) writer->write(item_);
  }

  ChannelSet take_conflicts() {
    ChannelSet refused;
    while (has_conflict_ && conflict_.item < item_.number) has_conflict_ = known_->next(conflict_);
    while (has_conflict_ && conflict_.item == item_.number) {
      if (is_seen_within_the_product()) {
        has_conflict_ = known_->next(conflict_);
        continue;
      }
      const AuditRule& rule = rule_of(conflict_.kind);
      Reporter reporter(tally, channels_);
      reporter.begin(item_);
      reporter.begin(rule);
      reporter.add(attribute_of(conflict_.kind),
                   fmt::format("the first is record {}", conflict_.first_record));
      refused |= reporter.refused();
      has_conflict_ = known_->next(conflict_);
    }
    return refused;
  }

  /// A group with the id of one of its own items: the rule itself sees that.
  bool is_seen_within_the_product() const {
    if (conflict_.kind == KeyKind::id_of_group) return item_.group_id == item_.id;
    if (conflict_.kind != KeyKind::group_id) return false;
    for (std::size_t i = 0; i < product_.variant_count; ++i)
      if (product_.get(product_.variants[i], Attribute::id).text == item_.group_id) return true;
    return false;
  }

  /// P09 needs the items before.
  void check_currency() {
    if (!item_.price.is_usable()) return;
    if (!first_currency_) first_currency_ = item_.price.money.currency;
    if (first_currency_ == item_.price.money.currency) return;
    Reporter reporter(tally, channels_);
    reporter.begin(item_);
    reporter.begin(audit_rule("P09"));
    reporter.add(fmt::format("the first is in {}", first_currency_->code));
  }

  void log_keys() {
    const std::uint64_t record = item_.variant->record;
    if (!item_.id.empty()) found_->add(KeyKind::item_id, item_.id, item_.number, record);
    if (item_.variant == &product_.variants.front()) {
      const std::string& group = item_.get(Attribute::group_id).text;
      if (!item_.title.empty()) found_->add(KeyKind::title, item_.title, item_.number, record);
      if (!group.empty()) found_->add(KeyKind::group, group, item_.number, record);
      if (!item_.group_id.empty())
        found_->add(KeyKind::group_id, item_.group_id, item_.number, record);
      if (!item_.description.empty())
        found_->add(KeyKind::description, item_.description, item_.number, record);
    }
    if (!item_.gtin.empty()) found_->add(KeyKind::gtin, item_.gtin, item_.number, record);
    if (item_.has(Attribute::url) && !item_.has(Attribute::offer_id) && item_.group_id.empty())
      found_->add(KeyKind::url, item_.url, item_.number, record);
  }

  struct ChannelFile {
    Channel channel;
    std::unique_ptr<FeedWriter> writer;
  };

  const FeedRequest& request_;
  ChannelSet channels_;
  std::unique_ptr<ProductSource> products_;
  OutputFile table_;

 public:
  AuditTally tally;
  Snapshot snapshot;
  Substance substance;
  WorstProducts worst;

 private:
  ItemAudit audit_;
  ItemReader items_;
  std::vector<ChannelFile> writers_;
  Product product_;
  Item item_;
  KeyLog* known_ = nullptr;
  KeyLog* found_ = nullptr;
  KeyConflict conflict_;
  bool has_conflict_ = false;
  const Currency* first_currency_ = nullptr;
  std::uint64_t products_read_ = 0;
};

ChannelSet channels_of(const std::vector<FeedTarget>& targets) {
  ChannelSet channels;
  for (const FeedTarget& target : targets) channels.set(static_cast<std::size_t>(target.channel));
  return channels;
}

void report_disk(const std::string& what, FeedResult& result, Diagnostics& diagnostics) {
  result.disk_failed = true;
  diagnostics.error_in("", "the feeds cannot be written: " + what);
}

/// The owner's brake: an export that lost half its products should not empty the shop.
void report_fall(const FeedRequest& request, const FeedResult& result, Diagnostics& diagnostics) {
  const int most = request.settings.most_fall_percent;
  if (most == 0) return;
  for (const auto& [name, before] : published_last_time(request.last_run())) {
    const auto found = std::find(channel_names.begin(), channel_names.end(), name);
    const auto channel = static_cast<std::size_t>(found - channel_names.begin());
    if (channel >= channel_count || !result.channels[channel]) continue;
    const std::uint64_t now = result.tally->channels()[channel].published;
    if (now >= before || 100 * (before - now) <= static_cast<std::uint64_t>(most) * before)
      continue;
    diagnostics.error_in(
        request.catalog,
        fmt::format("{} would publish {} items, and {} last time: a fall of more than {} %", name,
                    now, before, most),
        {"if that is right, raise or remove 'most_fall_percent' for this run"});
  }
}

/// The pass that saw the whole catalog and knew its keys, and why keys are missing if any are.
struct WholeReading {
  std::unique_ptr<Pass> pass;
  std::string failure;
};

/// Keys that occur twice are known only at the end: then the catalog is read again.
WholeReading read_whole(const FeedRequest& request, const OpenCatalog& catalog,
                        const std::string& folder, FeedResult& result) {
  auto order = RecordOrder::of_file;
  const auto new_pass = [&] {
    return std::make_unique<Pass>(request, catalog, order, folder, result.channels);
  };
  auto keys = std::make_unique<KeyLog>(key_memory);
  auto pass = new_pass();
  pass->run(nullptr, keys.get());
  keys->finish();
  if (keys->conflict_count(KeyKind::group) > 0 && pass->failure().empty()) {
    order = RecordOrder::by_product;
    result.is_sorted = true;
    keys = std::make_unique<KeyLog>(key_memory);
    pass.reset();
    pass = new_pass();
    pass->run(nullptr, keys.get());
    keys->finish();
  }
  if (keys->has_conflicts() && pass->failure().empty()) {
    pass.reset();
    pass = new_pass();
    pass->run(keys.get(), nullptr);
  }
  result.repeated_descriptions = keys->conflict_count(KeyKind::description);
  std::string failure = pass->failure().empty() ? keys->failure() : pass->failure();
  return {std::move(pass), std::move(failure)};
}

}  // namespace

bool FeedResult::is_refused() const {
  if (!tally) return true;
  if (tally->rules().contains("F02")) return true;
  for (std::size_t channel = 0; channel < channel_count; ++channel)
    if (channels[channel] && tally->channels()[channel].published == 0) return true;
  return false;
}

FeedResult run_feed(const FeedRequest& request, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  FeedResult result;
  result.channels = channels_of(request.targets);
  const std::optional<OpenCatalog> catalog =
      open_catalog(request.catalog, request.format, request.settings, diagnostics);
  if (!catalog) return result;
  result.format = catalog->format;
  result.survey = catalog->survey;
  result.separator = catalog->separator;
  report_needed_settings(*catalog, request, result.channels, diagnostics);
  if (diagnostics.error_count() > errors_before) return result;

  StagedFolder folder(request.output);
  for (const std::string_view name : channel_names) {
    const bool is_wanted =
        std::any_of(request.targets.begin(), request.targets.end(),
                    [&](const FeedTarget& target) { return channel_name(target.channel) == name; });
    if (is_wanted) folder.make_folder(std::string(name));
  }
  if (!folder.failure().empty()) {
    report_disk(folder.failure(), result, diagnostics);
    return result;
  }

  const auto [pass, failure] = read_whole(request, *catalog, folder.path(), result);
  if (!failure.empty()) {
    if (pass->reading_failed())
      diagnostics.error_in(request.catalog, failure);
    else
      report_disk(failure, result, diagnostics);
    return result;
  }
  result.files = pass->files();
  result.changes = pass->finish(folder.path(), request.last_run() + "/items.tsv");
  const std::string& unwritten =
      pass->snapshot.failure().empty() ? pass->failure() : pass->snapshot.failure();
  if (!unwritten.empty()) {
    report_disk(unwritten, result, diagnostics);
    return result;
  }
  result.tally.emplace(std::move(pass->tally));
  result.substance = std::move(pass->substance);
  result.worst = pass->worst.finish();
  report_fall(request, result, diagnostics);
  if (diagnostics.error_count() > errors_before) return result;
  const std::vector<std::string> ours = write_reports(request, result, folder.path());
  folder.publish(ours);
  if (!folder.failure().empty()) report_disk(folder.failure(), result, diagnostics);
  result.complete = folder.failure().empty();
  return result;
}

}  // namespace stagecraft::feed
