#include "render/index_views.h"

namespace stagecraft {
namespace {

/// The date of the data that `page` shows; never the date of the build.
Value updated_of(const Project& project, const PlannedPage& page) {
  switch (page.kind) {
    case PageKind::model:
    case PageKind::stage:
    case PageKind::assess:
    case PageKind::part: {
      const std::string& updated = project.models[page.model].updated;
      return updated.empty() ? Value() : Value(updated);
    }
    case PageKind::report: return iso_text(project.assessments[page.assessment].date);
    case PageKind::home:
    case PageKind::assess_embed:
    case PageKind::content:
    case PageKind::not_found: break;
  }
  return {};
}

}  // namespace

Value index_view(const Project& project, const SitePlan& plan) {
  const Url& base = project.settings.base_url;
  ValueList pages;
  for (const PlannedPage& page : plan.pages)
    if (page.listing == Listing::listed)
      pages.emplace_back(ValueMap{{"url", absolute(base, page.route).text()},
                                  {"updated", updated_of(project, page)}});
  return ValueMap{{"site", ValueMap{{"base_url", base.text()},
                                    {"sitemap", absolute(base, OutputPath("sitemap.xml")).text()}}},
                  {"pages", std::move(pages)}};
}

}  // namespace stagecraft
