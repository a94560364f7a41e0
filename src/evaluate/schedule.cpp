#include "evaluate/schedule.h"

#include <algorithm>

namespace stagecraft {
namespace {

constexpr int horizon_months = 3;
constexpr int usual_months = 18;

/// An open action and the step that it belongs to.
struct Placed {
  PlannedAction* planned = nullptr;
  std::size_t step = 0;
  bool waits = true;  ///< no date or status of the assessment sets its start
};

/// Whether two actions have a way in common; all have in a model without stages.
bool share_a_way(const PlannedAction& a, const PlannedAction& b) {
  if (a.ways.empty() || b.ways.empty()) return true;
  return std::any_of(a.ways.begin(), a.ways.end(), [&](std::size_t way) {
    return std::find(b.ways.begin(), b.ways.end(), way) != b.ways.end();
  });
}

/// Why `later` waits for `earlier`, which comes before it in the roadmap.
WaitedFor waits_for(const Placed& later, const Placed& earlier) {
  const std::vector<ActionId>& needs = later.planned->action->depends_on;
  if (std::find(needs.begin(), needs.end(), earlier.planned->action->id) != needs.end())
    return WaitedFor::dependency;
  if (!later.planned->owner.empty() && later.planned->owner == earlier.planned->owner)
    return WaitedFor::owner;
  return earlier.step < later.step && share_a_way(*later.planned, *earlier.planned)
             ? WaitedFor::lower_step
             : WaitedFor::nothing;
}

class Scheduler {
 public:
  Scheduler(const Assessment& assessment, const RoadmapWays& ways, std::vector<RoadmapStep>& steps)
      : ways_(ways), start_(days_after(last_day(assessment.date), 1)) {
    for (std::size_t step = 0; step < steps.size(); ++step)
      for (PlannedAction& planned : steps[step].open) placed_.push_back({&planned, step});
  }

  std::optional<Schedule> schedule() {
    if (placed_.empty()) return std::nullopt;
    for (std::size_t at = 0; at < placed_.size(); ++at) date(at);
    const std::size_t end = last_action();
    return Schedule{start_, dates(end).last, quarters(dates(end).last), critical_path(end)};
  }

 private:
  const ActionDates& dates(std::size_t at) const { return *placed_[at].planned->dates; }
  void date(std::size_t at);
  Day earliest(std::size_t at) const;
  std::optional<Day> deadline(const PlannedAction& planned) const;
  std::size_t last_action() const;
  std::vector<QuarterPlan> quarters(Day end) const;
  std::vector<CriticalAction> critical_path(std::size_t end) const;

  const RoadmapWays& ways_;
  const Day start_;
  std::vector<Placed> placed_;  ///< in the order of the roadmap
};

/// The first day on which nothing keeps the action from starting.
Day Scheduler::earliest(std::size_t at) const {
  Day day = start_;
  for (std::size_t before = 0; before < at; ++before)
    if (waits_for(placed_[at], placed_[before]) != WaitedFor::nothing)
      day = std::max(day, days_after(dates(before).last, 1));
  return day;
}

/// The last day by which the action should have ended: that of the latest of its ways.
std::optional<Day> Scheduler::deadline(const PlannedAction& planned) const {
  std::optional<Day> latest;
  for (const std::size_t way : planned.ways) {
    if (!ways_.ways[way].by) return std::nullopt;
    const Day day = last_day(*ways_.ways[way].by);
    latest = latest ? std::max(*latest, day) : day;
  }
  return latest;
}

void Scheduler::date(std::size_t at) {
  PlannedAction& planned = *placed_[at].planned;
  const ActionDecision* decision = planned.decision;
  const Duration& duration = planned.action->duration;
  const bool has_start = decision && decision->start, has_end = decision && decision->end;
  const bool is_running = decision && decision->status == ActionStatus::started;
  const Day allowed = earliest(at);

  ActionDates dates;
  dates.first = has_start               ? first_day(*decision->start)
                : is_running && !has_end ? start_
                                         : allowed;
  if (has_end) {
    dates.last = last_day(*decision->end);
    dates.first = std::min(dates.first, dates.last);
  } else {
    dates.last = std::max(last_day_of(dates.first, duration.to, duration.unit), start_);
  }
  placed_[at].waits = !has_start && !has_end && !is_running;
  dates.is_too_early = (has_start || has_end) && dates.first < allowed;
  dates.horizon = dates.first < months_after(start_, horizon_months)       ? Horizon::now
                  : dates.first < months_after(start_, 2 * horizon_months) ? Horizon::next
                                                                           : Horizon::later;
  const std::optional<Day> by = deadline(planned);
  dates.is_late = by && dates.last > *by;
  planned.dates = dates;
}

std::size_t Scheduler::last_action() const {
  std::size_t last = 0;
  for (std::size_t at = 1; at < placed_.size(); ++at)
    if (dates(at).last > dates(last).last) last = at;
  return last;
}

std::vector<QuarterPlan> Scheduler::quarters(Day end) const {
  Day first = start_;
  for (std::size_t at = 0; at < placed_.size(); ++at) first = std::min(first, dates(at).first);
  std::optional<Day> target;
  for (const RoadmapWay& way : ways_.ways)
    if (way.by) target = std::max(target.value_or(last_day(*way.by)), last_day(*way.by));
  const Day last = std::max(end, target.value_or(months_after(start_, usual_months)));

  std::vector<QuarterPlan> quarters;
  for (Quarter quarter = quarter_of(first); quarter <= quarter_of(last); quarter = next(quarter))
    quarters.push_back({quarter, {}});
  for (std::size_t at = 0; at < placed_.size(); ++at) {
    const Quarter quarter = quarter_of(dates(at).first);
    const auto found = std::find_if(quarters.begin(), quarters.end(), [&](const QuarterPlan& plan) {
      return plan.quarter == quarter;
    });
    found->actions.push_back(at);
  }
  return quarters;
}

std::vector<CriticalAction> Scheduler::critical_path(std::size_t end) const {
  std::vector<CriticalAction> path{{end, WaitedFor::nothing}};
  while (placed_[path.back().action].waits && dates(path.back().action).first > start_) {
    CriticalAction& later = path.back();
    std::optional<std::size_t> found;
    for (const WaitedFor reason :
         {WaitedFor::dependency, WaitedFor::owner, WaitedFor::lower_step}) {
      for (std::size_t before = 0; before < later.action && !found; ++before)
        if (waits_for(placed_[later.action], placed_[before]) == reason &&
            days_after(dates(before).last, 1) == dates(later.action).first)
          found = before;
      if (!found) continue;
      later.waited_for = reason;
      break;
    }
    if (!found) break;
    path.push_back({*found, WaitedFor::nothing});
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace

std::optional<Schedule> schedule_roadmap(const Assessment& assessment, const RoadmapWays& ways,
                                         std::vector<RoadmapStep>& steps) {
  if (!assessment.date.is_given()) return std::nullopt;
  return Scheduler(assessment, ways, steps).schedule();
}

}  // namespace stagecraft
