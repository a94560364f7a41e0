#include "scoring/prerequisites.h"

#include <algorithm>

namespace stagecraft {
namespace {

/// The weighted mean of the shares of some contributions.
class Pool {
 public:
  void add(const StageShare& share) {
    if (!share.share) {
      has_open_ |= share.is_open;
      return;
    }
    fulfilled_ += share.weight * *share.share;
    weight_ += share.weight;
  }

  std::optional<Exact> mean() const {
    if (weight_ == 0) return std::nullopt;
    return fulfilled_ / weight_;
  }

  bool has_open() const { return has_open_; }

  /// Whether at least `percent` of it is there. Nothing asked holds, nothing known does not.
  bool holds(const Exact& percent) const {
    if (weight_ == 0) return !has_open_;
    return 100 * fulfilled_ >= percent * weight_;
  }

 private:
  Exact fulfilled_;
  Exact weight_;
  bool has_open_ = false;
};

Pool pool_of(const std::vector<StageShare>& shares, StageIndex first, StageIndex last) {
  Pool pool;
  for (const StageShare& share : shares)
    if (first <= share.stage && share.stage <= last) pool.add(share);
  return pool;
}

bool holds(const Prerequisite& prerequisite, const std::vector<StageShare>& shares) {
  if (const auto* share = std::get_if<NeedsShare>(&prerequisite.needs))
    return pool_of(shares, 0, prerequisite.stage).holds(share->percent);
  if (const auto* each = std::get_if<NeedsEach>(&prerequisite.needs))
    return std::all_of(each->thresholds.begin(), each->thresholds.end(),
                       [&](const StageThreshold& threshold) {
                         return pool_of(shares, threshold.stage, threshold.stage)
                             .holds(threshold.percent);
                       });
  for (StageIndex stage = 0; stage <= prerequisite.stage; ++stage)
    if (!pool_of(shares, stage, stage).holds(100)) return false;
  return true;
}

}  // namespace

Exact share_of(const Range& whole, const Exact& value) {
  if (whole.lowest == whole.highest) return 1;
  return (value - whole.lowest) / (whole.highest - whole.lowest);
}

std::vector<Fulfilment> fulfilment_of(const std::vector<StageShare>& shares,
                                      UnansweredPolicy unanswered) {
  std::vector<StageIndex> stages;
  for (const StageShare& share : shares) stages.push_back(share.stage);
  std::sort(stages.begin(), stages.end());
  stages.erase(std::unique(stages.begin(), stages.end()), stages.end());
  std::vector<Fulfilment> fulfilment;
  for (const StageIndex stage : stages) {
    const Pool pool = pool_of(shares, stage, stage);
    const bool is_void = unanswered == UnansweredPolicy::voids && pool.has_open();
    fulfilment.push_back({stage, is_void ? std::nullopt : pool.mean()});
  }
  return fulfilment;
}

Reading climb(const Prerequisites& prerequisites, std::size_t stages,
              const std::vector<StageShare>& shares) {
  Reading reading;
  reading.stage = stages - 1;
  const auto failing = std::find_if(
      prerequisites.begin(), prerequisites.end(),
      [&](const Prerequisite& prerequisite) { return !holds(prerequisite, shares); });
  if (failing == prerequisites.end()) return reading;
  reading.is_below_first = failing->stage == 0;
  reading.stage = failing->stage == 0 ? std::nullopt : std::optional(failing->stage - 1);
  return reading;
}

}  // namespace stagecraft
