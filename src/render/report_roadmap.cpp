#include <algorithm>
#include <map>

#include "render/chart/impact_effort.h"
#include "render/model_wording.h"
#include "render/report_parts.h"

namespace stagecraft {
namespace {

/// The open actions of the whole roadmap by the number that the report gives them, from 1.
using ActionNumbers = std::map<ActionId, std::size_t>;

ActionNumbers number_actions(const AssessmentEvaluation& evaluation) {
  ActionNumbers numbers;
  for (const RoadmapStep& step : evaluation.roadmap)
    for (const PlannedAction& planned : step.open)
      numbers.emplace(planned.action->id, numbers.size() + 1);
  return numbers;
}

/// "16 September to 13 October 2026", and what is to be known about it; empty without dates.
std::string when_text(const PageScope& scope, const PlannedAction& planned) {
  if (!planned.dates) return {};
  const ActionDates& dates = *planned.dates;
  const MessageValues values{{"from", scope.date(date_of(dates.first))},
                             {"to", scope.date(date_of(dates.last))}};
  std::string text = scope.sentence("action.when_dates", values);
  if (dates.is_late) text += scope.label("action.when_late");
  if (dates.is_too_early) text += scope.label("action.when_too_early");
  return text;
}

ValueMap open_action(const PageScope& scope, const PlannedAction& planned,
                     const ActionNumbers& numbers) {
  const Action& action = *planned.action;
  ValueList after;
  for (const ActionId& id : action.depends_on)
    if (const auto number = numbers.find(id); number != numbers.end())
      after.emplace_back(ValueMap{{"number", std::to_string(number->second)},
                                  {"title", scope.model().find(id)->title}});
  return {{"number", std::to_string(numbers.at(action.id))},
          {"id", action.id.text()},
          {"title", action.title},
          {"text", action.text},
          {"impact", out_of_five(scope, planned.impact)},
          {"effort", out_of_five(scope, planned.effort)},
          {"duration", duration_text(scope, action.duration)},
          {"owner", planned.owner.empty() ? scope.label("words.unassigned") : planned.owner},
          {"when", when_text(scope, planned)},
          {"quick_win", planned.quick_win},
          {"foundation", planned.foundation},
          {"after", std::move(after)},
          {"checks", texts(action.checks)},
          {"moves", moved_kpis(scope.model(), action)}};
}

ValueMap satisfied_action(const PageScope& scope, const Action& action) {
  std::string questions;
  for (std::size_t i = 0; i < action.satisfied_by.size(); ++i) {
    const bool is_last = i + 1 == action.satisfied_by.size();
    if (i > 0) questions += scope.label(is_last ? "words.and" : "words.comma");
    questions += question_number(scope.model(), *scope.model().find(action.satisfied_by[i]));
  }
  if (questions.empty())
    return {{"title", action.title}, {"reason", scope.sentence("report.satisfied_by_decision")}};
  return {
      {"title", action.title},
      {"reason", scope.sentence("report.satisfied_reason",
                                {{"count", static_cast<std::int64_t>(action.satisfied_by.size())},
                                 {"questions", questions}})}};
}

ValueMap deferred_action(const PageScope& scope, const DeferredAction& deferred) {
  return {{"title", deferred.action->title},
          {"reason", deferred.deferral->reason},
          {"review", scope.sentence("report.review_on",
                                    {{"date", scope.date(deferred.deferral->review)}})}};
}

std::string step_title(const PageScope& scope, const RoadmapStep& step) {
  if (step.phase) return step.phase->title;
  if (!step.from) return scope.label("report.step_without_phase");
  MessageValues values{{"from", stage_number(*step.from)}, {"to", stage_number(*step.from + 1)}};
  if (!step.transition) return scope.sentence("report.step_title_plain", values);
  values.emplace_back("title", step.transition->title);
  return scope.sentence("report.step_title", values);
}

/// For anchors: "step-2-3", "phase-pilot".
std::string step_id(const RoadmapStep& step) {
  if (step.phase) return "phase-" + step.phase->id.text();
  if (!step.from) return "no-phase";
  return "step-" + stage_number(*step.from) + "-" + stage_number(*step.from + 1);
}

std::string step_note(const PageScope& scope, const RoadmapStep& step) {
  if (!step.open.empty() || !step.deferred.empty()) return {};
  return scope.sentence(step.satisfied.empty() ? "report.step_not_described" : "report.step_done");
}

/// Which pillars the model gives no action for; empty: none, or it gives none at all.
std::string no_actions_note(const PageScope& scope, const RoadmapStep& step) {
  const bool is_empty = step.open.empty() && step.satisfied.empty() && step.skipped.empty() &&
                        step.deferred.empty();
  if (step.without_actions.empty() || is_empty) return {};
  std::string pillars;
  for (std::size_t i = 0; i < step.without_actions.size(); ++i) {
    const bool is_last = i + 1 == step.without_actions.size();
    if (i > 0) pillars += scope.label(is_last ? "words.and" : "words.comma");
    pillars += scope.model().pillars[step.without_actions[i]].title;
  }
  return scope.sentence("report.step_no_actions", {{"pillars", pillars}});
}

ValueMap step_view(const PageScope& scope, const Assessment& assessment, const RoadmapStep& step,
                   const ActionNumbers& numbers) {
  ValueList open, satisfied, skipped, deferred;
  for (const PlannedAction& planned : step.open)
    open.emplace_back(open_action(scope, planned, numbers));
  for (const Action* action : step.satisfied)
    satisfied.emplace_back(satisfied_action(scope, *action));
  for (const Action* action : step.skipped)
    skipped.emplace_back(
        ValueMap{{"title", action->title}, {"reason", assessment.actions.at(action->id).skip}});
  for (const DeferredAction& action : step.deferred)
    deferred.emplace_back(deferred_action(scope, action));
  const Transition* transition = step.transition;
  const std::optional<StageIndex> to = step.from ? std::optional(*step.from + 1) : std::nullopt;
  return {{"from", stage_reference(scope, step.from)},
          {"to", stage_reference(scope, to)},
          {"id", step_id(step)},
          {"title", step_title(scope, step)},
          {"summary", transition ? transition->summary : ""},
          {"difference", transition ? transition->difference : ""},
          {"duration", transition ? transition->duration_claim : ""},
          {"note", step_note(scope, step)},
          {"no_actions", no_actions_note(scope, step)},
          {"open", std::move(open)},
          {"satisfied", std::move(satisfied)},
          {"skipped", std::move(skipped)},
          {"deferred", std::move(deferred)}};
}

std::string matrix_title(const PageScope& scope, const AssessmentEvaluation& evaluation,
                         const ActionNumbers& numbers) {
  std::int64_t quick_wins = 0;
  for (const RoadmapStep& step : evaluation.roadmap)
    quick_wins += std::count_if(step.open.begin(), step.open.end(),
                                [](const PlannedAction& planned) { return planned.quick_win; });
  return scope.sentence(
      "report.matrix_title",
      {{"quick_wins", quick_wins}, {"actions", static_cast<std::int64_t>(numbers.size())}});
}

Value matrix_view(const PageScope& scope, const AssessmentEvaluation& evaluation,
                  const ActionNumbers& numbers) {
  if (numbers.empty()) return {};
  ImpactEffortChart chart;
  std::string points;
  for (const RoadmapStep& step : evaluation.roadmap)
    for (const PlannedAction& planned : step.open) {
      const Action& action = *planned.action;
      const std::string number = std::to_string(numbers.at(action.id));
      chart.points.push_back({number, planned.impact, planned.effort});
      if (!points.empty()) points += "; ";
      points += scope.sentence("report.matrix_point", {{"number", number},
                                                       {"impact", std::to_string(planned.impact)},
                                                       {"effort", std::to_string(planned.effort)}});
    }
  chart.impact_label = scope.sentence("chart.impact");
  chart.effort_label = scope.sentence("chart.effort");
  chart.quick_win_label = scope.label("action.quick_win");
  chart.title = matrix_title(scope, evaluation, numbers);
  chart.description = scope.sentence("report.matrix_description", {{"points", points}});
  return chart_view(draw_impact_effort(chart, ChartWidth::wide, "matrix"),
                    draw_impact_effort(chart, ChartWidth::narrow, "matrix-narrow"));
}

std::string roadmap_note(const PageScope& scope, const AssessmentEvaluation& evaluation,
                         const ActionNumbers& numbers) {
  const bool has_way = evaluation.model->stages.empty() || !evaluation.ways.ways.empty() ||
                       !evaluation.ways.reached.empty() ||
                       (evaluation.current && evaluation.target);
  if (!has_way) return scope.sentence("report.roadmap_note_none");
  if (!numbers.empty() && evaluation.model->stages.empty())
    return scope.sentence("report.roadmap_note_no_ladder",
                          {{"actions", static_cast<std::int64_t>(numbers.size())}});
  if (!numbers.empty())
    return scope.sentence("report.roadmap_note",
                          {{"actions", static_cast<std::int64_t>(numbers.size())}});
  const bool has_actions =
      std::any_of(evaluation.roadmap.begin(), evaluation.roadmap.end(),
                  [](const RoadmapStep& step) { return !step.satisfied.empty(); });
  return scope.sentence(has_actions || evaluation.roadmap.empty()
                            ? "report.roadmap_note_done"
                            : "report.roadmap_note_no_actions");
}

/// When the roadmap ends and what decides that; empty when nothing is scheduled.
std::string schedule_note(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  if (!evaluation.schedule) return {};
  const Schedule& schedule = *evaluation.schedule;
  std::string path;
  for (const CriticalAction& critical : schedule.critical_path) {
    if (!path.empty()) path += scope.label("words.comma");
    path += std::to_string(critical.action + 1);
  }
  return scope.sentence("report.schedule_note",
                        {{"start", scope.date(date_of(schedule.first))},
                         {"end", scope.date(date_of(schedule.last))},
                         {"count", static_cast<std::int64_t>(schedule.critical_path.size())},
                         {"path", path}});
}

}  // namespace

void add_roadmap(const PageScope& scope, const AssessmentEvaluation& evaluation, ValueMap& report) {
  const ActionNumbers numbers = number_actions(evaluation);
  ValueList steps;
  for (const RoadmapStep& step : evaluation.roadmap)
    steps.emplace_back(step_view(scope, *evaluation.assessment, step, numbers));
  report.set("roadmap_note", roadmap_note(scope, evaluation, numbers));
  report.set("schedule_note", schedule_note(scope, evaluation));
  report.set("matrix", matrix_view(scope, evaluation, numbers));
  report.set("matrix_title", numbers.empty() ? "" : matrix_title(scope, evaluation, numbers));
  report.set("roadmap", std::move(steps));
}

}  // namespace stagecraft
