#include "evaluate/kpi_stages.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace stagecraft {
namespace {

constexpr int counted_weight = 2;

/// Places in half steps from the first stage.
int half_steps(const LadderPlace& place) {
  return 2 * static_cast<int>(place.stage) + (place.is_between ? 1 : 0);
}

bool belongs_to(const MaturityModel& model, std::optional<PillarIndex> pillar,
                std::optional<PillarIndex> whole) {
  if (!whole) return true;
  while (pillar && pillar != whole) pillar = model.pillars[*pillar].parent;
  return pillar == whole;
}

std::optional<StageIndex> answered_stage(const Scores& scores, std::optional<PillarIndex> pillar) {
  if (scores.methods.empty()) return std::nullopt;
  const MethodScore& primary = scores.methods.front();
  return (pillar ? primary.of_pillar(*pillar) : primary.overall()).result.stage;
}

std::optional<KpiStages> implied_for(const MaturityModel& model, std::optional<PillarIndex> pillar,
                                     const std::vector<KpiResult>& kpis, const Scores& scores) {
  KpiStages result;
  result.pillar = pillar;
  std::map<LadderPlace, int> weights;
  for (const KpiResult& kpi : kpis) {
    if (kpi.is_stale || kpi.places.empty() || !belongs_to(model, kpi.kpi->pillar, pillar)) continue;
    const int weight = weight_of(kpi.measured->method);
    result.whole_weight += weight;
    for (const LadderPlace& place : kpi.places) weights[place] += weight;
  }
  if (weights.empty()) return std::nullopt;
  for (const auto& [place, weight] : weights) result.weight = std::max(result.weight, weight);
  for (const auto& [place, weight] : weights)
    if (weight == result.weight) result.implied.push_back(place);
  result.answered = answered_stage(scores, pillar);
  if (result.answered) result.agreement = compare(*result.answered, result.implied);
  return result;
}

}  // namespace

int weight_of(const std::optional<ProofMethod>& method) {
  if (!method) return counted_weight;
  switch (*method) {
    case ProofMethod::holdout:
      return 4;
    case ProofMethod::ab_test:
      return 3;
    case ProofMethod::before_after:
      return 2;
    case ProofMethod::estimate:
      return 1;
  }
  return 1;
}

KpiAgreement compare(StageIndex answered, const std::vector<LadderPlace>& implied) {
  const int own = half_steps({answered, false});
  const int lowest = half_steps(implied.front()), highest = half_steps(implied.back());
  int nearest = std::abs(lowest - own);
  for (const LadderPlace& place : implied)
    nearest = std::min(nearest, std::abs(half_steps(place) - own));
  if (nearest == 0) return KpiAgreement::agrees;
  if (nearest == 1) return KpiAgreement::near;
  if (own < lowest) return KpiAgreement::below;
  return own > highest ? KpiAgreement::above : KpiAgreement::split;
}

std::vector<KpiStages> implied_stages(const MaturityModel& model,
                                      const std::vector<KpiResult>& kpis, const Scores& scores) {
  std::vector<KpiStages> result;
  if (auto whole = implied_for(model, std::nullopt, kpis, scores))
    result.push_back(std::move(*whole));
  for (PillarIndex pillar = 0; pillar < model.pillars.size(); ++pillar)
    if (auto own = implied_for(model, pillar, kpis, scores)) result.push_back(std::move(*own));
  return result;
}

}  // namespace stagecraft
