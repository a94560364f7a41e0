// What has changed between two assessments: a section of a report, and a stretch of the page of a
// trend.
#include <algorithm>

#include "evaluate/trend.h"
#include "render/answer_wording.h"
#include "render/model_wording.h"
#include "render/report_sections.h"

namespace stagecraft {
namespace {

std::int64_t count(std::size_t number) { return static_cast<std::int64_t>(number); }

/// What a reader gets who subtracts the two numbers as they are shown.
std::optional<Exact> shown_change(const NodeTrend& node) {
  if (!node.then || !node.now) return std::nullopt;
  constexpr int places = 2;
  return *parse_decimal(decimal_text(*node.now, places)) -
         *parse_decimal(decimal_text(*node.then, places));
}

Exact size_of(const NodeTrend& node) {
  const Exact change = shown_change(node).value_or(Exact(0));
  return change < 0 ? Exact(-change) : change;
}

PartRow trend_row(const ReportScope& scope, const NodeTrend& node) {
  const PageScope& page = scope.page;
  const auto number = [&](const std::optional<Exact>& value) {
    return value ? text_cell(page.number(*value)) : missing_cell(page);
  };
  const auto stage = [&](const StageId& id) {
    const std::optional<StageIndex> found = scope.model().find(id);
    return found ? text_cell(stage_name(scope.model(), *found)) : missing_cell(page);
  };
  PartRow row{node_title(scope.page, node.pillar), {}, {}};
  const std::optional<Exact> change = shown_change(node);
  row.cells = {stage(node.stage_then), stage(node.stage_now), number(node.then), number(node.now),
               change ? text_cell(signed_number(page, *change)) : missing_cell(page)};
  return row;
}

/// The whole, then its parts by the size of their change.
PartTable change_table(const ReportScope& scope, const Trend& trend) {
  const PageScope& page = scope.page;
  PartTable table;
  table.caption = page.label("report.changes_caption");
  table.row_title = page.label("report.pillar");
  table.columns = {{page.label("report.stage_then"), {}, false, false},
                   {page.label("report.stage_now"), {}, false, false},
                   {page.label("report.value_then"), {}, true, false},
                   {page.label("report.value_now"), {}, true, false},
                   {page.label("report.change"), {}, true, false}};
  std::vector<const NodeTrend*> nodes;
  for (const NodeTrend& node : trend.nodes)
    if (node.then || node.now || !node.stage_then.text().empty()) nodes.push_back(&node);
  std::stable_sort(nodes.begin(), nodes.end(), [](const NodeTrend* a, const NodeTrend* b) {
    if (!a->pillar || !b->pillar) return !a->pillar && b->pillar;
    return size_of(*a) > size_of(*b);
  });
  for (const NodeTrend* node : nodes) table.rows.push_back(trend_row(scope, *node));
  return table;
}

const std::string& title_of(const Question& question) {
  return question.title.empty() ? question.text : question.title;
}

/// The question, what was said to it then, and what now.
std::string changed_line(const ReportScope& scope, QuestionIndex index) {
  const Question& question = scope.model().questions[index];
  return scope.page.sentence("report.changed_answer",
                             {{"title", title_of(question)},
                              {"then", answer_text(scope.page, *scope.earlier, question)},
                              {"now", answer_text(scope.page, scope.evaluation, question)}});
}

PartEntry changed_questions(const ReportScope& scope, const Trend& trend) {
  const PageScope& page = scope.page;
  const auto lines = [&](const std::vector<QuestionIndex>& questions) {
    std::vector<std::string> list;
    for (const QuestionIndex index : questions) list.push_back(changed_line(scope, index));
    return list;
  };
  std::vector<std::string> only_now, only_then;
  for (const QuestionIndex index : trend.only_now)
    only_now.push_back(title_of(scope.model().questions[index]));
  for (const QuestionId& id : trend.only_then)
    if (const Question* question = scope.model().find(id))
      only_then.push_back(title_of(*question));
  PartEntry entry;
  entry.add_list(page.label("report.risen"), lines(trend.risen));
  entry.add_list(page.label("report.fallen"), lines(trend.fallen));
  entry.add_list(page.label("report.only_now"), only_now);
  entry.add_list(page.label("report.only_then"), only_then);
  return entry;
}

}  // namespace

std::string signed_number(const PageScope& page, const Exact& number) {
  if (number == 0) return page.number(number);
  return (number > 0 ? "+" : "\u2212") + page.number(number < 0 ? Exact(-number) : number);
}

ReportBlock change_block(const ReportScope& scope, std::string id, std::string title) {
  const PageScope& page = scope.page;
  const Trend trend = trend_between(*scope.earlier, scope.evaluation);
  ReportBlock block(std::move(id), std::move(title));
  std::vector<std::string>& texts = block.text.paragraphs;
  texts.push_back(page.sentence("report.changes_note", {{"date", page.date(trend.since)},
                                                        {"comparable", count(trend.comparable)},
                                                        {"risen", count(trend.risen.size())},
                                                        {"fallen", count(trend.fallen.size())}}));
  if (!trend.has_same_model) texts.push_back(version_change(scope));
  const Assessment& earlier = *scope.earlier->assessment;
  if (!earlier.scope.empty() && !scope.assessment().scope.empty() &&
      earlier.scope != scope.assessment().scope)
    texts.push_back(page.sentence("report.changes_scope", {{"then", earlier.scope}}));
  if (PartTable table = change_table(scope, trend); !table.rows.empty())
    block.text.table = std::move(table);
  if (PartEntry entry = changed_questions(scope, trend); !entry.lists.empty())
    block.text.entries.push_back(std::move(entry));
  return block;
}

std::string version_change(const ReportScope& scope) {
  const std::string& then = scope.earlier->assessment->model_version;
  const std::string& now = scope.assessment().model_version;
  if (then.empty() || now.empty()) return scope.page.sentence("report.changes_assumed");
  return scope.page.sentence("report.changes_model", {{"then", then}, {"now", now}});
}

std::vector<ReportBlock> change_blocks(const ReportScope& scope) {
  if (scope.earlier) return {change_block(scope, "changes-since", "")};
  ReportBlock block("changes-since", "");
  block.text.paragraphs.push_back(scope.page.sentence("report.changes_none"));
  return {block};
}

}  // namespace stagecraft
