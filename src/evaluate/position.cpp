#include "evaluate/position.h"

#include <algorithm>
#include <numeric>

#include "evaluate/assessment_views.h"

namespace stagecraft {
namespace {

const NodeRule& rule_of(const MethodScore& score, const NodeScore& node) {
  return node.pillar ? score.method->pillars[*node.pillar] : score.method->overall;
}

Exact limited(const Exact& value, const Exact& least, const Exact& greatest) {
  return std::clamp(value, least, greatest);
}

/// Where the value of `node` lies between the ends of `possible`, the same node with all open.
std::optional<Exact> share_of_way(const NodeScore& node, const NodeScore& possible) {
  if (!node.result.value || !possible.interval) return std::nullopt;
  const std::optional<Exact>& least = possible.interval->worst.value;
  const std::optional<Exact>& greatest = possible.interval->best.value;
  if (!least || !greatest || *least == *greatest) return std::nullopt;
  return limited((*node.result.value - *least) / (*greatest - *least), 0, 1);
}

bool counts(const NodeScore& node) {
  return node.state != NodeState::empty && node.state != NodeState::not_applicable;
}

std::optional<Profile> profile_of(const MaturityModel& model, const MethodScore& score,
                                  const std::vector<NodePosition>& nodes) {
  Profile profile;
  for (const PillarIndex pillar : model.pillars_below(std::nullopt)) {
    const NodeScore& node = score.of_pillar(pillar);
    if (!counts(node)) continue;
    profile.pillars.push_back({pillar, std::nullopt});
    if (!rule_of(score, node).gives_stage()) profile.measure = Measure::share;
  }
  if (profile.pillars.empty()) return std::nullopt;
  std::vector<Exact> points;
  for (ProfilePoint& each : profile.pillars) {
    const NodePosition& position = nodes[each.pillar + 1];
    each.point = profile.measure == Measure::number ? position.number : position.share;
    if (each.point) points.push_back(*each.point);
  }
  if (points.empty()) return profile;
  profile.figures = figures_of(points);
  if (points.size() < 2) return profile;
  profile.imbalance = profile.figures->spread();
  if (*profile.imbalance == 0) return profile;
  for (const ProfilePoint& each : profile.pillars) {
    if (each.point == profile.figures->ceiling) profile.leading.push_back(each.pillar);
    if (each.point == profile.figures->floor) profile.lagging.push_back(each.pillar);
  }
  return profile;
}

/// The target that is declared for `pillar` itself, or for the whole.
std::optional<NodeTarget> own_target(const Target& target, std::optional<PillarIndex> pillar) {
  if (!pillar) {
    if (!target.stage) return std::nullopt;
    return NodeTarget{*target.stage, target.by, false, std::nullopt, std::nullopt};
  }
  for (const PillarTarget& each : target.pillars)
    if (each.pillar == *pillar)
      return NodeTarget{each.stage, each.by, false, std::nullopt, std::nullopt};
  return std::nullopt;
}

std::optional<NodeTarget> declared_target(const MaturityModel& model, const Target& target,
                                          std::optional<PillarIndex> pillar) {
  std::optional<NodeTarget> found = own_target(target, pillar);
  for (auto above = pillar; !found && above;) {
    above = model.pillars[*above].parent;
    found = own_target(target, above);
    if (found) found->is_inherited = true;
  }
  return found;
}

/// The target of `position`, with what is missing to it.
std::optional<NodeTarget> measured_target(const MaturityModel& model, const Assessment& assessment,
                                          const NodePosition& position) {
  if (!assessment.target) return std::nullopt;
  auto target = declared_target(model, *assessment.target, position.pillar);
  if (!target || !position.number) return target;
  const Exact goal(target->stage + 1);
  target->gap = goal - *position.number;
  if (goal > 1) target->percent = 100 * (*position.number - 1) / (goal - 1);
  return target;
}

std::vector<QuestionIndex> questions_ahead(const MaturityModel& model, const MethodScore& score) {
  std::vector<QuestionIndex> ahead;
  const Reading& overall = score.overall().result;
  if (!overall.stage && !overall.is_below_first) return ahead;
  for (const QuestionScore& question : score.questions) {
    const std::optional<StageIndex> stage = model.questions[question.question].stage();
    const bool is_above = stage && (!overall.stage || *stage > *overall.stage);
    if (is_above && question.is_highest()) ahead.push_back(question.question);
  }
  return ahead;
}

}  // namespace

Figures figures_of(const std::vector<Exact>& points) {
  const auto [least, greatest] = std::minmax_element(points.begin(), points.end());
  const Exact sum = std::accumulate(points.begin(), points.end(), Exact(0));
  return {*least, sum / points.size(), *greatest};
}

std::optional<Exact> number_of(const MethodScore& score, const NodeScore& node,
                               std::size_t stages) {
  if (!node.result.stage && !node.result.is_below_first) return std::nullopt;
  const auto* number = std::get_if<StageNumber>(&rule_of(score, node).stage);
  if (number && *number == StageNumber::fractional)
    return limited(*node.result.value, 0, Exact(stages));
  return node.result.stage ? Exact(*node.result.stage + 1) : Exact(0);
}

Position position_of(const AssessmentEvaluation& evaluation) {
  Position position;
  if (evaluation.scores.methods.empty()) return position;
  const MaturityModel& model = *evaluation.model;
  const MethodScore& score = evaluation.scores.methods.front();
  const MethodScore possible = score_by(
      model, *score.method, reopened(*evaluation.assessment, [](Grade) { return false; }));
  for (std::size_t i = 0; i < score.nodes.size(); ++i) {
    NodePosition node;
    node.pillar = score.nodes[i].pillar;
    node.number = number_of(score, score.nodes[i], model.stages.size());
    node.share = share_of_way(score.nodes[i], possible.nodes[i]);
    node.target = measured_target(model, *evaluation.assessment, node);
    position.nodes.push_back(std::move(node));
  }
  position.profile = profile_of(model, score, position.nodes);
  position.ahead = questions_ahead(model, score);
  return position;
}

}  // namespace stagecraft
