// The page of a portfolio: who stands where, and how many.
#include <algorithm>
#include <set>

#include "model/benchmark.h"
#include "render/model_wording.h"
#include "render/page_views.h"
#include "render/portfolio_page.h"
#include "render/report_sections.h"
#include "render/trend_parts.h"

namespace stagecraft {
namespace {

constexpr int most_heat = 4;

std::int64_t count(std::size_t number) { return static_cast<std::int64_t>(number); }

/// `share`, 0 to 1, in steps of a quarter.
std::string heat_text(const Exact& share) {
  const Exact inside = std::clamp<Exact>(share, 0, 1);
  return std::to_string(whole_number(floor(inside * most_heat)).value());
}

class PortfolioPage {
 public:
  explicit PortfolioPage(const PageScope& page)
      : page_(page), model_(page.model()), content_(portfolio_content(page)) {}

  ValueMap view() const {
    return {{"title", page_.title_of(page_.page())},
            {"lead", page_.sentence("portfolio.lead",
                                    {{"count", count(content_.clients.size())},
                                     {"assessments", count(content_.summary.assessments)},
                                     {"model", model_.title}})},
            {"model", ValueMap{{"title", model_.title},
                               {"href", page_.href(*page_.plan().find_model_page(
                                            page_.page().model))},
                               {"version", model_.version}}},
            {"count", std::to_string(content_.clients.size())},
            {"columns", columns()},
            {"stages", stages()},
            {"sectors", sectors()},
            {"rows", rows()},
            {"file", table_file()},
            {"blocks", blocks_view(page_, blocks())}};
  }

 private:
  /// The pillars; the whole stands in a column of its own, as a stage.
  ValueList columns() const {
    ValueList columns;
    for (const std::size_t node : content_.nodes)
      if (node > 0) columns.emplace_back(ValueMap{{"title", node_title(page_, node - 1)}});
    return columns;
  }

  /// What the table can be filtered by: the stages and sectors that occur in it.
  ValueList stages() const {
    ValueList stages;
    for (StageIndex stage = 0; stage < model_.stages.size(); ++stage)
      if (std::any_of(content_.clients.begin(), content_.clients.end(), [&](const auto& client) {
            return client.evaluation.current == stage;
          }))
        stages.emplace_back(stage_name(model_, stage));
    return stages;
  }
  ValueList sectors() const {
    std::set<std::string> names;
    for (const PortfolioClient& client : content_.clients)
      if (!client.assessment().subject.sector.empty())
        names.insert(client.assessment().subject.sector);
    ValueList sectors;
    for (const std::string& name : names) sectors.emplace_back(name);
    return sectors;
  }

  ValueList rows() const {
    ValueList rows;
    for (const PortfolioClient& client : content_.clients) rows.emplace_back(row(client));
    return rows;
  }

  ValueMap row(const PortfolioClient& client) const {
    const Assessment& assessment = client.assessment();
    const PlannedPage* report = report_page_of(page_, assessment);
    ValueList cells;
    for (const std::size_t node : content_.nodes)
      if (node > 0) cells.emplace_back(cell(client.position.nodes[node]));
    const std::optional<StageIndex>& stage = client.evaluation.current;
    return {{"client", assessment.subject.name},
            {"href", report ? Value(page_.href(*report)) : Value()},
            {"sector", assessment.subject.sector},
            {"stage", stage ? stage_name(model_, *stage) : page_.label("report.not_assessed")},
            {"cells", std::move(cells)},
            {"target", client.evaluation.target ? stage_name(model_, *client.evaluation.target)
                                                : std::string()},
            {"date", page_.date(assessment.date)},
            {"day", iso_text(assessment.date)},
            {"trend", trend_text(client.trend)},
            {"review", client.next_review ? page_.date(*client.next_review) : ""},
            {"review_day", client.next_review ? iso_text(*client.next_review) : ""}};
  }

  ValueMap cell(const NodePosition& position) const {
    if (position.number) {
      const auto steps = static_cast<std::int64_t>(model_.stages.size()) - 1;
      const Exact share = steps > 0 ? Exact(*position.number - 1) / steps : Exact(1);
      return {{"text", page_.number(*position.number)}, {"heat", heat_text(share)}};
    }
    if (position.share)
      return {{"text", page_.sentence("report.percent",
                                      {{"number", page_.number(*position.share * 100)}})},
              {"heat", heat_text(*position.share)}};
    return {{"text", page_.label("words.dash")}, {"heat", "none"}};
  }

  const std::string& trend_text(PortfolioTrend trend) const {
    switch (trend) {
      case PortfolioTrend::first: return page_.label("portfolio.first");
      case PortfolioTrend::not_comparable: return page_.label("portfolio.not_comparable");
      case PortfolioTrend::better: return page_.label("trend.better");
      case PortfolioTrend::worse: return page_.label("trend.worse");
      case PortfolioTrend::unchanged: break;
    }
    return page_.label("trend.unchanged");
  }

  Value table_file() const {
    for (const PlannedReportFile& file : page_.plan().report_files)
      if (&page_.plan().pages[file.page] == &page_.page()) return page_.href(file.path);
    return {};
  }

  // ---- how many stand where

  std::vector<ReportBlock> blocks() const {
    std::vector<ReportBlock> blocks;
    if (!content_.summary.nodes.empty() && !model_.stages.empty()) blocks.push_back(distribution());
    blocks.push_back(averages());
    for (const Benchmark& benchmark : page_.project().benchmarks)
      if (benchmark.model == model_.id) blocks.push_back(others(benchmark));
    return blocks;
  }

  std::vector<const PortfolioNode*> counted_nodes() const {
    std::vector<const PortfolioNode*> nodes;
    for (const std::size_t node : content_.nodes) nodes.push_back(&content_.summary.nodes[node]);
    return nodes;
  }

  ReportBlock distribution() const {
    HeatMap map;
    map.caption = page_.label("portfolio.distribution_caption");
    map.row_title = page_.label("report.pillar");
    for (StageIndex stage = 0; stage < model_.stages.size(); ++stage)
      map.columns.push_back(stage_name(model_, stage));
    map.columns.push_back(page_.label("assess_results.below_first"));
    map.columns.push_back(page_.label("report.not_assessed"));
    for (const PortfolioNode* node : counted_nodes()) {
      HeatRow row{node_title(page_, node->pillar), {}};
      std::vector<std::size_t> counts = node->by_stage;
      counts.push_back(node->below_first);
      counts.push_back(node->without_stage);
      for (const std::size_t number : counts) row.cells.push_back(counted(number));
      map.rows.push_back(std::move(row));
    }
    ReportBlock block("distribution", page_.label("portfolio.distribution"));
    block.heat = std::move(map);
    return block;
  }

  HeatCell counted(std::size_t number) const {
    if (number == 0) return {page_.label("words.dash"), -1, ""};
    const std::size_t all = content_.summary.subjects;
    return {std::to_string(number), static_cast<int>(number * most_heat / all), ""};
  }

  ReportBlock averages() const {
    ReportBlock block("averages", page_.label("portfolio.averages"));
    PartTable table;
    table.caption = page_.label("portfolio.averages_caption");
    table.row_title = page_.label("report.pillar");
    for (const char* column : {"portfolio.least", "portfolio.median", "portfolio.mean",
                               "portfolio.greatest"})
      table.columns.push_back({page_.label(column), {}, true, false});
    for (const PortfolioNode* node : counted_nodes()) {
      if (!node->figures || !node->median) continue;
      PartRow row{node_title(page_, node->pillar), {}, {}};
      for (const Exact& figure : {node->figures->floor, *node->median, node->figures->mean,
                                  node->figures->ceiling})
        row.cells.push_back(text_cell(page_.number(figure)));
      table.rows.push_back(std::move(row));
    }
    if (table.rows.empty())
      block.text.paragraphs.push_back(
          page_.sentence("portfolio.no_averages", {{"least", count(least_for_averages)}}));
    else
      block.text.table = std::move(table);
    return block;
  }

  /// Where others stand, as the benchmark says.
  ReportBlock others(const Benchmark& benchmark) const {
    ReportBlock block("benchmark-" + iso_text(benchmark.date), benchmark.title);
    block.text.paragraphs.push_back(benchmark_sentence(page_, benchmark));
    PartTable table;
    table.caption = benchmark.title;
    table.row_title = page_.label("report.pillar");
    table.columns.push_back({page_.label("report.benchmark_n"), {}, true, false});
    for (StageIndex stage = 0; stage < model_.stages.size(); ++stage)
      table.columns.push_back({stage_name(model_, stage), {}, true, false});
    for (const BenchmarkCounts& node : benchmark.nodes) {
      PartRow row{node_title(page_, node.pillar), {}, {}};
      row.cells.push_back(text_cell(std::to_string(node.total())));
      for (const std::size_t number : node.by_stage)
        row.cells.push_back(text_cell(std::to_string(number)));
      table.rows.push_back(std::move(row));
    }
    block.text.table = std::move(table);
    return block;
  }

  const PageScope& page_;
  const MaturityModel& model_;
  const PortfolioContent content_;
};

}  // namespace

ValueMap portfolio_view(const PageScope& scope) { return PortfolioPage(scope).view(); }

}  // namespace stagecraft
