#pragma once

#include "model/assessment.h"
#include "model/benchmark.h"
#include "model/maturity_model.h"
#include "render/record_fields.h"

namespace stagecraft {

/// The JSON twin of a report: the assessment and everything that is computed from it
/// ("stagecraft/report/2"). Who the respondents are is told by role and group alone.
/// `earlier` and `benchmark` are what it is compared with; null: nothing. Requires: all were made
/// with `model`.
Record report_record(const MaturityModel& model, const Assessment& assessment,
                     const Assessment* earlier, const Benchmark* benchmark);

}  // namespace stagecraft
