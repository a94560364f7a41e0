// What to do and when, in words and a table.
#include <fmt/format.h>

#include "render/plan_sheets.h"

namespace stagecraft {
namespace {

std::string day_text(Day day) { return iso_text(date_of(day)); }

std::string step_title(const RoadmapStep& step) {
  if (step.from) return fmt::format("{} to {}", *step.from + 1, *step.from + 2);
  return step.phase ? sheet_text(step.phase->title) : sheet_dash;
}

/// "1, 2": an action by its marks.
std::string marks_of(const PlannedAction& planned) {
  std::string text;
  const auto add = [&](bool is_so, std::string_view mark) {
    if (is_so) text += (text.empty() ? "" : ", ") + std::string(mark);
  };
  add(planned.quick_win, "quick win");
  add(planned.foundation, "foundation");
  add(planned.decision && planned.decision->status == ActionStatus::started, "started");
  add(!planned.not_secured.empty(), "not secured");
  add(planned.dates && planned.dates->is_too_early, "too early");
  add(planned.dates && planned.dates->is_late, "late");
  return text.empty() ? sheet_dash : text;
}

SheetRow action_row(const RoadmapStep& step, const PlannedAction& planned, std::size_t number) {
  const std::string dates = planned.dates ? fmt::format("{} to {}", day_text(planned.dates->first),
                                                        day_text(planned.dates->last))
                                          : sheet_dash;
  return {0,
          {fmt::format("{} {}", number, sheet_text(planned.action->title)), step_title(step),
           fmt::format("{}/{}", planned.impact, planned.effort), dates,
           planned.owner.empty() ? "unassigned" : sheet_text(planned.owner), marks_of(planned)}};
}

std::string way_sentence(const MaturityModel& model, const RoadmapWay& way) {
  std::string text = fmt::format(
      "{}: from stage {} to stage {}",
      way.pillar ? sheet_text(model.pillars[*way.pillar].title) : "Overall", way.from + 1,
      way.to + 1);
  if (way.by) text += ", by " + iso_text(*way.by);
  return text + ".";
}

void add_left_out(SheetSection& section, const MaturityModel& model, const Assessment& assessment,
                  const RoadmapStep& step) {
  const auto say = [&](const Action* action, const std::string& what) {
    section.sentences.push_back(fmt::format("{}: {}", sheet_text(action->title), what));
  };
  for (const Action* action : step.satisfied) say(action, "in place.");
  for (const Action* action : step.skipped)
    say(action, "left out. " + sheet_text(assessment.actions.at(action->id).skip));
  for (const DeferredAction& deferred : step.deferred)
    say(deferred.action, fmt::format("deferred. {} To be looked at on {}.",
                                     sheet_text(deferred.deferral->reason),
                                     iso_text(deferred.deferral->review)));
  for (const PillarIndex pillar : step.without_actions)
    section.sentences.push_back(fmt::format("{}, step {}: no action given by the model.",
                                            sheet_text(model.pillars[pillar].title),
                                            step_title(step)));
}

std::string schedule_sentence(const Schedule& schedule) {
  std::string path;
  for (const CriticalAction& critical : schedule.critical_path)
    path += (path.empty() ? "" : ", ") + std::to_string(critical.action + 1);
  return fmt::format("From {} to {}. Decided by: {}.", day_text(schedule.first),
                     day_text(schedule.last), path);
}

}  // namespace

std::vector<SheetSection> roadmap_sections(const AssessmentEvaluation& evaluation) {
  if (evaluation.roadmap.empty()) return {};
  const MaturityModel& model = *evaluation.model;
  SheetSection section;
  section.title = "Roadmap";
  for (const RoadmapWay& way : evaluation.ways.ways)
    section.sentences.push_back(way_sentence(model, way));
  if (evaluation.schedule) section.sentences.push_back(schedule_sentence(*evaluation.schedule));
  std::size_t number = 0;
  for (const RoadmapStep& step : evaluation.roadmap) {
    add_left_out(section, model, *evaluation.assessment, step);
    for (const PlannedAction& planned : step.open)
      section.rows.push_back(action_row(step, planned, ++number));
  }
  if (!section.rows.empty())
    section.columns = {{"Action", false, 0},   {"Step", false, 8},   {"I/E", false, 4},
                       {"Dates", false, 10}, {"Owner", false, 14}, {"Marks", false, 12}};
  return {section};
}

}  // namespace stagecraft
