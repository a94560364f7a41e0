#include "evaluate/roadmap.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <tuple>

namespace stagecraft {
namespace {

constexpr int high_impact = 4;
constexpr int low_effort = 2;

bool is_answered_yes(const Assessment& assessment, const QuestionId& question) {
  const auto answer = assessment.answers.find(question);
  return answer != assessment.answers.end() && answer->second.state == AnswerState::yes;
}

bool is_satisfied(const Action& action, const Assessment& assessment) {
  return !action.satisfied_by.empty() &&
         std::all_of(action.satisfied_by.begin(), action.satisfied_by.end(),
                     [&](const QuestionId& id) { return is_answered_yes(assessment, id); });
}

PlannedAction planned(const Action& action, const Assessment& assessment) {
  const auto owner = assessment.owners.find(action.id);
  return {&action, action.impact >= high_impact && action.effort <= low_effort, false,
          owner != assessment.owners.end() ? owner->second : action.owner};
}

bool goes_first(const PlannedAction& a, const PlannedAction& b) {
  return std::tuple(-a.action->impact, a.action->effort, a.action->id) <
         std::tuple(-b.action->impact, b.action->effort, b.action->id);
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
                                      StageIndex current, StageIndex target) {
  std::vector<RoadmapStep> roadmap;
  for (StageIndex from = current; from < target; ++from) {
    RoadmapStep step{from, model.transition_from(from), {}, {}};
    for (const Action& action : model.actions) {
      if (action.from != from) continue;
      if (is_satisfied(action, assessment))
        step.satisfied.push_back(&action);
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
