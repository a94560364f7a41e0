// A rule of the audit is one small object: what it is called, how grave it is for whom, who says
// so and when, and the function that checks it. content/docs/audit.md describes each.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feed/item/channel.h"
#include "feed/item/item.h"

namespace stagecraft::feed {

/// How grave a finding is for a channel. `error`: the channel refuses the item; `warning`: it
/// ignores a value, shows the item less, or may refuse it; `advice`: no channel demands it.
enum class Gravity { none, advice, warning, error };

/// In the order of Channel.
using Gravities = std::array<Gravity, channel_count>;

class Reporter;

/// What rules may ask beside the item.
struct AuditContext {
  const CatalogSettings& settings;
};

struct AuditRule {
  std::string_view id;     ///< "P06"
  std::string_view title;  ///< what is wrong, lower case: "the sale price is no reduction"
  std::string_view fix;    ///< what to do: "…"
  Attribute attribute;     ///< what it is about, unless a finding says otherwise
  Gravities gravities;
  std::string_view source;  ///< whose rule it is, and the date of our reading
  /// Reports what is wrong with one item. Null: checked elsewhere, see AuditRule::cannot_run too.
  void (*check)(const Item&, const AuditContext&, Reporter&) = nullptr;
  /// Why the rule cannot be checked on files alone; empty when it can.
  std::string_view cannot_run = {};
};

/// One thing that is wrong with one item, or with the file when `item` is null.
struct Finding {
  const AuditRule* rule = nullptr;
  const Item* item = nullptr;
  std::uint64_t record = 0;
  CatalogPlace place;
  std::string_view attribute;  ///< its name; empty when the finding is about none
  std::string_view value;      ///< as the catalog has it; empty when it is missing
  std::string_view note;       ///< what is special here: a proposal, the other item; may be empty
};

/// Takes findings in the order of the catalog.
class FindingSink {
 public:
  virtual ~FindingSink() = default;
  virtual void take(const Finding& finding) = 0;
};

/// What a rule's function reports to.
class Reporter {
 public:
  Reporter(FindingSink& sink, ChannelSet channels) : sink_(sink), channels_(channels) {}

  void begin(const Item& item) {
    item_ = &item;
    refused_.reset();
  }
  void begin(const AuditRule& rule) { rule_ = &rule; }

  /// The rule's own attribute is wrong.
  void add(std::string_view note = {}) { add(rule_->attribute, note); }

  /// `attribute` is, with the value that the catalog has.
  void add(Attribute attribute, std::string_view note = {}) {
    add_value(attribute_name(attribute), item_->get(attribute).text, item_->place_of(attribute),
              note);
  }

  void add_value(std::string_view name, std::string_view value, CatalogPlace place,
                 std::string_view note = {});

  /// The channels that refuse the item begun.
  ChannelSet refused() const { return refused_; }

 private:
  FindingSink& sink_;
  ChannelSet channels_;
  const Item* item_ = nullptr;
  const AuditRule* rule_ = nullptr;
  ChannelSet refused_;
};

/// Every rule, by id.
const std::vector<AuditRule>& audit_rules();

/// The rule with this id. Requires: there is one.
const AuditRule& audit_rule(std::string_view id);

/// The gravity of `rule` for the gravest of `channels`.
Gravity gravest(const AuditRule& rule, ChannelSet channels);

/// Checks items against the rules that concern any of some channels.
class ItemAudit {
 public:
  ItemAudit(ChannelSet channels, const CatalogSettings& settings, FindingSink& sink);

  /// Reports what is wrong with `item`; returns the channels that refuse it.
  ChannelSet check(const Item& item);

 private:
  std::vector<const AuditRule*> rules_;
  AuditContext context_;
  Reporter reporter_;
};

}  // namespace stagecraft::feed
