#include "model/maturity_model.h"

#include <algorithm>

namespace stagecraft {
namespace {

template <class Element, class Id>
const Element* find_by_id(const std::vector<Element>& parts, const Id& id) {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const Element& part) { return part.id == id; });
  if (found != parts.end()) return &*found;
  const auto renamed = std::find_if(parts.begin(), parts.end(), [&](const Element& part) {
    return std::find(part.formerly.begin(), part.formerly.end(), id) != part.formerly.end();
  });
  return renamed == parts.end() ? nullptr : &*renamed;
}

template <class Element, class Id>
std::optional<std::size_t> index_by_id(const std::vector<Element>& parts, const Id& id) {
  const Element* found = find_by_id(parts, id);
  if (!found) return std::nullopt;
  return static_cast<std::size_t>(found - parts.data());
}

}  // namespace

const Source* MaturityModel::find(const SourceId& source) const {
  const auto found = std::find_if(sources.begin(), sources.end(),
                                  [&](const Source& part) { return part.id == source; });
  return found == sources.end() ? nullptr : &*found;
}
const Question* MaturityModel::find(const QuestionId& question) const {
  return find_by_id(questions, question);
}
const Kpi* MaturityModel::find(const KpiId& kpi) const { return find_by_id(kpis, kpi); }
const Action* MaturityModel::find(const ActionId& action) const {
  return find_by_id(actions, action);
}
const Capability* MaturityModel::find(const CapabilityId& capability) const {
  return find_by_id(capabilities, capability);
}
std::optional<StageIndex> MaturityModel::find(const StageId& stage) const {
  return index_by_id(stages, stage);
}
std::optional<PillarIndex> MaturityModel::find(const PillarId& pillar) const {
  return index_by_id(pillars, pillar);
}

const Transition* MaturityModel::transition_from(StageIndex from) const {
  const auto found = std::find_if(transitions.begin(), transitions.end(),
                                  [&](const Transition& t) { return t.from == from; });
  return found == transitions.end() ? nullptr : &*found;
}

const ScoringMethod* MaturityModel::primary_method() const {
  return methods.empty() ? nullptr : &methods.front();
}

std::vector<PillarIndex> MaturityModel::pillars_below(std::optional<PillarIndex> parent) const {
  std::vector<PillarIndex> below;
  for (PillarIndex pillar = 0; pillar < pillars.size(); ++pillar)
    if (pillars[pillar].parent == parent) below.push_back(pillar);
  return below;
}

}  // namespace stagecraft
