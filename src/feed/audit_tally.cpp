#include "feed/audit_tally.h"

#include <fmt/format.h>

#include <algorithm>

#include "feed/item/csv_cell.h"

namespace stagecraft::feed {
namespace {

constexpr std::size_t most_reasons = 100;

// content/docs/audit.md tells the score.
constexpr int points_of_a_warning = 10;
constexpr int points_of_advice = 2;
constexpr int least_points_of_a_published_item = 10;

int score_of(std::size_t channel, bool is_refused, const std::vector<const AuditRule*>& rules) {
  if (is_refused) return 0;
  int points = 100;
  for (const AuditRule* rule : rules) {
    if (rule->gravities[channel] == Gravity::warning) points -= points_of_a_warning;
    if (rule->gravities[channel] == Gravity::advice) points -= points_of_advice;
  }
  return std::max(points, least_points_of_a_published_item);
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::string shortened(std::string_view text) {
  if (text.size() <= AuditTally::longest_shown_value) return std::string(text);
  std::size_t length = AuditTally::longest_shown_value - 3;
  while (length > 0 && is_continuation(text[length])) --length;
  return std::string(text.substr(0, length)) + "…";
}

}  // namespace

std::string_view gravity_name(Gravity gravity) {
  switch (gravity) {
    case Gravity::error:
      return "error";
    case Gravity::warning:
      return "warning";
    default:
      return "advice";
  }
}

AuditTally::AuditTally(OutputFile* table, std::string catalog)
    : table_(table), catalog_(std::move(catalog)) {
  if (table_)
    table_->write(
        "rule,what,file,record,line,column,id,attribute,value,note,fix,openai,"
        "openai-google,google,acp,schema-org,markdown\n");
}

void AuditTally::take(const Finding& finding) {
  const AuditRule& rule = *finding.rule;
  RuleTally& tally = rules_[rule.id];
  tally.rule = &rule;
  ++tally.findings;
  const auto known = std::find(rules_of_item_.begin(), rules_of_item_.end(), &rule);
  if (known == rules_of_item_.end()) {
    rules_of_item_.push_back(&rule);
    ++tally.items;
  }
  const std::string value = shortened(finding.value);
  const std::string_view id = finding.item ? std::string_view(finding.item->id) : "";
  if (tally.findings <= kept_of_each_rule)
    kept_.push_back({&rule, finding.item ? finding.item->number : 0, finding.record, finding.place,
                     shortened(id), std::string(finding.attribute), value,
                     std::string(finding.note)});
  if (!table_) return;
  std::string& out = table_->buffer();
  out += rule.id;
  out += ',';
  append_csv_cell(out, rule.title);
  out += ',';
  append_csv_cell(out, catalog_);
  fmt::format_to(std::back_inserter(out), ",{},{},{}", finding.record, finding.place.line,
                 finding.place.column);
  for (const std::string_view text :
       {id, finding.attribute, std::string_view(value), finding.note, rule.fix}) {
    out += ',';
    append_csv_cell(out, text);
  }
  for (const Gravity gravity : rule.gravities) {
    out += ',';
    if (gravity != Gravity::none) out += gravity_name(gravity);
  }
  out += '\n';
  table_->flush_if_full();
}

void AuditTally::take_later(const Finding& finding) {
  rules_of_item_.clear();
  take(finding);
  rules_of_item_.clear();
}

const ItemVerdict& AuditTally::end_item(ChannelSet refused, ChannelSet channels) {
  ++items_read_;
  verdict_.refused = refused;
  for (std::size_t channel = 0; channel < channel_count; ++channel) {
    if (!channels[channel]) continue;
    ChannelTally& tally = channels_[channel];
    verdict_.scores[channel] = score_of(channel, refused[channel], rules_of_item_);
    tally.points += static_cast<std::uint64_t>(verdict_.scores[channel]);
    ++(refused[channel] ? tally.disapproved : tally.published);
    if (refused[channel]) count_refusals(channel);
  }
  verdict_.rules.swap(rules_of_item_);
  rules_of_item_.clear();
  return verdict_;
}

void AuditTally::count_refusals(std::size_t channel) {
  RuleTally* only = nullptr;
  std::size_t refusing = 0;
  for (const AuditRule* rule : rules_of_item_) {
    if (rule->gravities[channel] != Gravity::error) continue;
    only = &rules_[rule->id];
    ++only->refused[channel];
    ++refusing;
  }
  if (refusing == 1) ++only->alone[channel];
}

void AuditTally::count_excluded(const std::string& reason) {
  ++items_read_;
  ++items_excluded_;
  rules_of_item_.clear();
  const bool is_new = exclusions_.size() >= most_reasons && !exclusions_.contains(reason);
  ++exclusions_[is_new ? "other reasons" : shortened(reason)];
}

void AuditTally::count_changes(const Item& item) {
  if (item.changes.none()) return;
  for (std::size_t change = 0; change < change_count; ++change)
    changes_[change] += item.changes[change] ? 1 : 0;
}

}  // namespace stagecraft::feed
