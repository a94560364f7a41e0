// What the sections of reports are made of, as templates see it.
#include "render/report_sections.h"

namespace stagecraft {
namespace {

Value heat_view(const std::optional<HeatMap>& heat) {
  if (!heat) return {};
  ValueList columns, rows;
  for (const std::string& column : heat->columns) columns.emplace_back(ValueMap{{"title", column}});
  for (const HeatRow& row : heat->rows) {
    ValueList cells;
    for (const HeatCell& cell : row.cells)
      cells.emplace_back(ValueMap{{"text", cell.text},
                                  {"heat", cell.heat < 0 ? "none" : std::to_string(cell.heat)},
                                  {"mark", cell.mark}});
    rows.emplace_back(ValueMap{{"title", row.title}, {"cells", std::move(cells)}});
  }
  return ValueMap{{"caption", heat->caption},
                  {"row_title", heat->row_title},
                  {"columns", std::move(columns)},
                  {"rows", std::move(rows)}};
}

/// The chart of a block as a file; null when it has none.
Value chart_file(const PageScope& page, std::string_view block) {
  const std::string_view chart = block == "worth-lines" ? "worth" : block;
  for (const PlannedReportFile& file : page.plan().report_files)
    if (file.file == ReportFile::chart && file.chart == chart &&
        page.plan().pages[file.page].assessment == page.page().assessment &&
        page.page().kind == PageKind::report)
      return page.href(file.path);
  return {};
}

}  // namespace

ValueList blocks_view(const PageScope& page, const std::vector<ReportBlock>& blocks) {
  std::vector<PartSection> texts;
  for (const ReportBlock& block : blocks) texts.push_back(block.text);
  ValueList list;
  std::size_t index = 0;
  for (const Value& view : sections_view(page, texts)) {
    const ReportBlock& block = blocks[index++];
    ValueMap whole = std::get<ValueMap>(view.storage());
    whole.set("chart_title", block.chart_title);
    whole.set("chart", block.chart);
    whole.set("chart_file", chart_file(page, block.text.id));
    whole.set("heat", heat_view(block.heat));
    list.emplace_back(std::move(whole));
  }
  return list;
}

std::string confidential_line(const PageScope& scope, Audience audience,
                              const std::string& client) {
  if (audience == Audience::everyone) return {};
  const std::string& own = scope.project().settings.brand.confidentiality;
  return own.empty() ? scope.sentence("report.confidential", {{"client", client}}) : own;
}

}  // namespace stagecraft
