#include <algorithm>

#include "render/chart/ladder.h"
#include "render/model_wording.h"
#include "render/report_parts.h"
#include "render/score_wording.h"

namespace stagecraft {
namespace {

/// The interval of the whole; null when there is none.
const Interval* interval_of(const AssessmentEvaluation& evaluation) {
  const NodeScore* overall = evaluation.scores.overall();
  return overall && overall->interval ? &*overall->interval : nullptr;
}

/// The lowest and the highest stage that the open answers leave possible, where these differ.
std::optional<LadderSpan> possible_stages(const AssessmentEvaluation& evaluation) {
  const Interval* interval = interval_of(evaluation);
  if (!interval || !interval->worst.stage || !interval->best.stage ||
      interval->worst.stage == interval->best.stage)
    return std::nullopt;
  return LadderSpan{*interval->worst.stage, *interval->best.stage};
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
  const std::optional<LadderSpan> possible = possible_stages(evaluation);
  if (!possible) return scope.sentence("report.ladder_title_unknown");
  return scope.sentence("report.ladder_title_range",
                        {{"lowest_title", stages[possible->lowest].title},
                         {"highest_title", stages[possible->highest].title}});
}

std::string ladder_description(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  const std::vector<Stage>& stages = evaluation.model->stages;
  std::string today, target;
  if (evaluation.current)
    today = scope.sentence("report.ladder_description_today",
                           {{"number", stage_number(*evaluation.current)},
                            {"title", stages[*evaluation.current].title}});
  else if (const std::optional<LadderSpan> possible = possible_stages(evaluation))
    today = scope.sentence("report.ladder_description_range",
                           {{"lowest", stage_number(possible->lowest)},
                            {"highest", stage_number(possible->highest)}});
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
  ladder.possible = possible_stages(evaluation);
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
       {"questions", static_cast<std::int64_t>(counts.questions())},
       {"unknown", static_cast<std::int64_t>(counts.unknown)},
       {"not_applicable", static_cast<std::int64_t>(counts.not_applicable)}});
}

std::string interval_text(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  const Interval* interval = interval_of(evaluation);
  if (!interval || interval->worst == interval->best) return {};
  const std::vector<Stage>& stages = evaluation.model->stages;
  MessageValues values;
  if (interval->worst.value) {
    values.emplace_back("lowest", scope.number(*interval->worst.value));
    values.emplace_back("highest", scope.number(*interval->best.value));
  }
  const std::optional<LadderSpan> possible = possible_stages(evaluation);
  if (!possible)
    return interval->worst.value && interval->worst.stage
               ? scope.sentence("report.interval_same_stage", values)
               : std::string();
  values.emplace_back("lowest_title", stages[possible->lowest].title);
  values.emplace_back("highest_title", stages[possible->highest].title);
  return scope.sentence(interval->worst.value ? "report.interval" : "report.interval_stages",
                        values);
}

/// The figure of the score, null without one.
Value score_view(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  const NodeScore* overall = evaluation.scores.overall();
  if (!overall || !overall->result.value) return {};
  const ScoringMethod& method = *evaluation.model->primary_method();
  const bool is_count = counts_questions(*evaluation.model, method);
  return ValueMap{{"figure", scope.number(*overall->result.value)},
                  {"of", is_count ? std::to_string(overall->counts.questions()) : ""},
                  {"label", is_count ? scope.sentence("report.score_label") : method.title}};
}

std::string score_note(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  const NodeScore* overall = evaluation.scores.overall();
  if (!overall) return scope.sentence("report.score_no_method");
  switch (overall->state) {
    case NodeState::scored: return {};
    case NodeState::voided: return scope.sentence("report.score_void");
    case NodeState::no_number: return scope.sentence("report.score_no_number");
    case NodeState::too_few_answers: return scope.sentence("report.score_too_few");
    case NodeState::open: return scope.sentence("report.score_open");
    case NodeState::empty:
    case NodeState::not_applicable: return scope.sentence("report.score_nothing_applies");
  }
  return {};
}

/// One sentence for each method that comes to another stage.
ValueList other_readings(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  ValueList sentences;
  for (const std::size_t index : evaluation.scores.disagreeing) {
    const MethodScore& other = evaluation.scores.methods[index];
    const Reading& reading = other.overall().result;
    MessageValues values{{"method", other.method->title},
                         {"primary", evaluation.model->primary_method()->title}};
    if (reading.stage) {
      values.emplace_back("number", stage_number(*reading.stage));
      values.emplace_back("title", evaluation.model->stages[*reading.stage].title);
    }
    sentences.emplace_back(scope.sentence(
        reading.stage ? "report.other_reading" : "report.other_reading_below", values));
  }
  return sentences;
}

}  // namespace

void add_position(const PageScope& scope, const AssessmentEvaluation& evaluation,
                  ValueMap& report) {
  const std::optional<Target>& target = evaluation.assessment->target;
  const NodeScore* overall = evaluation.scores.overall();
  const StageMessage message =
      overall ? message_of(evaluation.model->primary_method()->overall, overall->result)
              : StageMessage{};
  report.set("ladder", ladder_view(scope, evaluation));
  report.set("ladder_title", ladder_title(scope, evaluation));
  report.set("current", stage_reference(scope, evaluation.current));
  report.set("current_meaning", message.meaning);
  report.set("current_priority", message.priority);
  report.set("target", stage_reference(scope, evaluation.target));
  report.set("target_by",
             target && target->by
                 ? scope.sentence("report.target_by", {{"date", scope.date(*target->by)}})
                 : "");
  report.set("distance", distance_text(scope, evaluation));
  report.set("score", score_view(scope, evaluation));
  report.set("score_note", score_note(scope, evaluation));
  report.set("coverage",
             overall ? coverage_text(scope, overall->counts) : "");
  report.set("interval", interval_text(scope, evaluation));
  report.set("other_readings", other_readings(scope, evaluation));
}

}  // namespace stagecraft
