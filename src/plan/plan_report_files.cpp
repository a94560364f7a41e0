#include "plan/plan_report_files.h"

#include <algorithm>

namespace stagecraft {
namespace {

bool has_range(const Kpi& kpi) {
  return std::any_of(kpi.typical.begin(), kpi.typical.end(), [](const TypicalValue& typical) {
    return typical.kind == TypicalKind::range;
  });
}

}  // namespace

std::vector<PlannedReportFile> plan_report_files(const Project& project,
                                                 const AssessmentSummary& summary,
                                                 const PlannedPage& page, std::size_t index) {
  const MaturityModel& model = project.models[page.model];
  const std::string folder = page.route.text().substr(1);
  std::vector<PlannedReportFile> files;
  const auto add = [&](const char* name, ReportFile file) {
    files.push_back({OutputPath(folder + name), index, file, ""});
  };
  const auto add_chart = [&](const std::string& chart) {
    files.push_back(
        {OutputPath(folder + "charts/" + chart + ".svg"), index, ReportFile::chart, chart});
  };
  if (!model.actions.empty()) {
    add("roadmap.csv", ReportFile::roadmap);
    add("roadmap.ics", ReportFile::calendar);
    add("issues.csv", ReportFile::issues);
  }
  if (!model.kpis.empty()) add("kpis.csv", ReportFile::kpis);
  if (!model.questions.empty()) add("answers.csv", ReportFile::answers);
  if (!model.stages.empty()) add_chart("ladder");
  if (!model.methods.empty()) add_chart("pillars");
  if (summary.has_open_actions) {
    add_chart("matrix");
    add_chart("timeline");
  }
  if (summary.has_roi) add_chart("worth");
  for (const Kpi& kpi : model.kpis)
    if (has_range(kpi)) add_chart("kpi-" + kpi.id.text());
  return files;
}

}  // namespace stagecraft
