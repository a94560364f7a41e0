#pragma once

#include <nlohmann/json_fwd.hpp>

#include "render/page_scope.h"

namespace stagecraft {

/// The JSON twin of a report: the assessment and everything that was computed from it
/// ("stagecraft/report/1").
nlohmann::ordered_json report_record(const PageScope& scope);

}  // namespace stagecraft
