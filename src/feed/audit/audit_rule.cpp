#include "feed/audit/audit_rule.h"

#include <algorithm>
#include <cassert>

#include "feed/audit/rule_families.h"

namespace stagecraft::feed {

void Reporter::add_value(std::string_view name, std::string_view value, CatalogPlace place,
                         std::string_view note) {
  for (std::size_t channel = 0; channel < channel_count; ++channel)
    if (channels_[channel] && rule_->gravities[channel] == Gravity::error) refused_.set(channel);
  Finding finding;
  finding.rule = rule_;
  finding.item = item_;
  finding.record = item_->variant->record;
  finding.place = place.is_given() ? place : item_->variant->place;
  finding.attribute = name;
  finding.value = value;
  finding.note = note;
  sink_.take(finding);
}

const std::vector<AuditRule>& audit_rules() {
  static const std::vector<AuditRule> rules = [] {
    std::vector<AuditRule> all;
    for (const auto& family :
         {file_rules(), identity_rules(), text_rules(), link_rules(), price_rules(), stock_rules(),
          identifier_rules(), variant_rules(), attribute_rules(), other_rules()})
      all.insert(all.end(), family.begin(), family.end());
    std::sort(all.begin(), all.end(),
              [](const AuditRule& a, const AuditRule& b) { return a.id < b.id; });
    return all;
  }();
  return rules;
}

const AuditRule& audit_rule(std::string_view id) {
  const std::vector<AuditRule>& rules = audit_rules();
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const AuditRule& rule) { return rule.id == id; });
  assert(found != rules.end());
  return *found;
}

Gravity gravest(const AuditRule& rule, ChannelSet channels) {
  Gravity result = Gravity::none;
  for (std::size_t channel = 0; channel < channel_count; ++channel)
    if (channels[channel]) result = std::max(result, rule.gravities[channel]);
  return result;
}

ItemAudit::ItemAudit(ChannelSet channels, const CatalogSettings& settings, FindingSink& sink)
    : context_{settings}, reporter_(sink, channels) {
  for (const AuditRule& rule : audit_rules())
    if (rule.check && gravest(rule, channels) != Gravity::none) rules_.push_back(&rule);
}

ChannelSet ItemAudit::check(const Item& item) {
  reporter_.begin(item);
  for (const AuditRule* rule : rules_) {
    reporter_.begin(*rule);
    rule->check(item, context_, reporter_);
  }
  return reporter_.refused();
}

}  // namespace stagecraft::feed
