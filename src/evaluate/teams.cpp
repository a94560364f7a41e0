#include "evaluate/teams.h"

#include "evaluate/assessment_views.h"

namespace stagecraft {

std::optional<TeamComparison> compare_teams(const AssessmentEvaluation& evaluation) {
  const Assessment& assessment = *evaluation.assessment;
  if (evaluation.scores.methods.empty() || assessment.teams.empty()) return std::nullopt;
  const MaturityModel& model = *evaluation.model;
  const ScoringMethod& method = *evaluation.scores.methods.front().method;
  TeamComparison comparison;
  if (!method.overall.gives_stage()) comparison.measure = Measure::value;
  std::vector<Exact> points;
  for (std::size_t team = 0; team < assessment.teams.size(); ++team) {
    MethodScore score = score_by(model, method, of_team(assessment, team));
    TeamResult result{team, {}, score.overall().result.value};
    if (comparison.measure == Measure::number)
      result.point = number_of(score, score.overall(), model.stages.size());
    if (result.point) points.push_back(*result.point);
    result.nodes = std::move(score.nodes);
    comparison.teams.push_back(std::move(result));
  }
  if (points.empty()) return comparison;
  comparison.figures = figures_of(points);
  for (const TeamResult& each : comparison.teams)
    if (each.point == comparison.figures->floor) comparison.lowest.push_back(each.team);
  return comparison;
}

}  // namespace stagecraft
