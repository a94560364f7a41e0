#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "feed/audit/audit_rule.h"
#include "feed/stream/output_file.h"

namespace stagecraft::feed {

/// A finding that outlives its item.
struct KeptFinding {
  const AuditRule* rule = nullptr;
  std::uint64_t item = 0;  ///< 0: the file itself
  std::uint64_t record = 0;
  CatalogPlace place;
  std::string id;
  std::string attribute;
  std::string value;  ///< at most longest_shown_value bytes
  std::string note;
};

/// How many items a rule touches.
struct RuleTally {
  const AuditRule* rule = nullptr;
  std::uint64_t findings = 0;
  std::uint64_t items = 0;
  std::array<std::uint64_t, channel_count> refused{};  ///< items that it keeps out of a channel
  std::array<std::uint64_t, channel_count> alone{};    ///< those that no other rule keeps out
};

/// What became of the items of one channel. read = published + disapproved + excluded.
struct ChannelTally {
  std::uint64_t published = 0;
  std::uint64_t disapproved = 0;
  std::uint64_t points = 0;  ///< the scores of its items together

  /// The mean score, rounded half up; 0 when there was no item.
  int score() const {
    const std::uint64_t items = published + disapproved;
    return items == 0 ? 0 : static_cast<int>((2 * points + items) / (2 * items));
  }
};

/// What the audit says of one item.
struct ItemVerdict {
  std::array<int, channel_count> scores{};  ///< 0 to 100; 0: refused
  ChannelSet refused;
  std::vector<const AuditRule*> rules;  ///< that it breaks
};

/// What the audit found in a whole catalog. Every finding goes to a CSV file at once; a few of each
/// rule are kept for the other reports.
class AuditTally final : public FindingSink {
 public:
  static constexpr std::size_t kept_of_each_rule = 50;
  static constexpr std::size_t longest_shown_value = 120;

  /// `table` is written to; null for none. `catalog` is the name that findings give the file.
  AuditTally(OutputFile* table, std::string catalog);

  void take(const Finding& finding) override;

  /// Takes a finding about an item that has long ended; its score stays.
  void take_later(const Finding& finding);

  /// The item whose findings came last is refused by `refused`. The verdict is valid until the next
  /// item ends.
  const ItemVerdict& end_item(ChannelSet refused, ChannelSet channels);
  void count_excluded(const std::string& reason);
  void count_changes(const Item& item);

  std::uint64_t items_read() const { return items_read_; }
  std::uint64_t items_excluded() const { return items_excluded_; }
  const std::array<ChannelTally, channel_count>& channels() const { return channels_; }
  /// By rule id; rules without findings are not there.
  const std::map<std::string_view, RuleTally>& rules() const { return rules_; }
  const std::map<std::string, std::uint64_t>& exclusions() const { return exclusions_; }
  const std::array<std::uint64_t, change_count>& changes() const { return changes_; }
  /// In the order of the catalog.
  const std::vector<KeptFinding>& kept() const { return kept_; }

 private:
  void count_refusals(std::size_t channel);

  OutputFile* table_;
  std::string catalog_;
  std::uint64_t items_read_ = 0;
  std::uint64_t items_excluded_ = 0;
  std::array<ChannelTally, channel_count> channels_{};
  std::map<std::string_view, RuleTally> rules_;
  std::map<std::string, std::uint64_t> exclusions_;
  std::array<std::uint64_t, change_count> changes_{};
  std::vector<KeptFinding> kept_;
  std::vector<const AuditRule*> rules_of_item_;
  ItemVerdict verdict_;
};

/// How reports call a gravity: "error", "warning", "advice".
std::string_view gravity_name(Gravity gravity);

}  // namespace stagecraft::feed
