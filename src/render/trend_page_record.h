#pragma once

#include "render/page_scope.h"
#include "render/record_fields.h"

namespace stagecraft {

/// The JSON twin of the page of a trend ("stagecraft/trend/1"): content/docs/records.md, "trend".
Record trend_page_record(const PageScope& scope);

}  // namespace stagecraft
