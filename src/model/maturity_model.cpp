#include "model/maturity_model.h"

#include <algorithm>

namespace stagecraft {
namespace {

template <class Part, class PartId>
const Part* find_by_id(const std::vector<Part>& parts, const PartId& id) {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const Part& part) { return part.id == id; });
  return found == parts.end() ? nullptr : &*found;
}

}  // namespace

const Source* MaturityModel::find(const SourceId& source) const {
  return find_by_id(sources, source);
}
const Question* MaturityModel::find(const QuestionId& question) const {
  return find_by_id(questions, question);
}
const Kpi* MaturityModel::find(const KpiId& kpi) const { return find_by_id(kpis, kpi); }
const Action* MaturityModel::find(const ActionId& action) const {
  return find_by_id(actions, action);
}

std::optional<StageIndex> MaturityModel::find(const StageId& stage) const {
  const Stage* found = find_by_id(stages, stage);
  if (!found) return std::nullopt;
  return static_cast<StageIndex>(found - stages.data());
}

const Transition* MaturityModel::transition_from(StageIndex from) const {
  const auto found = std::find_if(transitions.begin(), transitions.end(),
                                  [&](const Transition& t) { return t.from == from; });
  return found == transitions.end() ? nullptr : &*found;
}

}  // namespace stagecraft
