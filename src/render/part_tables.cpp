// A table of the model, as it was written or sorted by one of its columns.
#include <algorithm>

#include "render/model_wording.h"
#include "render/part_page.h"

namespace stagecraft {
namespace {

bool is_given(const Cell& cell) {
  return !std::holds_alternative<std::monostate>(cell);
}

std::string range_text(const PageScope& scope, const CellRange& range, const std::string& unit) {
  MessageValues values{{"unit", unit}};
  if (range.from) values.emplace_back("low", scope.number(*range.from));
  if (range.to) values.emplace_back("high", scope.number(*range.to));
  if (!range.to) return scope.sentence("typical.at_least", values);
  if (!range.from) return scope.sentence("typical.at_most", values);
  return scope.sentence(*range.from == *range.to ? "typical.exactly" : "typical.between", values);
}

PartCell shown(const PageScope& scope, const Column& column, const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return {*text, {}, false};
  if (const auto* number = std::get_if<Exact>(&cell))
    return {column.unit.empty() ? scope.number(*number) : scope.number(*number) + " " + column.unit,
            {},
            false};
  if (const auto* range = std::get_if<CellRange>(&cell))
    return {range_text(scope, *range, column.unit), {}, false};
  return {scope.label("words.dash"), {}, true};
}

/// Where a cell stands in the order of its column: by place of its word, by number, by the
/// beginning of its range, then its end. A range that is open below comes first, above last.
std::pair<std::optional<Exact>, std::optional<Exact>> rank_of(const Column& column,
                                                              const Cell& cell) {
  if (const auto* word = std::get_if<std::string>(&cell)) {
    const auto place = std::find(column.order.begin(), column.order.end(), *word);
    return {Exact(static_cast<std::int64_t>(place - column.order.begin())), Exact(0)};
  }
  if (const auto* number = std::get_if<Exact>(&cell)) return {*number, *number};
  const auto& range = std::get<CellRange>(cell);
  return {range.from, range.to};
}

bool goes_first(const Column& column, const Cell& a, const Cell& b) {
  if (!is_given(a) || !is_given(b)) return is_given(a) && !is_given(b);
  const auto [from_a, to_a] = rank_of(column, a);
  const auto [from_b, to_b] = rank_of(column, b);
  if (from_a != from_b) return !from_a || (from_b && *from_a < *from_b);
  return to_a && (!to_b || *to_a < *to_b);
}

std::vector<TableRow> rows_of(const GuidanceTable& table, std::optional<std::size_t> sorted_by) {
  std::vector<TableRow> rows = table.rows;
  if (sorted_by)
    std::stable_sort(rows.begin(), rows.end(), [&](const TableRow& a, const TableRow& b) {
      return goes_first(table.columns[*sorted_by], a.cells[*sorted_by], b.cells[*sorted_by]);
    });
  return rows;
}

/// The page of the table sorted by `column`; empty for a column that has no order.
std::string sorted_href(const PageScope& scope, std::size_t column) {
  for (const PlannedPage& page : scope.plan().pages)
    if (page.kind == PageKind::part && page.part == ModelPart::table &&
        page.model == scope.page().model && page.item == scope.page().item &&
        page.sorted_by == column)
      return scope.href(page);
  return {};
}

std::string use_case_href(const PageScope& scope, const UseCaseId& id) {
  return id.text().empty() ? std::string()
                           : link_to(scope, ModelPart::use_cases, {}, "use-case-" + id.text()).href;
}

}  // namespace

PartPage table_page(const PageScope& scope) {
  const PlannedPage& planned = scope.page();
  const GuidanceTable& table = scope.model().tables[planned.item];
  PartPage page;
  page.lead = table.text;
  PartTable shown_table{table.title, table.row_title, {}, {}};
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const bool is_sorted = planned.sorted_by == column;
    shown_table.columns.push_back({table.columns[column].title,
                                   is_sorted ? std::string() : sorted_href(scope, column),
                                   table.columns[column].type == ColumnType::number, is_sorted});
  }
  for (const TableRow& row : rows_of(table, planned.sorted_by)) {
    PartRow shown_row{row.title, use_case_href(scope, row.use_case), {}};
    for (std::size_t column = 0; column < row.cells.size(); ++column)
      shown_row.cells.push_back(shown(scope, table.columns[column], row.cells[column]));
    shown_table.rows.push_back(std::move(shown_row));
  }
  const bool has_orders = std::any_of(
      shown_table.columns.begin(), shown_table.columns.end(),
      [](const PartColumn& column) { return column.is_sorted || !column.href.empty(); });
  PartSection section =
      section_with("table", scope.label("part.the_table"), std::move(shown_table));
  if (has_orders) section.note = scope.label("part.sort_note");
  section.source = source_link(scope, table.source);
  page.sections.push_back(std::move(section));
  return page;
}

}  // namespace stagecraft
