#pragma once

#include "evaluate/comparisons.h"
#include "render/record_fields.h"

namespace stagecraft {

/// The member `evaluation` of scores and reports: what follows from the answers beyond the score
/// itself. An empty object where nothing follows. content/docs/records.md, section "evaluation".
/// `lists` is how many lists of changes are tried.
Record evaluation_record(const AssessmentEvaluation& evaluation, const Comparisons& comparisons,
                         std::size_t lists);

}  // namespace stagecraft
