#include "render/report_files.h"

#include <fmt/format.h>

#include <cassert>

#include "evaluate/evaluate_project.h"
#include "render/calendar_writer.h"
#include "render/chart/standalone.h"
#include "render/report_sections.h"

namespace stagecraft {
namespace {

/// The host of the site, which ends every identifier of a calendar.
std::string host_of(const Url& url) {
  const std::string& text = url.text();
  const std::size_t begin = text.find("//") + 2;
  return text.substr(begin, text.find_first_of("/:", begin) - begin);
}

const ValueMap& map_in(const Value& value) {
  return std::get<ValueMap>(value.storage());
}

/// The wide picture of `chart`; null when there is none.
const std::string* wide_picture(const Value* chart) {
  if (!chart || chart->is_null()) return nullptr;
  return &std::get<Markup>(map_in(*chart).find("wide")->storage()).html;
}

/// The chart of the block `id`, of whichever section.
const Value* block_chart(const ValueMap& report, std::string_view id) {
  for (const Value& section : std::get<ValueList>(report.find("sections")->storage()))
    for (const Value& block : std::get<ValueList>(map_in(section).find("blocks")->storage()))
      if (*map_in(block).find("id") == Value(id)) return map_in(block).find("chart");
  return nullptr;
}

const Value* kpi_chart(const ValueMap& report, std::string_view id) {
  for (const Value& kpi : std::get<ValueList>(report.find("kpis")->storage()))
    if (*map_in(kpi).find("id") == Value(id)) return map_in(kpi).find("chart");
  return nullptr;
}

std::string action_text(const PageScope& scope, const PlannedAction& planned) {
  std::string text = planned.action->text;
  const std::string owner = planned.owner.empty() ? scope.label("words.unassigned") : planned.owner;
  if (!text.empty()) text += "\n\n";
  return text + scope.label("action.owner") + ": " + owner;
}

}  // namespace

ReportFiles::ReportFiles(const PageScope& scope, const Value& view)
    : scope_(scope),
      view_(view),
      evaluation_(evaluate_assessment(scope.model(),
                                      scope.project().assessments[scope.page().assessment])) {}

std::string ReportFiles::bytes_of(const PlannedReportFile& file) const {
  switch (file.file) {
    case ReportFile::roadmap:
      return roadmap_csv(evaluation_);
    case ReportFile::calendar:
      return roadmap_calendar(scope_, evaluation_);
    case ReportFile::issues:
      return issues_csv(scope_, evaluation_);
    case ReportFile::kpis:
      return report_kpis_csv(evaluation_);
    case ReportFile::answers:
      return report_answers_csv(scope_, evaluation_);
    case ReportFile::chart:
      return chart(file.chart);
    case ReportFile::portfolio:
      break;
  }
  assert(false && "no file of a report");
  return {};
}

std::string ReportFiles::chart(const std::string& name) const {
  constexpr std::string_view kpi_prefix = "kpi-";
  const ValueMap& report = map_in(*map_in(view_).find("report"));
  const std::string* svg = nullptr;
  if (name == "ladder" || name == "matrix")
    svg = wide_picture(report.find(name));
  else if (name.starts_with(kpi_prefix))
    svg = wide_picture(kpi_chart(report, name.substr(kpi_prefix.size())));
  else
    svg = wide_picture(block_chart(report, name == "worth" ? "worth-lines" : name));
  assert(svg && "plan_report_files plans the charts that a report has");
  const Palette plain{{255, 255, 255}, {0, 0, 0}, {60, 60, 60}};
  return standalone_svg(*svg, scope_.project().palette.value_or(plain));
}

std::string report_file_title(const PageScope& scope, const PlannedReportFile& file) {
  switch (file.file) {
    case ReportFile::roadmap:
      return scope.label("report.file_roadmap");
    case ReportFile::calendar:
      return scope.label("report.file_calendar");
    case ReportFile::issues:
      return scope.label("report.file_issues");
    case ReportFile::kpis:
      return scope.label("report.file_kpis");
    case ReportFile::answers:
      return scope.label("report.file_answers");
    case ReportFile::portfolio:
      return scope.label("portfolio.table");
    case ReportFile::chart:
      break;
  }
  constexpr std::string_view kpi_prefix = "kpi-";
  const MaturityModel& model = scope.project().models[scope.plan().pages[file.page].model];
  if (file.chart.starts_with(kpi_prefix))
    return model.find(KpiId(file.chart.substr(kpi_prefix.size())))->title;
  return scope.label("report.chart_" + file.chart);
}

std::string roadmap_calendar(const PageScope& scope, const AssessmentEvaluation& evaluation) {
  const Assessment& assessment = *evaluation.assessment;
  const std::string& subject = assessment.subject.id.text();
  const std::string host = host_of(scope.project().settings.base_url);
  CalendarWriter calendar("-//Stagecraft//Roadmap//EN",
                          scope.sentence("report.title", {{"model", scope.model().short_title},
                                                          {"client", assessment.subject.name}}),
                          assessment.date);
  for (const PlannedAction* planned : open_actions(evaluation)) {
    if (!planned->dates) continue;
    const std::string& id = planned->action->id.text();
    calendar.add({fmt::format("action-{}-{}-{}@{}", id, subject, scope.model().id.text(), host),
                  date_of(planned->dates->first), date_of(days_after(planned->dates->last, 1)),
                  planned->action->title, action_text(scope, *planned)});
  }
  for (std::size_t i = 0; i < assessment.deferred.size(); ++i) {
    const Deferral& deferral = assessment.deferred[i];
    const std::string what = !deferral.action.text().empty()     ? deferral.action.text()
                             : !deferral.question.text().empty() ? deferral.question.text()
                                                                 : deferral.pillar.text();
    const Day review = first_day(deferral.review);
    calendar.add(
        {fmt::format("review-{}-{}-{}@{}", what, subject, scope.model().id.text(), host),
         date_of(review), date_of(days_after(review, 1)),
         scope.sentence("report.review_of", {{"what", deferred_title(scope.model(), deferral)}}),
         deferral.reason});
  }
  return calendar.finish();
}

}  // namespace stagecraft
