#pragma once

#include <vector>

#include "evaluate/evaluation.h"
#include "render/score_sheet.h"

namespace stagecraft {

// What follows from a score and is not about the answers alone: content/docs/score.md, "The table".
// No section where there is nothing to say.

/// Measured values against typical ranges, and which stages they imply.
std::vector<SheetSection> kpi_sections(const AssessmentEvaluation& evaluation);

/// What to do, in which order and when.
std::vector<SheetSection> roadmap_sections(const AssessmentEvaluation& evaluation);

/// What it is worth.
std::vector<SheetSection> roi_sections(const AssessmentEvaluation& evaluation);

}  // namespace stagecraft
