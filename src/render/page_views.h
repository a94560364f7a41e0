#pragma once

#include "render/page_scope.h"

namespace stagecraft {

/// What each kind of page adds to its view, under the name of the kind; see content/docs/views.md.
ValueMap home_view(const PageScope& scope);
ValueMap model_view(const PageScope& scope);
ValueMap stage_view(const PageScope& scope);
ValueMap part_view(const PageScope& scope);
ValueMap assess_view(const PageScope& scope);
ValueMap report_view(const PageScope& scope);
ValueMap content_view(const PageScope& scope);

/// Structured data (schema.org) about the page; null for pages that are listed nowhere.
Value json_ld_of(const PageScope& scope, std::string_view description);

}  // namespace stagecraft
