#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "feed/audit_tally.h"

namespace stagecraft::feed {

/// A product that loses much.
struct ScoredProduct {
  int score = 0;             ///< the mean of its items over all channels, rounded half up
  std::uint64_t number = 0;  ///< of its first item, for those with the same score
  std::uint64_t record = 0;
  CatalogPlace place;
  std::string id;                       ///< of its first item
  std::string title;                    ///< of its first item; may be empty
  ChannelSet refused;                   ///< channels that refuse all of its items
  std::vector<const AuditRule*> rules;  ///< that it breaks, each once, as they were found
};

/// Scores products and keeps the worst, however many there are.
class WorstProducts {
 public:
  static constexpr std::size_t kept = 50;

  explicit WorstProducts(ChannelSet channels) : channels_(channels) {}

  /// An item of the product and what the audit says of it.
  void take(const Item& item, const ItemVerdict& verdict);

  /// The items since the last call are those of one product. Its score; -1 when there were none.
  int end_product();

  /// The worst products that lose anything, the worst first. Call it once, at the end.
  std::vector<ScoredProduct> finish();

 private:
  ChannelSet channels_;
  std::uint64_t items_ = 0;
  std::uint64_t points_ = 0;
  ScoredProduct product_;
  std::vector<ScoredProduct> worst_;  // a heap with the best of them first
};

}  // namespace stagecraft::feed
