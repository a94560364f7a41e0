// What can go wrong, who answers for what, and what is to be decided.
#include <algorithm>
#include <map>

#include "render/report_sections.h"

namespace stagecraft {
namespace {

std::int64_t count(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

/// Whether a pitfall concerns the way: one of its actions is open, or its stage lies on it.
bool concerns(const ReportScope& scope, const Pitfall& pitfall) {
  const auto is_open = [&](const ActionId& id) {
    const std::vector<const PlannedAction*> open = open_actions(scope.evaluation);
    return std::any_of(open.begin(), open.end(),
                       [&](const PlannedAction* planned) { return planned->action->id == id; });
  };
  if (std::any_of(pitfall.actions.begin(), pitfall.actions.end(), is_open)) return true;
  const std::optional<StageIndex> now = scope.evaluation.current;
  return now &&
         std::find(pitfall.stages.begin(), pitfall.stages.end(), *now) != pitfall.stages.end();
}

ReportBlock risks_block(const ReportScope& scope) {
  const PageScope& page = scope.page;
  ReportBlock block("risk-list", page.label("report.risk_list"));
  const std::vector<const PlannedAction*> open = open_actions(scope.evaluation);
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (open[i]->action->risk.empty()) continue;
    PartEntry entry;
    entry.id = "risk-" + open[i]->action->id.text();
    entry.title =
        page.sentence("report.risk_of_action", {{"action", numbered(i, *open[i]->action)}});
    entry.paragraphs = {open[i]->action->risk};
    block.text.entries.push_back(std::move(entry));
  }
  for (const Pitfall& pitfall : scope.model().pitfalls) {
    if (!concerns(scope, pitfall)) continue;
    PartEntry entry;
    entry.id = "risk-" + pitfall.id.text();
    entry.title = pitfall.title;
    entry.add_text(pitfall.problem);
    if (!pitfall.avoidance.empty())
      entry.add_list(page.label("part.avoidance"), {pitfall.avoidance});
    block.text.entries.push_back(std::move(entry));
  }
  if (block.text.entries.empty())
    block.text.paragraphs.push_back(page.sentence("report.risks_none"));
  return block;
}

/// What staying at the present stage costs, as the model says it; nothing when it does not.
std::optional<ReportBlock> staying_block(const ReportScope& scope) {
  if (!scope.evaluation.current) return std::nullopt;
  const std::string& text = scope.model().stages[*scope.evaluation.current].cost_of_staying;
  if (text.empty()) return std::nullopt;
  ReportBlock block("staying", scope.page.label("report.staying"));
  block.text.paragraphs = {text};
  return block;
}

/// Who answers for how much, and when things are looked at again.
ReportBlock governance_block(const ReportScope& scope) {
  const PageScope& page = scope.page;
  ReportBlock block("governance", page.label("report.governance"));
  struct Share {
    std::size_t actions = 0;
    std::optional<Day> first, last;
  };
  std::map<std::string, Share> owners;
  std::size_t unassigned = 0;
  for (const PlannedAction* planned : open_actions(scope.evaluation)) {
    Share& share = owners[owner_of(page, *planned)];
    ++share.actions;
    unassigned += planned->owner.empty() ? 1 : 0;
    if (!planned->dates) continue;
    share.first =
        share.first ? std::min(*share.first, planned->dates->first) : planned->dates->first;
    share.last = share.last ? std::max(*share.last, planned->dates->last) : planned->dates->last;
  }
  if (owners.empty()) {
    block.text.paragraphs.push_back(page.sentence("report.governance_none"));
    return block;
  }
  block.text.paragraphs.push_back(page.sentence(
      "report.governance_note",
      {{"owners", count(owners.size() - (unassigned > 0))}, {"unassigned", count(unassigned)}}));
  PartTable table;
  table.caption = page.label("report.governance_caption");
  table.row_title = page.label("action.owner");
  table.columns = {{page.label("report.actions"), {}, true, false},
                   {page.label("report.start"), {}, false, false},
                   {page.label("report.end"), {}, false, false}};
  for (const auto& [owner, share] : owners)
    table.rows.push_back(
        {owner,
         {},
         {text_cell(std::to_string(share.actions)),
          share.first ? text_cell(page.date(date_of(*share.first))) : missing_cell(page),
          share.last ? text_cell(page.date(date_of(*share.last))) : missing_cell(page)}});
  block.text.table = std::move(table);
  return block;
}

/// The decisions that are asked for: those that follow from what is open.
std::vector<std::string> decisions(const ReportScope& scope) {
  const PageScope& page = scope.page;
  const AssessmentEvaluation& evaluation = scope.evaluation;
  const std::vector<const PlannedAction*> open = open_actions(evaluation);
  std::vector<std::string> list;
  if (!evaluation.target &&
      (!scope.assessment().target || scope.assessment().target->pillars.empty()))
    list.push_back(page.sentence("report.decide_target"));
  if (!open.empty()) {
    std::vector<std::string> first;
    for (std::size_t i = 0; i < std::min<std::size_t>(open.size(), 3); ++i)
      first.push_back(numbered(i, *open[i]->action));
    list.push_back(page.sentence(
        "report.decide_first", {{"actions", joined(page, first)}, {"count", count(first.size())}}));
  }
  const auto unassigned = static_cast<std::size_t>(std::count_if(
      open.begin(), open.end(), [](const PlannedAction* each) { return each->owner.empty(); }));
  if (unassigned > 0)
    list.push_back(page.sentence("report.decide_owners", {{"count", count(unassigned)}}));
  const auto late = static_cast<std::size_t>(
      std::count_if(open.begin(), open.end(),
                    [](const PlannedAction* each) { return each->dates && each->dates->is_late; }));
  if (late > 0) list.push_back(page.sentence("report.decide_late", {{"count", count(late)}}));
  if (const std::string worth = worth_sentence(scope); !worth.empty())
    list.push_back(page.sentence("report.decide_money", {{"worth", worth}}));
  if (const NodeScore* overall = evaluation.scores.overall(); overall && overall->counts.open() > 0)
    list.push_back(page.sentence("report.decide_open", {{"count", count(overall->counts.open())}}));
  if (scope.respondents && !scope.respondents->discuss.empty())
    list.push_back(page.sentence("report.decide_discuss",
                                 {{"count", count(scope.respondents->discuss.size())}}));
  return list;
}

std::optional<ReportBlock> dates_block(const ReportScope& scope) {
  const PageScope& page = scope.page;
  if (scope.assessment().deferred.empty()) return std::nullopt;
  ReportBlock block("review-dates", page.label("report.review_dates"));
  std::vector<const Deferral*> deferred;
  for (const Deferral& deferral : scope.assessment().deferred) deferred.push_back(&deferral);
  std::stable_sort(deferred.begin(), deferred.end(), [](const Deferral* a, const Deferral* b) {
    return first_day(a->review) < first_day(b->review);
  });
  PartEntry entry;
  for (const Deferral* deferral : deferred)
    entry.points.push_back(
        page.sentence("report.point", {{"title", page.date(deferral->review)},
                                       {"text", deferred_title(scope.model(), *deferral)}}));
  block.text.entries.push_back(std::move(entry));
  return block;
}

}  // namespace

std::vector<ReportBlock> risk_blocks(const ReportScope& scope) {
  std::vector<ReportBlock> blocks;
  if (auto staying = staying_block(scope)) blocks.push_back(std::move(*staying));
  blocks.push_back(risks_block(scope));
  blocks.push_back(governance_block(scope));
  return blocks;
}

std::vector<ReportBlock> decision_blocks(const ReportScope& scope) {
  std::vector<ReportBlock> blocks;
  ReportBlock block("decision-list", scope.page.label("report.decisions"));
  PartEntry entry;
  entry.points = decisions(scope);
  if (entry.points.empty())
    block.text.paragraphs.push_back(scope.page.sentence("report.decisions_none"));
  else
    block.text.entries.push_back(std::move(entry));
  blocks.push_back(std::move(block));
  if (auto dates = dates_block(scope)) blocks.push_back(std::move(*dates));
  return blocks;
}

}  // namespace stagecraft
