#pragma once

#include "evaluate/portfolio.h"
#include "render/record_fields.h"
#include "render/score_sheet.h"

namespace stagecraft {

/// Many subjects in one record ("stagecraft/portfolio/1"): content/docs/records.md, "portfolio".
Record portfolio_record(const MaturityModel& model, const PortfolioSummary& summary);

/// The same for people.
ScoreSheet portfolio_sheet(const MaturityModel& model, const PortfolioSummary& summary);

}  // namespace stagecraft
