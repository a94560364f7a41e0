#include <algorithm>

#include "render/chart/ladder.h"
#include "render/model_wording.h"
#include "render/report_parts.h"

namespace stagecraft {
namespace {

/// Whether the open answers leave more than one stage possible.
bool is_uncertain(const AssessmentEvaluation& evaluation) {
  return evaluation.score && evaluation.score->lowest_stage != evaluation.score->highest_stage;
}

std::string ladder_title(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  const std::vector<Stage>& stages = evaluation.model->stages;
  if (evaluation.current) {
    MessageValues values{{"current_title", stages[*evaluation.current].title}};
    if (!evaluation.target) return scope.sentence("report.ladder_title_current", values);
    if (evaluation.steps_to_target == 0)
      return scope.sentence("report.ladder_title_reached", values);
    values.emplace_back("steps", static_cast<std::int64_t>(evaluation.steps_to_target));
    values.emplace_back("target_title", stages[*evaluation.target].title);
    return scope.sentence("report.ladder_title_way", values);
  }
  if (!is_uncertain(evaluation)) return scope.sentence("report.ladder_title_unknown");
  return scope.sentence("report.ladder_title_range",
                        {{"lowest_title", stages[evaluation.score->lowest_stage].title},
                         {"highest_title", stages[evaluation.score->highest_stage].title}});
}

std::string ladder_description(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  const std::vector<Stage>& stages = evaluation.model->stages;
  std::string today, target;
  if (evaluation.current)
    today = scope.sentence("report.ladder_description_today",
                           {{"number", stage_number(*evaluation.current)},
                            {"title", stages[*evaluation.current].title}});
  else if (is_uncertain(evaluation))
    today = scope.sentence("report.ladder_description_range",
                           {{"lowest", stage_number(evaluation.score->lowest_stage)},
                            {"highest", stage_number(evaluation.score->highest_stage)}});
  if (evaluation.target)
    target = scope.sentence("report.ladder_description_target",
                            {{"number", stage_number(*evaluation.target)},
                             {"title", stages[*evaluation.target].title}});
  return scope.sentence("report.ladder_description",
                        {{"count", static_cast<std::int64_t>(stages.size())},
                         {"today", today},
                         {"target", target}});
}

ValueMap ladder_view(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  Ladder ladder;
  for (StageIndex stage = 0; stage < evaluation.model->stages.size(); ++stage)
    ladder.steps.push_back({stage_number(stage), evaluation.model->stages[stage].title});
  ladder.today = evaluation.current;
  ladder.target = evaluation.target;
  if (is_uncertain(evaluation))
    ladder.possible = LadderSpan{evaluation.score->lowest_stage, evaluation.score->highest_stage};
  ladder.today_label = scope.label("ladder.today");
  ladder.possible_label = scope.label("ladder.range");
  ladder.target_label = scope.label("ladder.target");
  ladder.title = ladder_title(scope, evaluation);
  ladder.description = ladder_description(scope, evaluation);
  return chart_view(draw_ladder(ladder, ChartWidth::wide, "position"),
                    draw_ladder(ladder, ChartWidth::narrow, "position-narrow"));
}

std::string distance_text(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  if (!evaluation.target) return scope.sentence("report.distance_no_target");
  if (!evaluation.current) return scope.sentence("report.distance_no_stage");
  if (evaluation.steps_to_target == 0) return scope.sentence("report.distance_reached");
  return scope.sentence("report.distance_way",
                        {{"steps", static_cast<std::int64_t>(evaluation.steps_to_target)}});
}

std::string coverage_text(const PageScope& scope, const AnswerCounts& counts) {
  return scope.sentence(
      "report.coverage",
      {{"answered", std::to_string(counts.questions() - counts.open())},
       {"questions", std::to_string(counts.questions())},
       {"unknown", static_cast<std::int64_t>(counts.unknown)},
       {"not_applicable", static_cast<std::int64_t>(counts.not_applicable)}});
}

std::string interval_text(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  const Score& score = *evaluation.score;
  if (score.lowest == score.highest) return {};
  const std::vector<Stage>& stages = evaluation.model->stages;
  const std::string key =
      is_uncertain(evaluation) ? "report.interval" : "report.interval_same_stage";
  return scope.sentence(key, {{"lowest", scope.number(score.lowest)},
                              {"highest", scope.number(score.highest)},
                              {"lowest_title", stages[score.lowest_stage].title},
                              {"highest_title", stages[score.highest_stage].title}});
}

/// The figure of the score, null without one.
Value score_view(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  if (!evaluation.score || !evaluation.score->value) return {};
  return ValueMap{{"figure", scope.number(*evaluation.score->value)},
                  {"of", std::to_string(evaluation.model->questions.size())},
                  {"label", scope.sentence("report.score_label")}};
}

std::string score_note(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  if (!evaluation.score) return scope.sentence("report.score_no_method");
  return evaluation.score->value ? "" : scope.sentence("report.score_void");
}

}  // namespace

void add_position(const PageScope& scope, const AssessmentEvaluation& evaluation,
                  ValueMap& report) {
  const std::optional<Target>& target = evaluation.assessment->target;
  const Band* band = evaluation.score && evaluation.score->value
                         ? &band_of(*evaluation.model->method, *evaluation.score->value)
                         : nullptr;
  report.set("ladder", ladder_view(scope, evaluation));
  report.set("ladder_title", ladder_title(scope, evaluation));
  report.set("current", stage_reference(scope, evaluation.current));
  report.set("current_meaning", band ? band->meaning : "");
  report.set("current_priority", band ? band->priority : "");
  report.set("target", stage_reference(scope, evaluation.target));
  report.set("target_by",
             target && target->by
                 ? scope.sentence("report.target_by", {{"date", scope.date(*target->by)}})
                 : "");
  report.set("distance", distance_text(scope, evaluation));
  report.set("score", score_view(scope, evaluation));
  report.set("score_note", score_note(scope, evaluation));
  report.set("coverage",
             evaluation.score ? coverage_text(scope, evaluation.score->counts) : "");
  report.set("interval", evaluation.score ? interval_text(scope, evaluation) : "");
}

}  // namespace stagecraft
