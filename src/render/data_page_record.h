#pragma once

#include "render/page_scope.h"
#include "render/record_fields.h"

namespace stagecraft {

/// The JSON twin of the data page of `scope`; content/docs/records.md describes it.
Record data_page_record(const PageScope& scope);

}  // namespace stagecraft
