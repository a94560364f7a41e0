#include "render/portfolio_report.h"

#include <fmt/format.h>

#include "render/evaluation_record_parts.h"
#include "render/record_parts.h"

namespace stagecraft {
namespace {

int digits_of(const MaturityModel& model) {
  return model.methods.empty() ? share_digits : model.methods.front().digits;
}

Record node_record(const MaturityModel& model, const PortfolioNode& node) {
  Record record = Record::object();
  put_pillar(record, model, node.pillar);
  Record stages = Record::array();
  for (StageIndex stage = 0; stage < node.by_stage.size(); ++stage)
    stages.push_back(
        {{"stage", model.stages[stage].id.text()}, {"subjects", node.by_stage[stage]}});
  put(record, "stages", std::move(stages));
  record["below_first"] = node.below_first;
  record["without_stage"] = node.without_stage;
  if (node.figures) put_figures(record, *node.figures, digits_of(model));
  put_number(record, "median", node.median, digits_of(model));
  return record;
}

SheetRow node_row(const MaturityModel& model, const PortfolioNode& node) {
  SheetRow row;
  row.depth = node.pillar ? model.pillars[*node.pillar].depth + 1 : 0;
  const auto shown = [&](const std::optional<Exact>& value) {
    return value ? decimal_text(*value, digits_of(model)) : sheet_dash;
  };
  std::string by_stage;
  for (const std::size_t count : node.by_stage)
    by_stage += (by_stage.empty() ? "" : " · ") + std::to_string(count);
  const std::optional<Figures>& figures = node.figures;
  row.cells = {node.pillar ? sheet_text(model.pillars[*node.pillar].title) : "Overall",
               by_stage.empty() ? sheet_dash : by_stage,
               std::to_string(node.below_first + node.without_stage),
               shown(figures ? std::optional(figures->floor) : std::nullopt),
               shown(node.median),
               shown(figures ? std::optional(figures->mean) : std::nullopt),
               shown(figures ? std::optional(figures->ceiling) : std::nullopt)};
  return row;
}

}  // namespace

Record portfolio_record(const MaturityModel& model, const PortfolioSummary& summary) {
  Record record{
      {"schema", "stagecraft/portfolio/1"},
      {"model", {{"id", model.id.text()}, {"title", model.title}, {"version", model.version}}},
      {"assessments", summary.assessments},
      {"subjects", summary.subjects}};
  put(record, "nodes", list_of(summary.nodes, [&](const PortfolioNode& node) {
        return node_record(model, node);
      }));
  return record;
}

ScoreSheet portfolio_sheet(const MaturityModel& model, const PortfolioSummary& summary) {
  ScoreSheet sheet;
  sheet.title = "Portfolio";
  sheet.head = {fmt::format("Model: {} ({} {})", sheet_text(model.title), model.id.text(),
                            sheet_text(model.version)),
                fmt::format("Subjects: {}, of each the latest of {} assessment{}",
                            summary.subjects, summary.assessments,
                            summary.assessments == 1 ? "" : "s")};
  if (summary.subjects < least_for_averages)
    sheet.head.push_back("Fewer than five subjects: no averages, which would tell who is who.");
  SheetSection section{"Stages", {}, {}, {}};
  section.columns = {{"Part", false, 0},   {"At stages 1, 2, …", false, 28}, {"None", true, 6},
                     {"Floor", true, 7},   {"Median", true, 7},              {"Mean", true, 7},
                     {"Ceiling", true, 8}};
  for (const PortfolioNode& node : summary.nodes) section.rows.push_back(node_row(model, node));
  if (!section.rows.empty()) sheet.sections.push_back(std::move(section));
  return sheet;
}

}  // namespace stagecraft
