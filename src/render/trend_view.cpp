// The page of a trend: the assessments of one subject by one model, side by side.
#include <algorithm>

#include "evaluate/evaluate_project.h"
#include "evaluate/series.h"
#include "model/calendar.h"
#include "render/chart/trend_panels.h"
#include "render/model_wording.h"
#include "render/page_views.h"
#include "render/report_sections.h"
#include "render/trend_parts.h"

namespace stagecraft {
namespace {

std::int64_t count(std::size_t number) { return static_cast<std::int64_t>(number); }

class TrendPage {
 public:
  explicit TrendPage(const PageScope& page)
      : page_(page),
        model_(page.model()),
        dates_(evaluations_of(page)),
        series_(series_of(dates_)) {}

  ValueMap view() const {
    const Subject& subject = dates_.back().assessment->subject;
    const Audience audience =
        page_.page().listing == Listing::listed ? Audience::everyone : Audience::client;
    const bool has_draft = std::any_of(
        dates_.begin(), dates_.end(),
        [](const AssessmentEvaluation& date) { return date.assessment->is_draft; });
    return {{"client", subject.name},
            {"title", page_.sentence("trend.title", {{"client", subject.name}})},
            {"lead", lead()},
            {"model", ValueMap{{"title", model_.title},
                               {"href", page_.href(*page_.plan().find_model_page(
                                            page_.page().model))},
                               {"version", model_.version}}},
            {"confidential", confidential_line(page_, audience, subject.name)},
            {"draft", has_draft ? page_.label("report.draft") : ""},
            {"sections", sections()}};
  }

 private:
  const Assessment& assessment(std::size_t date) const { return *dates_[date].assessment; }
  ReportScope scope_of(std::size_t date) const {
    return report_scope(page_, dates_[date], date > 0 ? &dates_[date - 1] : nullptr);
  }

  /// Where it stood first, and where it stands now.
  std::string lead() const {
    const auto stage = [&](const AssessmentEvaluation& date) {
      return date.current ? stage_name(model_, *date.current)
                          : page_.label("report.not_assessed");
    };
    return page_.sentence("trend.lead", {{"count", count(dates_.size())},
                                         {"client", assessment(0).subject.name},
                                         {"model", model_.short_title},
                                         {"from", page_.date(assessment(0).date)},
                                         {"to", page_.date(dates_.back().assessment->date)},
                                         {"then", stage(dates_.front())},
                                         {"now", stage(dates_.back())}});
  }

  ValueList sections() const {
    ValueList sections;
    const auto add = [&](const char* id, const char* label, std::vector<ReportBlock> blocks) {
      sections.emplace_back(ValueMap{{"id", id},
                                     {"title", page_.label(label)},
                                     {"blocks", blocks_view(page_, blocks)}});
    };
    add("course", "trend.course", {course()});
    add("steps", "trend.steps", steps());
    add("kpis", "trend.kpis", {kpis()});
    add("assessments", "trend.assessments", {assessments()});
    return sections;
  }

  // ---- the course

  std::string point_text(const SeriesPoint& point) const {
    if (!point.point) return page_.label("words.no_data");
    return series_.measure == Measure::number
               ? page_.number(*point.point)
               : page_.sentence("report.percent", {{"number", page_.number(*point.point * 100)}});
  }

  TrendPanel panel_of(const SeriesNode& node) const {
    TrendPanel panel{node_title(page_, node.pillar), {}, !node.pillar};
    for (const SeriesPoint& point : node.points) {
      const TrendLine line = point.link == SeriesLink::same      ? TrendLine::whole
                             : point.link == SeriesLink::assumed ? TrendLine::broken
                                                                 : TrendLine::none;
      panel.points.push_back({point.point, point_text(point), line});
    }
    return panel;
  }

  /// Whether the model may have changed between `date` and the one before it.
  bool is_break(std::size_t date) const { return !series_.steps[date - 1].has_same_model; }

  TrendPanels panels() const {
    TrendPanels chart;
    for (const SeriesNode& node : series_.nodes) chart.panels.push_back(panel_of(node));
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      chart.dates.emplace_back(first_day(assessment(i).date).number);
      Date month = assessment(i).date;
      month.day = 0;
      chart.names.push_back(page_.date(month));
      if (i > 0 && is_break(i)) chart.breaks.push_back(i);
    }
    const std::size_t stages = model_.stages.size();
    if (series_.measure == Measure::number && stages > 0) {
      chart.low = has_below_first() || stages == 1 ? 0 : 1;
      chart.high = Exact(stages);
      for (StageIndex stage = 0; stage < stages; ++stage)
        chart.ticks.emplace_back(Exact(stage + 1), stage_number(stage));
    } else {
      chart.low = 0;
      chart.high = 1;
      for (const int part : {0, 1, 2})
        chart.ticks.emplace_back(Exact(part, 2), page_.number(Exact(part * 50)));
    }
    chart.title = course_title();
    chart.description = description();
    return chart;
  }

  bool has_below_first() const {
    for (const SeriesNode& node : series_.nodes)
      for (const SeriesPoint& point : node.points)
        if (point.point && *point.point < 1) return true;
    return false;
  }

  /// How many have a higher place at the last date than at the first, and how many a lower one.
  std::string course_title() const {
    std::size_t higher = 0, lower = 0;
    for (const SeriesNode& node : series_.nodes) {
      const std::optional<Exact>& then = node.points.front().point;
      const std::optional<Exact>& now = node.points.back().point;
      if (!node.pillar || !then || !now) continue;
      higher += *then < *now ? 1 : 0;
      lower += *now < *then ? 1 : 0;
    }
    return page_.sentence("trend.course_title",
                          {{"higher", count(higher)}, {"lower", count(lower)}});
  }

  std::string description() const {
    std::string text;
    for (const SeriesNode& node : series_.nodes) {
      if (!text.empty()) text += page_.label("words.semicolon");
      text += page_.sentence("trend.panel_text", {{"title", node_title(page_, node.pillar)},
                                                  {"then", point_text(node.points.front())},
                                                  {"now", point_text(node.points.back())}});
    }
    return page_.sentence("report.dot_description", {{"points", text}});
  }

  ReportBlock course() const {
    ReportBlock block("course-panels", "");
    if (series_.nodes.empty()) {
      block.text.paragraphs.push_back(page_.sentence("trend.nothing"));
      return block;
    }
    const TrendPanels chart = panels();
    block.chart_title = chart.title;
    block.chart = chart_view(draw_trend_panels(chart, ChartWidth::wide, "trend-panels"),
                             draw_trend_panels(chart, ChartWidth::narrow, "trend-panels-narrow"));
    block.text.note = page_.sentence(chart.breaks.empty() ? "trend.note" : "trend.note_breaks");
    block.text.table = course_table();
    return block;
  }

  std::vector<PartColumn> date_columns() const {
    std::vector<PartColumn> columns;
    for (std::size_t i = 0; i < dates_.size(); ++i)
      columns.push_back({page_.date(assessment(i).date), {}, false, false});
    return columns;
  }

  PartTable course_table() const {
    PartTable table;
    table.caption = page_.label("trend.course_caption");
    table.row_title = page_.label("report.pillar");
    table.columns = date_columns();
    std::vector<ReportScope> scopes;
    for (std::size_t i = 0; i < dates_.size(); ++i) scopes.push_back(scope_of(i));
    for (const SeriesNode& node : series_.nodes) {
      PartRow row{node_title(page_, node.pillar), {}, {}};
      for (std::size_t i = 0; i < dates_.size(); ++i)
        row.cells.push_back(course_cell(scopes[i], node.points[i]));
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  PartCell course_cell(const ReportScope& scope, const SeriesPoint& point) const {
    std::string text = reading_text(scope, point.reading);
    const bool says_point = point.reading.stage && series_.measure == Measure::number &&
                            point.point == Exact(*point.reading.stage + 1);
    if (point.point && !says_point && point_text(point) != text)
      text = page_.sentence("trend.reading", {{"reading", text}, {"point", point_text(point)}});
    return text_cell(std::move(text));
  }

  // ---- from date to date

  /// The newest first.
  std::vector<ReportBlock> steps() const {
    std::vector<ReportBlock> blocks;
    for (std::size_t i = dates_.size() - 1; i > 0; --i)
      blocks.push_back(change_block(
          scope_of(i), "since-" + iso_text(assessment(i - 1).date),
          page_.sentence("trend.step", {{"from", page_.date(assessment(i - 1).date)},
                                        {"to", page_.date(assessment(i).date)}})));
    return blocks;
  }

  // ---- KPIs

  std::optional<Exact> value_at(const Kpi& kpi, std::size_t date) const {
    const auto measured = assessment(date).kpis.find(kpi.id);
    if (measured == assessment(date).kpis.end()) return std::nullopt;
    return measured->second.value;
  }

  /// The change from the first measured value to the last, and what it means.
  PartCell kpi_change(const Kpi& kpi) const {
    std::vector<Exact> values;
    for (std::size_t i = 0; i < dates_.size(); ++i)
      if (const auto value = value_at(kpi, i)) values.push_back(*value);
    if (values.size() < 2) return missing_cell(page_);
    const Exact change = values.back() - values.front();
    const bool is_better = (change > 0) == (kpi.direction == Direction::higher_is_better);
    const char* word = change == 0 ? "trend.unchanged" : is_better ? "trend.better" : "trend.worse";
    return text_cell(page_.sentence("trend.kpi_change", {{"change", signed_number(page_, change)},
                                                         {"word", page_.label(word)}}));
  }

  ReportBlock kpis() const {
    ReportBlock block("kpi-values", "");
    PartTable table;
    table.caption = page_.label("trend.kpi_caption");
    table.row_title = page_.label("report.kpi");
    table.columns = date_columns();
    table.columns.push_back({page_.label("report.change"), {}, false, false});
    for (PartColumn& column : table.columns) column.is_number = true;
    for (const Kpi* kpi : measured_kpis(model_, dates_)) {
      const std::string unit = unit_text(page_, kpi->unit);
      PartRow row{unit.empty() ? kpi->title
                               : page_.sentence("trend.kpi_title",
                                                {{"title", kpi->title}, {"unit", unit}}),
                  {},
                  {}};
      for (std::size_t i = 0; i < dates_.size(); ++i) {
        const auto value = value_at(*kpi, i);
        row.cells.push_back(value ? text_cell(page_.number(*value)) : missing_cell(page_));
      }
      row.cells.push_back(kpi_change(*kpi));
      table.rows.push_back(std::move(row));
    }
    if (table.rows.empty())
      block.text.paragraphs.push_back(page_.sentence("trend.no_kpis"));
    else
      block.text.table = std::move(table);
    return block;
  }

  // ---- the assessments themselves

  ReportBlock assessments() const {
    ReportBlock block("dates", "");
    PartTable table;
    table.caption = page_.label("trend.assessments_caption");
    table.row_title = page_.label("report.date");
    for (const char* column : {"report.stage", "report.answered", "report.target",
                               "report.assessed_with", "report.assessor"})
      table.columns.push_back({page_.label(column), {}, false, false});
    for (std::size_t i = dates_.size(); i > 0; --i) table.rows.push_back(date_row(i - 1));
    block.text.table = std::move(table);
    return block;
  }

  PartRow date_row(std::size_t index) const {
    const AssessmentEvaluation& date = dates_[index];
    const Assessment& assessment = *date.assessment;
    const PlannedPage* report = report_page_of(page_, assessment);
    PartRow row{page_.date(assessment.date), report ? page_.href(*report) : "", {}};
    const auto text = [&](const std::string& given) {
      row.cells.push_back(given.empty() ? missing_cell(page_) : text_cell(given));
    };
    const NodeScore* whole = date.scores.overall();
    text(date.current ? stage_name(model_, *date.current) : page_.label("report.not_assessed"));
    text(whole ? page_.sentence("report.of_all",
                                {{"part", std::to_string(whole->counts.answered)},
                                 {"all", std::to_string(whole->counts.applicable())}})
               : "");
    text(date.target ? stage_name(model_, *date.target) : "");
    text(assessment.model_version);
    text(assessment.assessor);
    return row;
  }

  const PageScope& page_;
  const MaturityModel& model_;
  const std::vector<AssessmentEvaluation> dates_;
  const Series series_;
};

}  // namespace

std::vector<AssessmentEvaluation> evaluations_of(const PageScope& scope) {
  std::vector<AssessmentEvaluation> dates;
  for (const std::size_t index : scope.page().assessments)
    dates.push_back(evaluate_assessment(scope.model(), scope.project().assessments[index]));
  return dates;
}

const PlannedPage* report_page_of(const PageScope& scope, const Assessment& assessment) {
  for (const PlannedPage& page : scope.plan().pages)
    if (page.kind == PageKind::report && !page.section &&
        &scope.project().assessments[page.assessment] == &assessment)
      return &page;
  return nullptr;
}

std::vector<const Kpi*> measured_kpis(const MaturityModel& model,
                                      const std::vector<AssessmentEvaluation>& dates) {
  std::vector<const Kpi*> kpis;
  for (const Kpi& kpi : model.kpis)
    if (std::any_of(dates.begin(), dates.end(), [&](const AssessmentEvaluation& date) {
          return date.assessment->kpis.contains(kpi.id);
        }))
      kpis.push_back(&kpi);
  return kpis;
}

ValueMap trend_view(const PageScope& scope) { return TrendPage(scope).view(); }

}  // namespace stagecraft
