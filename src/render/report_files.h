#pragma once

#include <string>

#include "evaluate/evaluation.h"
#include "render/page_scope.h"

namespace stagecraft {

/// Makes the files beside one report: the tables, the calendar and the charts.
/// content/docs/reports.md, "Downloads", is the contract.
class ReportFiles {
 public:
  /// `scope` is that of the whole report, and `view` what its templates see; both outlive this.
  ReportFiles(const PageScope& scope, const Value& view);

  std::string bytes_of(const PlannedReportFile& file) const;

 private:
  std::string chart(const std::string& name) const;

  const PageScope& scope_;
  const Value& view_;
  AssessmentEvaluation evaluation_;
};

/// What the file is called on the page.
std::string report_file_title(const PageScope& scope, const PlannedReportFile& file);

// The single files.
std::string roadmap_csv(const AssessmentEvaluation& evaluation);
std::string issues_csv(const PageScope& scope, const AssessmentEvaluation& evaluation);
std::string report_kpis_csv(const AssessmentEvaluation& evaluation);
std::string report_answers_csv(const PageScope& scope, const AssessmentEvaluation& evaluation);
std::string roadmap_calendar(const PageScope& scope, const AssessmentEvaluation& evaluation);

}  // namespace stagecraft
