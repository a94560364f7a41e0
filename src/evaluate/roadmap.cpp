#include "evaluate/roadmap.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <tuple>

namespace stagecraft {
namespace {

constexpr int high_impact = 4;
constexpr int low_effort = 2;

bool is_in_pillar(const MaturityModel& model, std::optional<PillarIndex> pillar,
                  PillarIndex whole) {
  while (pillar && *pillar != whole) pillar = model.pillars[*pillar].parent;
  return pillar.has_value();
}

bool goes_first(const PlannedAction& a, const PlannedAction& b) {
  return std::tuple(-a.impact, a.effort, a.action->id) <
         std::tuple(-b.impact, b.effort, b.action->id);
}

/// `waiting` in the order to take them. An action waits only for what is itself still in `waiting`:
/// everything else is done, belongs to an earlier step, or is not on the way.
std::vector<PlannedAction> in_order(std::vector<PlannedAction> waiting) {
  std::sort(waiting.begin(), waiting.end(), goes_first);
  std::set<ActionId> pending;
  for (const PlannedAction& planned : waiting) pending.insert(planned.action->id);
  const auto is_free = [&](const PlannedAction& candidate) {
    const std::vector<ActionId>& needs = candidate.action->depends_on;
    return std::none_of(needs.begin(), needs.end(),
                        [&](const ActionId& id) { return pending.contains(id); });
  };
  std::vector<PlannedAction> ordered;
  while (!waiting.empty()) {
    const auto next = std::find_if(waiting.begin(), waiting.end(), is_free);
    assert(next != waiting.end() && "dependencies are acyclic (load_model checks)");
    pending.erase(next->action->id);
    ordered.push_back(std::move(*next));
    waiting.erase(next);
  }
  return ordered;
}

/// Makes the steps of one roadmap.
class RoadmapPlanner {
 public:
  RoadmapPlanner(const MaturityModel& model, const Assessment& assessment, const Scores& scores,
                 const std::vector<KpiResult>& kpis, const RoadmapWays& ways)
      : model_(model), assessment_(assessment), scores_(scores), kpis_(kpis), ways_(ways) {}

  std::vector<RoadmapStep> plan() const {
    std::vector<RoadmapStep> steps = model_.stages.empty() ? phases() : ladder();
    std::set<ActionId> open, needed;
    for (const RoadmapStep& step : steps)
      for (const PlannedAction& planned : step.open) {
        open.insert(planned.action->id);
        needed.insert(planned.action->depends_on.begin(), planned.action->depends_on.end());
      }
    for (RoadmapStep& step : steps)
      for (PlannedAction& planned : step.open) {
        planned.foundation = needed.contains(planned.action->id);
        planned.not_secured = not_secured(*planned.action, open);
      }
    return steps;
  }

 private:
  std::vector<RoadmapStep> ladder() const;
  std::vector<RoadmapStep> phases() const;
  void place(RoadmapStep& step, const Action& action, std::vector<std::size_t> on) const;
  PlannedAction planned(const Action& action, std::vector<std::size_t> on) const;
  std::vector<PillarIndex> without_actions(StageIndex step) const;
  std::vector<const Action*> not_secured(const Action& action,
                                         const std::set<ActionId>& open) const;
  const ActionDecision* decision_about(const Action& action) const;
  const Deferral* deferral_of(const Action& action) const;
  bool has_highest_value(const QuestionId& id) const;
  bool is_satisfied(const Action& action) const;

  const MaturityModel& model_;
  const Assessment& assessment_;
  const Scores& scores_;
  const std::vector<KpiResult>& kpis_;
  const RoadmapWays& ways_;
};

const ActionDecision* RoadmapPlanner::decision_about(const Action& action) const {
  const auto decision = assessment_.actions.find(action.id);
  return decision == assessment_.actions.end() ? nullptr : &decision->second;
}

bool RoadmapPlanner::has_highest_value(const QuestionId& id) const {
  const Question* question = model_.find(id);
  const QuestionScore* score =
      scores_.find(static_cast<QuestionIndex>(question - model_.questions.data()));
  return score && score->is_highest();
}

bool RoadmapPlanner::is_satisfied(const Action& action) const {
  const ActionDecision* decision = decision_about(action);
  if (decision && decision->status == ActionStatus::done) return true;
  return !action.satisfied_by.empty() &&
         std::all_of(action.satisfied_by.begin(), action.satisfied_by.end(),
                     [&](const QuestionId& id) { return has_highest_value(id); });
}

/// The first deferral that covers `action`, null when none does.
const Deferral* RoadmapPlanner::deferral_of(const Action& action) const {
  const auto waits_for_questions = [&](const Deferral& deferral) {
    const std::vector<QuestionId>& questions = action.satisfied_by;
    return std::find(questions.begin(), questions.end(), deferral.question) != questions.end() &&
           std::all_of(questions.begin(), questions.end(), [&](const QuestionId& id) {
             return has_highest_value(id) ||
                    std::any_of(assessment_.deferred.begin(), assessment_.deferred.end(),
                                [&](const Deferral& other) { return other.question == id; });
           });
  };
  for (const Deferral& deferral : assessment_.deferred) {
    if (!deferral.action.empty() && deferral.action == action.id) return &deferral;
    if (!deferral.pillar.empty() &&
        is_in_pillar(model_, action.pillar, *model_.find(deferral.pillar)))
      return &deferral;
    if (!deferral.question.empty() && waits_for_questions(deferral)) return &deferral;
  }
  return nullptr;
}

PlannedAction RoadmapPlanner::planned(const Action& action, std::vector<std::size_t> on) const {
  const ActionDecision* decision = decision_about(action);
  PlannedAction plan;
  plan.action = &action;
  plan.decision = decision;
  plan.ways = std::move(on);
  plan.impact = decision ? decision->impact.value_or(action.impact) : action.impact;
  plan.effort = decision ? decision->effort.value_or(action.effort) : action.effort;
  plan.quick_win = plan.impact >= high_impact && plan.effort <= low_effort;
  plan.owner = decision && !decision->owner.empty() ? decision->owner : action.owner;
  for (const KpiId& id : action.moves) {
    const auto found = std::find_if(kpis_.begin(), kpis_.end(),
                                    [&](const KpiResult& kpi) { return kpi.kpi->id == id; });
    plan.moves.push_back({model_.find(id), found == kpis_.end() ? std::nullopt : found->gap});
  }
  for (const QuestionId& id : action.satisfied_by)
    if (!has_highest_value(id)) plan.settles.push_back(model_.find(id));
  return plan;
}

void RoadmapPlanner::place(RoadmapStep& step, const Action& action,
                           std::vector<std::size_t> on) const {
  const ActionDecision* decision = decision_about(action);
  const bool is_started = decision && decision->status == ActionStatus::started;
  if (is_satisfied(action))
    step.satisfied.push_back(&action);
  else if (decision && !decision->skip.empty())
    step.skipped.push_back(&action);
  else if (const Deferral* deferral = is_started ? nullptr : deferral_of(action))
    step.deferred.push_back({&action, deferral});
  else
    step.open.push_back(planned(action, std::move(on)));
}

/// The pillars of the ways that take `step` without an action of the model for it.
std::vector<PillarIndex> RoadmapPlanner::without_actions(StageIndex step) const {
  const RoadmapWay* whole = ways_.whole();
  std::vector<PillarIndex> result;
  for (PillarIndex pillar = 0; pillar < model_.pillars.size(); ++pillar) {
    const auto own = std::find_if(ways_.ways.begin(), ways_.ways.end(),
                                  [&](const RoadmapWay& way) { return way.pillar == pillar; });
    const bool is_on_way =
        own != ways_.ways.end()
            ? own->takes(step)
            : whole && whole->takes(step) && !model_.pillars[pillar].parent &&
                  !ways_.is_reached(pillar);
    const bool has_action =
        std::any_of(model_.actions.begin(), model_.actions.end(), [&](const Action& action) {
          return action.from == step && is_in_pillar(model_, action.pillar, pillar);
        });
    if (is_on_way && !has_action) result.push_back(pillar);
  }
  return result;
}

std::vector<const Action*> RoadmapPlanner::not_secured(const Action& action,
                                                       const std::set<ActionId>& open) const {
  std::vector<const Action*> result;
  for (const ActionId& id : action.depends_on) {
    const Action* needed = model_.find(id);
    if (!open.contains(id) && !is_satisfied(*needed)) result.push_back(needed);
  }
  return result;
}

std::vector<RoadmapStep> RoadmapPlanner::ladder() const {
  std::vector<RoadmapStep> steps;
  for (StageIndex from = 0; from + 1 < model_.stages.size(); ++from) {
    const bool is_taken = std::any_of(ways_.ways.begin(), ways_.ways.end(),
                                      [&](const RoadmapWay& way) { return way.takes(from); });
    if (!is_taken) continue;
    RoadmapStep step;
    step.from = from;
    step.transition = model_.transition_from(from);
    step.without_actions = without_actions(from);
    for (const Action& action : model_.actions) {
      if (action.from != from) continue;
      std::vector<std::size_t> on = ways_of_action(model_, ways_, action);
      if (!on.empty()) place(step, action, std::move(on));
    }
    step.open = in_order(std::move(step.open));
    steps.push_back(std::move(step));
  }
  return steps;
}

/// By action of the model, the place of its phase, or of the latest that it depends on if that is
/// later. Actions of no phase come after all phases.
std::vector<std::size_t> phase_places(const MaturityModel& model) {
  std::vector<std::size_t> places;
  std::map<ActionId, std::size_t> indices;
  for (const Action& action : model.actions) {
    indices.emplace(action.id, indices.size());
    std::size_t place = 0;
    while (place < model.phases.size() && model.phases[place].id != action.phase) ++place;
    places.push_back(place);
  }
  for (bool has_moved = true; has_moved;) {
    has_moved = false;
    for (std::size_t i = 0; i < places.size(); ++i)
      for (const ActionId& id : model.actions[i].depends_on) {
        const std::size_t needed = places[indices.at(id)];
        if (needed <= places[i]) continue;
        places[i] = needed;
        has_moved = true;
      }
  }
  return places;
}

std::vector<RoadmapStep> RoadmapPlanner::phases() const {
  const std::vector<std::size_t> places = phase_places(model_);
  std::vector<RoadmapStep> steps;
  for (std::size_t at = 0; at <= model_.phases.size(); ++at) {
    RoadmapStep step;
    step.phase = at < model_.phases.size() ? &model_.phases[at] : nullptr;
    bool is_empty = true;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i] != at) continue;
      is_empty = false;
      place(step, model_.actions[i], {});
    }
    step.open = in_order(std::move(step.open));
    if (!is_empty) steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace

std::vector<RoadmapStep> plan_roadmap(const MaturityModel& model, const Assessment& assessment,
                                      const Scores& scores, const std::vector<KpiResult>& kpis,
                                      const RoadmapWays& ways) {
  return RoadmapPlanner(model, assessment, scores, kpis, ways).plan();
}

}  // namespace stagecraft
