#include "evaluate/roadmap_ways.h"

#include <algorithm>

namespace stagecraft {
namespace {

const PillarTarget* own_target(const Target& target, PillarIndex pillar) {
  const auto found = std::find_if(target.pillars.begin(), target.pillars.end(),
                                  [&](const PillarTarget& own) { return own.pillar == pillar; });
  return found == target.pillars.end() ? nullptr : &*found;
}

std::optional<StageIndex> stage_of(const Scores& scores, PillarIndex pillar) {
  if (scores.methods.empty()) return std::nullopt;
  return scores.methods.front().of_pillar(pillar).result.stage;
}

/// The target of a pillar where the whole has no stage: its own, that of the nearest pillar above
/// that has one, or that of the whole.
std::optional<PillarTarget> inherited_target(const MaturityModel& model, const Target& target,
                                             PillarIndex pillar) {
  for (std::optional<PillarIndex> at = pillar; at; at = model.pillars[*at].parent)
    if (const PillarTarget* own = own_target(target, *at)) return *own;
  if (!target.stage) return std::nullopt;
  return PillarTarget{pillar, *target.stage, target.by};
}

}  // namespace

const RoadmapWay* RoadmapWays::whole() const {
  return ways.empty() || ways.front().pillar ? nullptr : &ways.front();
}

bool RoadmapWays::is_reached(PillarIndex pillar) const {
  return std::binary_search(reached.begin(), reached.end(), pillar);
}

RoadmapWays ways_of(const MaturityModel& model, const Assessment& assessment,
                    const Scores& scores) {
  RoadmapWays result;
  if (!assessment.target) return result;
  const Target& target = *assessment.target;
  const NodeScore* overall = scores.overall();
  const std::optional<StageIndex> current = overall ? overall->result.stage : std::nullopt;
  if (current && target.stage && *current < *target.stage)
    result.ways.push_back({std::nullopt, *current, *target.stage, target.by});
  for (PillarIndex pillar = 0; pillar < model.pillars.size(); ++pillar) {
    const PillarTarget* own = own_target(target, pillar);
    std::optional<PillarTarget> aim = own ? std::optional(*own) : std::nullopt;
    std::optional<StageIndex> from = stage_of(scores, pillar);
    if (!current)
      aim = inherited_target(model, target, pillar);
    else if (!from)
      from = current;
    if (!aim || !from) continue;
    if (*from < aim->stage)
      result.ways.push_back({pillar, *from, aim->stage, aim->by ? aim->by : target.by});
    else
      result.reached.push_back(pillar);
  }
  return result;
}

std::vector<std::size_t> ways_of_action(const MaturityModel& model, const RoadmapWays& ways,
                                        const Action& action) {
  const auto taking = [&](std::size_t way) {
    return ways.ways[way].takes(*action.from) ? std::vector{way} : std::vector<std::size_t>();
  };
  for (std::optional<PillarIndex> at = action.pillar; at; at = model.pillars[*at].parent) {
    for (std::size_t way = 0; way < ways.ways.size(); ++way)
      if (ways.ways[way].pillar == at) return taking(way);
    if (ways.is_reached(*at)) return {};
  }
  if (ways.whole()) return taking(0);
  std::vector<std::size_t> all;
  for (std::size_t way = 0; way < ways.ways.size() && !action.pillar; ++way)
    if (ways.ways[way].takes(*action.from)) all.push_back(way);
  return all;
}

}  // namespace stagecraft
