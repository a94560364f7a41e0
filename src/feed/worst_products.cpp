#include "feed/worst_products.h"

#include <algorithm>
#include <tuple>

namespace stagecraft::feed {
namespace {

bool is_worse(const ScoredProduct& a, const ScoredProduct& b) {
  return std::tie(a.score, a.number) < std::tie(b.score, b.number);
}

}  // namespace

void WorstProducts::take(const Item& item, const ItemVerdict& verdict) {
  if (items_++ == 0) {
    points_ = 0;
    product_.number = item.number;
    product_.record = item.variant->record;
    product_.place = item.variant->place;
    product_.id = item.id;
    product_.title = item.title;
    product_.refused = channels_;
    product_.rules.clear();
  }
  for (std::size_t channel = 0; channel < channel_count; ++channel)
    if (channels_[channel]) points_ += static_cast<std::uint64_t>(verdict.scores[channel]);
  product_.refused &= verdict.refused;
  for (const AuditRule* rule : verdict.rules)
    if (std::find(product_.rules.begin(), product_.rules.end(), rule) == product_.rules.end())
      product_.rules.push_back(rule);
}

int WorstProducts::end_product() {
  const std::uint64_t scores = items_ * channels_.count();
  items_ = 0;
  if (scores == 0) return -1;
  product_.score = static_cast<int>((2 * points_ + scores) / (2 * scores));
  if (product_.score == 100) return 100;
  if (worst_.size() == kept) {
    if (!is_worse(product_, worst_.front())) return product_.score;
    std::pop_heap(worst_.begin(), worst_.end(), is_worse);
    worst_.pop_back();
  }
  worst_.push_back(product_);
  std::push_heap(worst_.begin(), worst_.end(), is_worse);
  return product_.score;
}

std::vector<ScoredProduct> WorstProducts::finish() {
  std::sort_heap(worst_.begin(), worst_.end(), is_worse);
  return std::move(worst_);
}

}  // namespace stagecraft::feed
