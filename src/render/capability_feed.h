#pragma once

#include "render/page_scope.h"
#include "render/record_fields.h"

namespace stagecraft {

/// What the subject of the page of `scope` can do, for programs; content/docs/capability-feed.md
/// describes it.
Record capability_feed_record(const PageScope& scope);

/// The same in terms of schema.org.
ValueMap capability_list(const PageScope& scope);

}  // namespace stagecraft
