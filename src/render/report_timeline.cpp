// The roadmap as a whole: all actions as a table, by date and by pillar.
#include <algorithm>
#include <set>

#include "render/chart/timeline.h"
#include "render/model_wording.h"
#include "render/report_sections.h"

namespace stagecraft {
namespace {

std::int64_t count(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

std::string step_text(const PageScope& page, const PlannedAction& planned) {
  if (!planned.action->from) return {};
  return page.sentence("report.from_to", {{"from", stage_number(*planned.action->from)},
                                          {"to", stage_number(*planned.action->from + 1)}});
}

PartCell cell_or_dash(const PageScope& page, std::string text) {
  return text.empty() ? missing_cell(page) : text_cell(std::move(text));
}

std::string after_text(const ReportScope& scope, const PlannedAction& planned) {
  const std::vector<const PlannedAction*> open = open_actions(scope.evaluation);
  std::vector<std::string> numbers;
  for (const ActionId& id : planned.action->depends_on)
    for (std::size_t i = 0; i < open.size(); ++i)
      if (open[i]->action->id == id) numbers.push_back(std::to_string(i + 1));
  return joined(scope.page, numbers);
}

std::string moved_text(const ReportScope& scope, const PlannedAction& planned) {
  std::vector<std::string> titles;
  for (const MovedKpi& moved : planned.moves) titles.push_back(moved.kpi->title);
  return joined(scope.page, titles);
}

PartRow roadmap_row(const ReportScope& scope, const PlannedAction& planned, std::size_t index) {
  const PageScope& page = scope.page;
  const Action& action = *planned.action;
  PartRow row{
      numbered(index, action), report_anchor(page, "recommendations", action.id.text()), {}};
  row.cells.push_back(
      cell_or_dash(page, action.pillar ? node_title(scope.page, action.pillar) : action.area));
  row.cells.push_back(cell_or_dash(page, step_text(page, planned)));
  row.cells.push_back(text_cell(std::to_string(planned.impact)));
  row.cells.push_back(text_cell(std::to_string(planned.effort)));
  row.cells.push_back(text_cell(owner_of(page, planned)));
  row.cells.push_back(planned.dates ? text_cell(page.date(date_of(planned.dates->first)))
                                    : missing_cell(page));
  row.cells.push_back(planned.dates ? text_cell(page.date(date_of(planned.dates->last)))
                                    : missing_cell(page));
  row.cells.push_back(cell_or_dash(page, after_text(scope, planned)));
  row.cells.push_back(cell_or_dash(page, moved_text(scope, planned)));
  return row;
}

ReportBlock roadmap_table(const ReportScope& scope) {
  const PageScope& page = scope.page;
  PartTable table;
  table.caption = page.label("report.roadmap_caption");
  table.row_title = page.label("report.action");
  const auto column = [&](const char* label, bool is_number) {
    table.columns.push_back({page.label(label), {}, is_number, false});
  };
  column("report.pillar", false);
  column("report.step", false);
  column("action.impact", true);
  column("action.effort", true);
  column("action.owner", false);
  column("report.start", false);
  column("report.end", false);
  column("action.after", false);
  column("action.moves", false);
  const std::vector<const PlannedAction*> open = open_actions(scope.evaluation);
  for (std::size_t i = 0; i < open.size(); ++i)
    table.rows.push_back(roadmap_row(scope, *open[i], i));
  const bool has_places = std::any_of(open.begin(), open.end(), [](const PlannedAction* planned) {
    return planned->action->pillar || !planned->action->area.empty();
  });
  if (!has_places) {  // a column of dashes would only make the others narrow
    table.columns.erase(table.columns.begin());
    for (PartRow& row : table.rows) row.cells.erase(row.cells.begin());
  }
  ReportBlock block("roadmap-table", page.label("report.roadmap_table"));
  block.text.table = std::move(table);
  return block;
}

std::string quarter_text(const PageScope& page, const Quarter& quarter) {
  return page.sentence("report.quarter", {{"number", std::to_string(quarter.number)},
                                          {"year", std::to_string(quarter.year)}});
}

Day first_of(const Quarter& quarter) {
  return first_day({quarter.year, (quarter.number - 1) * 3 + 1, 0});
}

std::string dated(const PageScope& page, const PlannedAction& planned) {
  return page.sentence("action.when_dates", {{"from", page.date(date_of(planned.dates->first))},
                                             {"to", page.date(date_of(planned.dates->last))}});
}

/// The timeline, and for narrow pages the same as a list by quarter.
std::optional<ReportBlock> timeline_block(const ReportScope& scope) {
  const PageScope& page = scope.page;
  if (!scope.evaluation.schedule) return std::nullopt;
  const Schedule& schedule = *scope.evaluation.schedule;
  const std::vector<const PlannedAction*> open = open_actions(scope.evaluation);
  Timeline timeline;
  Day last = schedule.last;
  for (const PlannedAction* planned : open) last = std::max(last, planned->dates->last);
  Quarter quarter = quarter_of(schedule.first);
  for (const PlannedAction* planned : open)
    quarter = std::min(quarter, quarter_of(planned->dates->first));
  for (;; quarter = next(quarter)) {
    const Day first = first_of(quarter);
    if (last < first) break;
    timeline.periods.push_back(
        {quarter_text(page, quarter), Exact(first.number), Exact(first_of(next(quarter)).number)});
  }
  std::set<std::size_t> critical;
  for (const CriticalAction& each : schedule.critical_path) critical.insert(each.action);
  for (std::size_t i = 0; i < open.size(); ++i)
    timeline.bars.push_back({std::to_string(i + 1), open[i]->action->title,
                             Exact(open[i]->dates->first.number),
                             Exact(open[i]->dates->last.number) + Exact(1), critical.contains(i)});
  timeline.title =
      page.sentence("report.timeline_title", {{"actions", count(open.size())},
                                              {"start", page.date(date_of(schedule.first))},
                                              {"end", page.date(date_of(schedule.last))}});
  timeline.description = page.sentence("report.timeline_description");

  ReportBlock block("timeline", page.label("report.timeline"));
  block.chart_title = timeline.title;
  block.text.note = page.sentence("report.timeline_note");
  block.chart = chart_view(draw_timeline(timeline, "timeline-chart"), "");
  for (const QuarterPlan& plan : schedule.quarters) {
    if (plan.actions.empty()) continue;
    PartEntry entry;
    entry.id =
        "quarter-" + std::to_string(plan.quarter.year) + "-" + std::to_string(plan.quarter.number);
    entry.title = quarter_text(page, plan.quarter);
    for (const std::size_t index : plan.actions)
      entry.points.push_back(page.sentence(
          "report.point",
          {{"title", numbered(index, *open[index]->action)}, {"text", dated(page, *open[index])}}));
    block.text.entries.push_back(std::move(entry));
  }
  return block;
}

/// The roadmap of each pillar that has actions, in the order to take them.
std::optional<ReportBlock> pillar_roadmaps(const ReportScope& scope) {
  const PageScope& page = scope.page;
  const std::vector<const PlannedAction*> open = open_actions(scope.evaluation);
  ReportBlock block("by-pillar", page.label("report.roadmap_by_pillar"));
  const auto add = [&](std::optional<PillarIndex> pillar, std::string title) {
    PartEntry entry;
    entry.id = "roadmap-" + (pillar ? scope.model().pillars[*pillar].id.text() : "all");
    entry.title = std::move(title);
    for (std::size_t i = 0; i < open.size(); ++i) {
      const PlannedAction& planned = *open[i];
      if (planned.action->pillar != pillar) continue;
      entry.points.push_back(
          page.sentence(planned.dates ? "report.roadmap_point" : "report.roadmap_point_undated",
                        {{"title", numbered(i, *planned.action)},
                         {"when", planned.dates ? dated(page, planned) : ""},
                         {"owner", owner_of(page, planned)}}));
    }
    if (!entry.points.empty()) block.text.entries.push_back(std::move(entry));
  };
  for (PillarIndex pillar = 0; pillar < scope.model().pillars.size(); ++pillar)
    add(pillar, scope.model().pillars[pillar].title);
  if (block.text.entries.empty()) return std::nullopt;
  add(std::nullopt, page.label("report.across_pillars"));
  return block;
}

}  // namespace

std::vector<ReportBlock> roadmap_blocks(const ReportScope& scope) {
  std::vector<ReportBlock> blocks;
  if (open_actions(scope.evaluation).empty()) return blocks;
  blocks.push_back(roadmap_table(scope));
  if (auto timeline = timeline_block(scope)) blocks.push_back(std::move(*timeline));
  if (auto pillars = pillar_roadmaps(scope)) blocks.push_back(std::move(*pillars));
  return blocks;
}

}  // namespace stagecraft
