#pragma once

#include <vector>

#include "evaluate/evaluation.h"
#include "model/project.h"
#include "plan/site_plan.h"

namespace stagecraft {

/// The files beside the report `page`, which is the page `index` of the plan: tables, the calendar
/// and the charts that it has. Rule: content/docs/reports.md, "Downloads".
std::vector<PlannedReportFile> plan_report_files(const Project& project,
                                                 const AssessmentSummary& summary,
                                                 const PlannedPage& page, std::size_t index);

}  // namespace stagecraft
