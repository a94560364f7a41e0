// Gaps to the target, and what waits on purpose.
#include <algorithm>

#include "render/report_sections.h"

namespace stagecraft {
namespace {

/// How pressing a gap of so many stages is. Rule: content/docs/reports.md, "Priority of a gap".
const char* priority_key(const Exact& gap) {
  if (gap <= 0) return "report.target_met";
  if (gap >= 2) return "report.priority_high";
  return gap >= 1 ? "report.priority_medium" : "report.priority_low";
}

/// The gaps of a node in the order of the model.
std::vector<const AnswerGap*> gaps_of(const ReportScope& scope, std::optional<PillarIndex> pillar) {
  std::vector<const AnswerGap*> gaps;
  for (const AnswerGap& gap : scope.evaluation.gaps) {
    const auto& contributions = gap.question->contributions;
    const bool is_in =
        !pillar || std::any_of(contributions.begin(), contributions.end(),
                               [&](const Contribution& each) { return each.pillar == pillar; });
    if (is_in) gaps.push_back(&gap);
  }
  return gaps;
}

std::optional<ReportBlock> gap_table(const ReportScope& scope) {
  const PageScope& page = scope.page;
  PartTable table;
  table.caption = page.label("report.gap_caption");
  table.row_title = page.label("report.pillar");
  for (const char* column : {"report.today", "report.target", "report.target_date"})
    table.columns.push_back({page.label(column), {}, false, false});
  table.columns.push_back({page.label("report.gap_stages"), {}, true, false});
  for (const char* column : {"report.priority_of_gap", "report.key_gap"})
    table.columns.push_back({page.label(column), {}, false, false});
  std::vector<std::pair<Exact, PartRow>> rows;
  for (const std::size_t index : finding_nodes(scope)) {
    const NodePosition& node = scope.position.nodes[index];
    if (!node.target) continue;
    const NodeScore& score = scope.evaluation.scores.methods.front().nodes[index];
    const std::vector<const AnswerGap*> gaps = gaps_of(scope, node.pillar);
    PartRow row{node_title(scope.page, node.pillar),
                report_anchor(page, "findings", finding_id(scope.model(), node.pillar)),
                {}};
    row.cells.push_back(text_cell(reading_text(scope, score.result)));
    row.cells.push_back(text_cell(stage_name(scope.model(), node.target->stage)));
    row.cells.push_back(node.target->by ? text_cell(page.date(*node.target->by))
                                        : missing_cell(page));
    const std::optional<Exact>& gap = node.target->gap;
    row.cells.push_back(gap ? text_cell(page.number(std::max(*gap, Exact(0))))
                            : missing_cell(page));
    row.cells.push_back(gap ? text_cell(page.label(priority_key(*gap))) : missing_cell(page));
    row.cells.push_back(gaps.empty() ? missing_cell(page)
                                     : text_cell(gaps.front()->question->title));
    rows.emplace_back(gap ? *gap : Exact(-1), std::move(row));
  }
  if (rows.empty()) return std::nullopt;
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [gap, row] : rows) table.rows.push_back(std::move(row));
  ReportBlock block("gap-table", page.label("report.gap_table"));
  block.text.note = page.sentence("report.gap_table_note");
  block.text.table = std::move(table);
  return block;
}

ReportBlock deferred_block(const ReportScope& scope) {
  const PageScope& page = scope.page;
  ReportBlock block("deferred", page.label("report.deferred"));
  if (scope.assessment().deferred.empty()) {
    block.text.paragraphs.push_back(page.sentence("report.deferred_none"));
    return block;
  }
  block.text.note = page.sentence("report.deferred_note");
  PartTable table;
  table.caption = page.label("report.deferred_caption");
  table.row_title = page.label("report.what");
  table.columns = {{page.label("report.reason"), {}, false, false},
                   {page.label("report.review"), {}, false, false}};
  for (const Deferral& deferral : scope.assessment().deferred)
    table.rows.push_back({deferred_title(scope.model(), deferral),
                          {},
                          {text_cell(deferral.reason), text_cell(page.date(deferral.review))}});
  block.text.table = std::move(table);
  return block;
}

}  // namespace

std::vector<ReportBlock> gap_blocks(const ReportScope& scope) {
  std::vector<ReportBlock> blocks;
  if (auto table = gap_table(scope)) blocks.push_back(std::move(*table));
  blocks.push_back(deferred_block(scope));
  return blocks;
}

}  // namespace stagecraft
