#include "evaluate/roadmap.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <tuple>

namespace stagecraft {
namespace {

constexpr int high_impact = 4;
constexpr int low_effort = 2;

const ActionDecision* decision_about(const Action& action, const Assessment& assessment) {
  const auto decision = assessment.actions.find(action.id);
  return decision == assessment.actions.end() ? nullptr : &decision->second;
}

bool has_highest_value(const MaturityModel& model, const Scores& scores, const QuestionId& id) {
  const Question* question = model.find(id);
  const QuestionScore* score =
      scores.find(static_cast<QuestionIndex>(question - model.questions.data()));
  return score && score->is_highest();
}

bool is_satisfied(const Action& action, const MaturityModel& model, const Assessment& assessment,
                  const Scores& scores) {
  const ActionDecision* decision = decision_about(action, assessment);
  if (decision && decision->status == ActionStatus::done) return true;
  return !action.satisfied_by.empty() &&
         std::all_of(action.satisfied_by.begin(), action.satisfied_by.end(),
                     [&](const QuestionId& id) { return has_highest_value(model, scores, id); });
}

PlannedAction planned(const Action& action, const Assessment& assessment) {
  const ActionDecision* decision = decision_about(action, assessment);
  PlannedAction plan;
  plan.action = &action;
  plan.impact = decision ? decision->impact.value_or(action.impact) : action.impact;
  plan.effort = decision ? decision->effort.value_or(action.effort) : action.effort;
  plan.quick_win = plan.impact >= high_impact && plan.effort <= low_effort;
  plan.owner = decision && !decision->owner.empty() ? decision->owner : action.owner;
  return plan;
}

bool goes_first(const PlannedAction& a, const PlannedAction& b) {
  return std::tuple(-a.impact, a.effort, a.action->id) <
         std::tuple(-b.impact, b.effort, b.action->id);
}

/// `waiting` in the order to take them. An action waits only for what is itself still in `waiting`:
/// everything else is done, belongs to an earlier step, or is not on the way.
std::vector<PlannedAction> in_order(std::vector<PlannedAction> waiting) {
  std::sort(waiting.begin(), waiting.end(), goes_first);
  std::vector<PlannedAction> ordered;
  while (!waiting.empty()) {
    std::set<ActionId> pending;
    for (const PlannedAction& other : waiting) pending.insert(other.action->id);
    const auto is_free = [&](const PlannedAction& candidate) {
      const std::vector<ActionId>& needs = candidate.action->depends_on;
      return std::none_of(needs.begin(), needs.end(),
                          [&](const ActionId& id) { return pending.contains(id); });
    };
    const auto next = std::find_if(waiting.begin(), waiting.end(), is_free);
    assert(next != waiting.end() && "dependencies are acyclic (load_model checks)");
    ordered.push_back(std::move(*next));
    waiting.erase(next);
  }
  return ordered;
}

/// Marks every open action that another open action depends on.
void mark_foundations(std::vector<RoadmapStep>& roadmap) {
  std::set<ActionId> needed;
  for (const RoadmapStep& step : roadmap)
    for (const PlannedAction& planned : step.open)
      needed.insert(planned.action->depends_on.begin(), planned.action->depends_on.end());
  for (RoadmapStep& step : roadmap)
    for (PlannedAction& planned : step.open)
      planned.foundation = needed.contains(planned.action->id);
}

}  // namespace

std::vector<RoadmapStep> plan_roadmap(const MaturityModel& model, const Assessment& assessment,
                                      const Scores& scores, StageIndex current,
                                      StageIndex target) {
  std::vector<RoadmapStep> roadmap;
  for (StageIndex from = current; from < target; ++from) {
    RoadmapStep step{from, model.transition_from(from), {}, {}, {}};
    for (const Action& action : model.actions) {
      if (action.from != from) continue;
      const ActionDecision* decision = decision_about(action, assessment);
      if (is_satisfied(action, model, assessment, scores))
        step.satisfied.push_back(&action);
      else if (decision && !decision->skip.empty())
        step.skipped.push_back(&action);
      else
        step.open.push_back(planned(action, assessment));
    }
    step.open = in_order(std::move(step.open));
    roadmap.push_back(std::move(step));
  }
  mark_foundations(roadmap);
  return roadmap;
}

}  // namespace stagecraft
