// Results at a glance: where each pillar stands, and what is there of what each stage asks.
#include "evaluate/benchmark_position.h"
#include "evaluate/evaluate_project.h"
#include "evaluate/stage_grid.h"
#include "render/chart/dot_plot.h"
#include "render/chart/radar.h"
#include "render/model_wording.h"
#include "render/report_sections.h"

namespace stagecraft {
namespace {

constexpr int most_heat = 4;

/// Writes the plot and the table of all nodes.
class NodeBlock {
 public:
  explicit NodeBlock(const ReportScope& scope)
      : scope_(scope), score_(scope.evaluation.scores.methods.front()) {}

  ReportBlock block() const {
    const PageScope& page = scope_.page;
    ReportBlock block("pillars", page.label("report.results_pillars"));
    block.chart_title = title();
    block.chart = chart();
    block.text.table = table();
    block.text.note = page.sentence("report.results_note");
    return block;
  }

 private:
  /// Whether the nodes are placed by stages; otherwise by shares of the way.
  bool by_stage() const {
    return !scope_.model().stages.empty() && score_.method->overall.gives_stage();
  }
  bool places_by_stage() const {
    for (const std::size_t index : shown_nodes(scope_))
      if (scope_.position.nodes[index].number) return true;
    return by_stage();
  }

  std::optional<Exact> point(std::size_t index) const {
    const NodePosition& node = scope_.position.nodes[index];
    return places_by_stage() ? node.number : node.share;
  }

  /// The point of `reading`, an end of the interval of a node.
  std::optional<Exact> end_point(std::size_t index, const Reading& reading) const {
    if (!places_by_stage()) return std::nullopt;
    NodeScore node = score_.nodes[index];
    node.result = reading;
    return number_of(score_, node, scope_.model().stages.size());
  }

  std::string point_text(const Exact& point) const {
    const PageScope& page = scope_.page;
    return places_by_stage()
               ? page.number(point)
               : page.sentence("report.percent", {{"number", page.number(Exact(point * 100))}});
  }

  DotRow row(std::size_t index) const {
    const PageScope& page = scope_.page;
    const NodePosition& node = scope_.position.nodes[index];
    const NodeScore& score = score_.nodes[index];
    DotRow row;
    row.label = node_title(scope_.page, node.pillar);
    row.is_strong = index == 0;
    row.value = point(index);
    row.value_text = row.value ? point_text(*row.value) : page.label("report.not_assessed");
    if (node.target && places_by_stage()) {
      row.target = Exact(node.target->stage + 1);
      row.value_text =
          page.sentence("report.dot_text",
                        {{"value", row.value_text}, {"target", stage_number(node.target->stage)}});
    }
    if (score.interval && score.interval->worst != score.interval->best) {
      row.lowest = end_point(index, score.interval->worst);
      row.highest = end_point(index, score.interval->best);
    }
    return row;
  }

  Value chart() const {
    const PageScope& page = scope_.page;
    DotPlot plot;
    std::string points;
    for (const std::size_t index : shown_nodes(scope_)) {
      plot.rows.push_back(row(index));
      const DotRow& added = plot.rows.back();
      if (!points.empty()) points += page.label("words.semicolon");
      points +=
          page.sentence("report.dot_point", {{"title", added.label}, {"text", added.value_text}});
      if (added.target) plot.target_label = page.label("report.target");
      if (added.lowest) plot.range_label = page.label("report.possible");
    }
    const std::size_t stages = scope_.model().stages.size();
    plot.low = 0;
    plot.high = places_by_stage() ? Exact(stages) : Exact(1);
    if (places_by_stage()) {
      if (!has_below_first(plot)) plot.low = stages > 1 ? 1 : 0;
      for (StageIndex stage = 0; stage < stages; ++stage)
        plot.ticks.emplace_back(Exact(stage + 1), stage_number(stage));
    } else {
      for (int tick = 0; tick <= most_heat; ++tick)
        plot.ticks.emplace_back(Exact(tick, most_heat), point_text(Exact(tick, most_heat)));
    }
    plot.value_label = page.label("report.today");
    plot.title = title();
    plot.description = page.sentence("report.dot_description", {{"points", points}});
    return chart_view(draw_dot_plot(plot, ChartWidth::wide, "pillar-plot"),
                      draw_dot_plot(plot, ChartWidth::narrow, "pillar-plot-narrow"));
  }

  static bool has_below_first(const DotPlot& plot) {
    for (const DotRow& row : plot.rows)
      if ((row.value && *row.value < 1) || (row.lowest && *row.lowest < 1)) return true;
    return false;
  }

  /// What the plot says in one line.
  std::string title() const {
    const PageScope& page = scope_.page;
    const std::optional<Profile>& profile = scope_.position.profile;
    if (!profile || !profile->imbalance) return page.sentence("report.results_title");
    if (*profile->imbalance == 0) return page.sentence("report.results_title_even");
    const auto titles = [&](const std::vector<PillarIndex>& pillars) {
      std::vector<std::string> list;
      for (const PillarIndex pillar : pillars) list.push_back(node_title(scope_.page, pillar));
      return joined(page, list);
    };
    return page.sentence("report.results_title_uneven",
                         {{"lagging", titles(profile->lagging)},
                          {"leading", titles(profile->leading)},
                          {"lags", static_cast<std::int64_t>(profile->lagging.size())},
                          {"leads", static_cast<std::int64_t>(profile->leading.size())}});
  }

  PartTable table() const {
    const PageScope& page = scope_.page;
    PartTable table;
    table.caption = page.label("report.results_caption");
    table.row_title = page.label("report.pillar");
    for (const char* column : {"report.today", "report.possible", "report.target"})
      table.columns.push_back({page.label(column), {}, false, false});
    for (const char* column : {"report.gap_stages", "report.answered", "report.backed"})
      table.columns.push_back({page.label(column), {}, true, false});
    for (const std::size_t index : shown_nodes(scope_)) table.rows.push_back(table_row(index));
    return table;
  }

  PartRow table_row(std::size_t index) const {
    const PageScope& page = scope_.page;
    const NodeScore& score = score_.nodes[index];
    const std::optional<NodeTarget>& target = scope_.position.nodes[index].target;
    const GradeCounts& grades = scope_.evidence[index].grades;
    PartRow row{node_title(scope_.page, score.pillar), {}, {}};
    row.cells.push_back(text_cell(reading_text(scope_, score.result)));
    row.cells.push_back(
        score.interval && score.interval->worst != score.interval->best
            ? text_cell(page.sentence("report.from_to",
                                      {{"from", reading_text(scope_, score.interval->worst)},
                                       {"to", reading_text(scope_, score.interval->best)}}))
            : missing_cell(page));
    row.cells.push_back(target ? text_cell(stage_name(scope_.model(), target->stage))
                               : missing_cell(page));
    row.cells.push_back(target && target->gap ? text_cell(gap_text(*target->gap))
                                              : missing_cell(page));
    const auto of = [&](std::size_t part, std::size_t all) {
      return text_cell(page.sentence(
          "report.of_all", {{"part", std::to_string(part)}, {"all", std::to_string(all)}}));
    };
    const AnswerCounts& counts = score.counts;
    row.cells.push_back(of(counts.answered, counts.applicable()));
    row.cells.push_back(of(grades.verified + grades.corroborated,
                           grades.verified + grades.corroborated + grades.reported + grades.none));
    return row;
  }

  std::string gap_text(const Exact& gap) const {
    return gap > 0 ? scope_.page.number(gap) : scope_.page.label("report.target_met");
  }

  const ReportScope& scope_;
  const MethodScore& score_;
};

/// The pillars that hang on the whole, around a centre; nothing where that could not be read.
std::optional<ReportBlock> radar_block(const ReportScope& scope) {
  const PageScope& page = scope.page;
  Radar radar;
  radar.high = static_cast<int>(scope.model().stages.size());
  for (const std::size_t index : shown_nodes(scope)) {
    const NodePosition& node = scope.position.nodes[index];
    if (!node.pillar || scope.model().pillars[*node.pillar].parent) continue;
    if (!node.number) return std::nullopt;
    RadarAxis axis{scope.model().pillars[*node.pillar].title, *node.number, {}};
    if (node.target) axis.target = Exact(node.target->stage + 1);
    radar.axes.push_back(std::move(axis));
  }
  if (radar.axes.size() < least_radar_axes || radar.axes.size() > most_radar_axes || radar.high < 1)
    return std::nullopt;
  radar.value_label = page.label("report.today");
  radar.target_label = page.label("report.target");
  radar.title = page.label("report.radar");
  radar.description = page.sentence("report.radar_description");
  ReportBlock block("radar", "");
  block.chart_title = radar.title;
  block.chart = chart_view(draw_radar(radar, ChartWidth::wide, "radar"),
                           draw_radar(radar, ChartWidth::narrow, "radar-narrow"));
  return block;
}

int heat_of(const GridCell& cell) {
  if (cell.asked == 0) return -1;
  return static_cast<int>(cell.held * most_heat / cell.asked);
}

/// The stage of a pillar today, and its target, as a mark in their cells.
std::string mark_of(const ReportScope& scope, std::optional<PillarIndex> pillar, StageIndex stage) {
  const MethodScore& score = scope.evaluation.scores.methods.front();
  const std::size_t index = pillar ? *pillar + 1 : 0;
  const std::optional<NodeTarget>& target = scope.position.nodes[index].target;
  const bool is_today = score.nodes[index].result.stage == stage;
  const bool is_target = target && target->stage == stage;
  if (is_today && is_target) return scope.page.label("report.today_and_target");
  if (is_today) return scope.page.label("report.today");
  return is_target ? scope.page.label("report.target") : "";
}

std::optional<ReportBlock> heat_block(const ReportScope& scope) {
  const PageScope& page = scope.page;
  const std::vector<GridRow> grid = stage_grid(scope.evaluation);
  if (grid.empty()) return std::nullopt;
  HeatMap map;
  map.caption = page.label("report.heat_caption");
  map.row_title = page.label("report.pillar");
  for (StageIndex stage = 0; stage < scope.model().stages.size(); ++stage)
    map.columns.push_back(stage_name(scope.model(), stage));
  for (const GridRow& row : grid) {
    HeatRow shown{node_title(scope.page, row.pillar), {}};
    for (StageIndex stage = 0; stage < row.cells.size(); ++stage) {
      const GridCell& cell = row.cells[stage];
      shown.cells.push_back(
          {cell.asked == 0 ? page.label("words.dash")
                           : page.sentence("report.of_all", {{"part", std::to_string(cell.held)},
                                                             {"all", std::to_string(cell.asked)}}),
           heat_of(cell), mark_of(scope, row.pillar, stage)});
    }
    map.rows.push_back(std::move(shown));
  }
  ReportBlock block("heatmap", page.label("report.heat"));
  block.text.note = page.sentence("report.heat_note");
  block.heat = std::move(map);
  return block;
}

PartRow benchmark_row(const ReportScope& scope, const BenchmarkPosition& position) {
  const PageScope& page = scope.page;
  PartRow row{node_title(scope.page, position.pillar), {}, {}};
  row.cells.push_back(text_cell(std::to_string(position.n)));
  if (!position.others) {
    const char* why = position.is_refused ? "report.benchmark_few" : "report.not_assessed";
    row.cells.push_back({page.label(why), {}, true});
    row.cells.push_back(missing_cell(page));
    row.cells.push_back(missing_cell(page));
    return row;
  }
  for (const std::size_t number :
       {position.others->below, position.others->same, position.others->above})
    row.cells.push_back(text_cell(std::to_string(number)));
  return row;
}

/// Where others stand, seen from this client.
ReportBlock benchmark_block(const ReportScope& scope, const Benchmark& benchmark) {
  const PageScope& page = scope.page;
  ReportBlock block("benchmark-" + iso_text(benchmark.date), benchmark.title);
  block.text.paragraphs.push_back(benchmark_sentence(page, benchmark));
  PartTable table;
  table.caption = page.label("report.benchmark_caption");
  table.row_title = page.label("report.pillar");
  for (const char* column : {"report.benchmark_n", "report.benchmark_below",
                             "report.benchmark_same", "report.benchmark_above"})
    table.columns.push_back({page.label(column), {}, true, false});
  for (const BenchmarkPosition& position : compare_with(benchmark, scope.evaluation))
    table.rows.push_back(benchmark_row(scope, position));
  block.text.table = std::move(table);
  return block;
}

}  // namespace

std::string benchmark_sentence(const PageScope& page, const Benchmark& benchmark) {
  const MessageValues values{{"date", page.date(benchmark.date)},
                             {"method", benchmark.method},
                             {"source", benchmark.source}};
  return page.sentence(
      benchmark.source.empty() ? "report.benchmark_unsourced" : "report.benchmark", values);
}

std::vector<ReportBlock> result_blocks(const ReportScope& scope) {
  std::vector<ReportBlock> blocks;
  if (scope.evaluation.scores.methods.empty()) {
    ReportBlock block("pillars", scope.page.label("report.results_pillars"));
    block.text.paragraphs.push_back(scope.page.sentence("report.score_no_method"));
    blocks.push_back(std::move(block));
    return blocks;
  }
  blocks.push_back(NodeBlock(scope).block());
  if (scope.page.project().settings.radar)
    if (auto radar = radar_block(scope)) blocks.push_back(std::move(*radar));
  if (auto heat = heat_block(scope)) blocks.push_back(std::move(*heat));
  if (const Benchmark* benchmark = latest_benchmark(scope.page.project(), scope.model()))
    blocks.push_back(benchmark_block(scope, *benchmark));
  return blocks;
}

}  // namespace stagecraft
