#include "evaluate/stage_grid.h"

#include <algorithm>

namespace stagecraft {
namespace {

const Exact enough_to_hold(3, 4);

/// Whether `pillar` is `above` or hangs on it.
bool is_within(const MaturityModel& model, std::optional<PillarIndex> pillar, PillarIndex above) {
  for (; pillar; pillar = model.pillars[*pillar].parent)
    if (*pillar == above) return true;
  return false;
}

bool counts_in(const MaturityModel& model, const Question& question,
               std::optional<PillarIndex> pillar) {
  if (!pillar) return true;
  return std::any_of(
      question.contributions.begin(), question.contributions.end(),
      [&](const Contribution& each) { return is_within(model, each.pillar, *pillar); });
}

GridRow row_of(const AssessmentEvaluation& evaluation, std::optional<PillarIndex> pillar) {
  const MaturityModel& model = *evaluation.model;
  GridRow row{pillar, std::vector<GridCell>(model.stages.size())};
  for (const QuestionIndex index : questions_within(evaluation, pillar)) {
    const std::optional<StageIndex> stage = model.questions[index].stage();
    const QuestionScore& score = *evaluation.scores.find(index);
    if (!stage || score.state == QuestionState::not_applicable ||
        score.state == QuestionState::not_asked)
      continue;
    GridCell& cell = row.cells[*stage];
    ++cell.asked;
    cell.held += is_held(score) ? 1 : 0;
    cell.open += is_open(score.state) ? 1 : 0;
  }
  return row;
}

bool asks_anything(const GridRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [](const GridCell& cell) { return cell.asked > 0; });
}

}  // namespace

std::optional<Exact> share_of_best(const QuestionScore& score) {
  if (score.state != QuestionState::answered || !score.value ||
      score.whole.lowest == score.whole.highest)
    return std::nullopt;
  return (*score.value - score.whole.lowest) / (score.whole.highest - score.whole.lowest);
}

bool is_held(const QuestionScore& score) {
  const std::optional<Exact> share = share_of_best(score);
  return share && *share >= enough_to_hold;
}

std::vector<QuestionIndex> questions_within(const AssessmentEvaluation& evaluation,
                                            std::optional<PillarIndex> pillar) {
  const MaturityModel& model = *evaluation.model;
  std::vector<QuestionIndex> questions;
  for (QuestionIndex index = 0; index < model.questions.size(); ++index)
    if (evaluation.scores.find(index) && counts_in(model, model.questions[index], pillar))
      questions.push_back(index);
  return questions;
}

std::vector<GridRow> stage_grid(const AssessmentEvaluation& evaluation) {
  std::vector<GridRow> rows;
  for (const PillarIndex pillar : evaluation.model->pillars_below(std::nullopt))
    rows.push_back(row_of(evaluation, pillar));
  if (rows.empty()) rows.push_back(row_of(evaluation, std::nullopt));
  if (std::none_of(rows.begin(), rows.end(), asks_anything)) rows.clear();
  return rows;
}

}  // namespace stagecraft
