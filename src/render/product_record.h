#pragma once

#include "render/page_scope.h"
#include "render/record_fields.h"

namespace stagecraft {

/// The product of the page of `scope` for programs; content/docs/records.md describes it.
Record product_record(const PageScope& scope);

/// The audit of its catalog, as content/docs/audit.md describes it.
Record audit_record(const PageScope& scope);

}  // namespace stagecraft
