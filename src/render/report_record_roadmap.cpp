// What to do: ways, steps, dates.
#include <fmt/format.h>

#include "model/words.h"
#include "render/record_parts.h"
#include "render/report_record_parts.h"

namespace stagecraft {
namespace {

/// Decimals of what is missing to a range.
constexpr int kpi_digits = 2;

constexpr std::array<Word<Horizon>, 3> horizon_words{
    {{"now", Horizon::now}, {"next", Horizon::next}, {"later", Horizon::later}}};

constexpr std::array<Word<WaitedFor>, 3> waited_for_words{
    {{"dependency", WaitedFor::dependency},
     {"owner", WaitedFor::owner},
     {"lower-step", WaitedFor::lower_step}}};

std::string day_text(Day day) { return iso_text(date_of(day)); }

void put_dates(Record& record, const ActionDates& dates) {
  record["start"] = day_text(dates.first);
  record["end"] = day_text(dates.last);
  record["horizon"] = word_of(horizon_words, dates.horizon);
  if (dates.is_too_early) record["too_early"] = true;
  if (dates.is_late) record["late"] = true;
}

Record moved_record(const MovedKpi& moved) {
  Record record{{"kpi", moved.kpi->id.text()}};
  put_number(record, "gap_to_target", moved.gap, kpi_digits);
  return record;
}

Record planned_record(const MaturityModel& model, const PlannedAction& planned,
                      std::size_t number) {
  const Action& action = *planned.action;
  Record record{{"number", number}, {"action", action.id.text()}, {"title", action.title}};
  put_pillar(record, model, action.pillar);
  record["impact"] = planned.impact;
  record["effort"] = planned.effort;
  put(record, "owner", planned.owner);
  if (planned.decision && planned.decision->status == ActionStatus::started)
    record["started"] = true;
  if (planned.quick_win) record["quick_win"] = true;
  if (planned.foundation) record["foundation"] = true;
  if (planned.dates) put_dates(record, *planned.dates);
  put(record, "moves", list_of(planned.moves, moved_record));
  put(record, "settles", list_of(planned.settles, [](const Question* question) {
        return Record(question->id.text());
      }));
  put(record, "not_secured", list_of(planned.not_secured, [](const Action* needed) {
        return Record(needed->id.text());
      }));
  return record;
}

Record action_name_record(const Action* action) {
  return {{"action", action->id.text()}, {"title", action->title}};
}

Record deferred_action_record(const DeferredAction& deferred) {
  Record record = action_name_record(deferred.action);
  record["reason"] = deferred.deferral->reason;
  record["review"] = iso_text(deferred.deferral->review);
  return record;
}

Record step_record(const MaturityModel& model, const RoadmapStep& step, std::size_t& number) {
  Record record = Record::object();
  if (step.from) {
    record["from"] = model.stages[*step.from].id.text();
    record["to"] = model.stages[*step.from + 1].id.text();
  }
  if (step.phase) record["phase"] = step.phase->id.text();
  record["open"] = list_of(step.open, [&](const PlannedAction& planned) {
    return planned_record(model, planned, ++number);
  });
  put(record, "satisfied", list_of(step.satisfied, action_name_record));
  put(record, "skipped", list_of(step.skipped, action_name_record));
  put(record, "deferred", list_of(step.deferred, deferred_action_record));
  put(record, "without_actions", list_of(step.without_actions, [&](PillarIndex pillar) {
        return Record(model.pillars[pillar].id.text());
      }));
  return record;
}

}  // namespace

Record ways_record(const AssessmentEvaluation& evaluation) {
  const MaturityModel& model = *evaluation.model;
  return list_of(evaluation.ways.ways, [&](const RoadmapWay& way) {
    Record record;
    put_pillar(record, model, way.pillar);
    record["from"] = model.stages[way.from].id.text();
    record["to"] = model.stages[way.to].id.text();
    put(record, "by", way.by);
    return record;
  });
}

Record roadmap_record(const AssessmentEvaluation& evaluation) {
  std::size_t number = 0;
  return list_of(evaluation.roadmap, [&](const RoadmapStep& step) {
    return step_record(*evaluation.model, step, number);
  });
}

Record schedule_record(const AssessmentEvaluation& evaluation) {
  if (!evaluation.schedule) return {};
  std::vector<std::string> ids;
  for (const RoadmapStep& step : evaluation.roadmap)
    for (const PlannedAction& planned : step.open) ids.push_back(planned.action->id.text());
  const Schedule& schedule = *evaluation.schedule;
  Record record{{"start", day_text(schedule.first)}, {"end", day_text(schedule.last)}};
  record["quarters"] = list_of(schedule.quarters, [&](const QuarterPlan& plan) {
    Record quarter{
        {"quarter", fmt::format("{}-Q{}", plan.quarter.year, plan.quarter.number)}};
    put(quarter, "actions",
        list_of(plan.actions, [&](std::size_t action) { return Record(ids[action]); }));
    return quarter;
  });
  record["critical_path"] = list_of(schedule.critical_path, [&](const CriticalAction& critical) {
    Record action{{"action", ids[critical.action]}};
    if (critical.waited_for != WaitedFor::nothing)
      action["waited_for"] = word_of(waited_for_words, critical.waited_for);
    return action;
  });
  return record;
}

}  // namespace stagecraft
