#pragma once

#include <optional>
#include <vector>

#include "evaluate/kpi_position.h"
#include "model/maturity_model.h"
#include "scoring/score.h"

namespace stagecraft {

// Rule: content/docs/kpis.md, "The implied stages" and "Against the answers".

/// How the stage that the answers give stands to the places that the KPIs imply.
enum class KpiAgreement {
  not_compared,  ///< there is no such stage
  agrees,        ///< is one of them
  near,          ///< is half a step from the nearest
  below,         ///< is lower than all of them, by a step or more
  above,         ///< is higher than all of them, by a step or more
  split          ///< has some below and some above, none nearer than a step
};

/// What the measured KPIs of the whole, or of a pillar and those below it, imply.
struct KpiStages {
  std::optional<PillarIndex> pillar;    ///< nothing: the whole
  std::vector<LadderPlace> implied;     ///< ascending, at least one
  int weight = 0;                       ///< of the values that speak for each of them
  int whole_weight = 0;                 ///< of all values that speak for something
  std::optional<StageIndex> answered;   ///< the stage that the answers give
  KpiAgreement agreement = KpiAgreement::not_compared;
};

/// How much a value weighs that was arrived at by `method`; nothing: it was simply counted.
int weight_of(const std::optional<ProofMethod>& method);

/// How `answered` stands to `implied`, which has at least one place.
KpiAgreement compare(StageIndex answered, const std::vector<LadderPlace>& implied);

/// The whole first, then the pillars in the model's order; those without a value that speaks are
/// left out. Stale values speak for nothing.
std::vector<KpiStages> implied_stages(const MaturityModel& model,
                                      const std::vector<KpiResult>& kpis, const Scores& scores);

}  // namespace stagecraft
