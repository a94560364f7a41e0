#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evaluate/kpi_position.h"
#include "evaluate/roadmap_ways.h"
#include "model/calendar.h"

namespace stagecraft {

// Rule: content/docs/roadmap.md.

/// When an action starts, in three parts.
enum class Horizon { now, next, later };

/// When an action is planned.
struct ActionDates {
  Day first;
  Day last;  ///< included; not before `first`
  Horizon horizon = Horizon::now;
  bool is_too_early = false;  ///< the assessment sets a date before what the rules allow
  bool is_late = false;       ///< ends after the date of its way
};

/// A KPI that an action should move.
struct MovedKpi {
  const Kpi* kpi = nullptr;
  std::optional<Exact> gap;  ///< what is missing to the target's range, as in KpiResult
};

/// An action that is still to be taken.
struct PlannedAction {
  const Action* action = nullptr;
  const ActionDecision* decision = nullptr;  ///< null: the assessment decides nothing about it
  std::vector<std::size_t> ways;             ///< places in the ways; none without stages
  int impact = 0;                            ///< the assessment's judgement, else the model's
  int effort = 0;
  bool quick_win = false;   ///< impact 4 or 5 and effort 1 or 2
  bool foundation = false;  ///< another open action of the roadmap depends on it
  std::string owner;        ///< from the assessment, else the model's role; may be empty
  std::vector<MovedKpi> moves;
  std::vector<const Question*> settles;    ///< those that lack their highest value so far
  std::vector<const Action*> not_secured;  ///< needed, and neither open nor in place
  std::optional<ActionDates> dates;        ///< nothing: the assessment has no date
};

/// An action that waits on purpose.
struct DeferredAction {
  const Action* action = nullptr;
  const Deferral* deferral = nullptr;
};

/// One step of the ladder that lies on a way; of a model without stages, one phase.
struct RoadmapStep {
  std::optional<StageIndex> from;          ///< to from + 1; nothing only in a model without stages
  const Phase* phase = nullptr;            ///< of a model without stages; null: of no phase
  const Transition* transition = nullptr;  ///< null: the model says nothing about this step
  std::vector<PlannedAction> open;         ///< in the order to take them
  std::vector<const Action*> satisfied;    ///< in place, by answers or by decision; in model order
  std::vector<const Action*> skipped;      ///< left out for good by decision; in model order
  std::vector<DeferredAction> deferred;    ///< in model order
  std::vector<PillarIndex> without_actions;  ///< the model gives no action for them at this step
};

/// The steps of `ways`, each once, the lowest first; of a model without stages one for each phase
/// that has actions. Dates are left to schedule_roadmap(). `kpis` are those of the evaluation.
std::vector<RoadmapStep> plan_roadmap(const MaturityModel& model, const Assessment& assessment,
                                      const Scores& scores, const std::vector<KpiResult>& kpis,
                                      const RoadmapWays& ways);

}  // namespace stagecraft
