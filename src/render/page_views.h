#pragma once

#include "render/page_scope.h"

namespace stagecraft {

/// What each kind of page adds to its view, under the name of the kind; see content/docs/views.md.
ValueMap home_view(const PageScope& scope);
ValueMap model_view(const PageScope& scope);
ValueMap stage_view(const PageScope& scope);
ValueMap part_view(const PageScope& scope);
ValueMap assess_view(const PageScope& scope);
ValueMap assess_results_view(const PageScope& scope);
ValueMap roi_view(const PageScope& scope);
ValueMap report_view(const PageScope& scope);
ValueMap trend_view(const PageScope& scope);
ValueMap portfolio_view(const PageScope& scope);
ValueMap content_view(const PageScope& scope);
ValueMap record_view(const PageScope& scope);
ValueMap collection_view(const PageScope& scope);
ValueMap catalog_view(const PageScope& scope);
ValueMap product_view(const PageScope& scope);
ValueMap audit_view(const PageScope& scope);
ValueMap capability_feed_view(const PageScope& scope);
ValueMap dataset_view(const PageScope& scope);
ValueMap data_view(const PageScope& scope);
ValueMap changes_view(const PageScope& scope);
ValueMap a_to_z_view(const PageScope& scope);

/// What templates call the part of the view that `kind` adds: "a_to_z". The page in a frame shows
/// what the page that is in none shows, so both have the view "assess".
std::string view_name(PageKind kind);

/// The template of a kind of page, without the end of its name: "pages/a_to_z".
std::string template_name(PageKind kind);

/// One sentence about the page; `kind` is what its kind adds to the view. Pages that list files
/// say it without.
std::string description_of(const PageScope& scope, const ValueMap& kind);

/// Structured data (schema.org) about the page; null for pages that are listed nowhere.
Value json_ld_of(const PageScope& scope, std::string_view description);

}  // namespace stagecraft
