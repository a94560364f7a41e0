#include "plan/date_pages.h"

#include <algorithm>

namespace stagecraft {
namespace {

/// The date of what the page itself shows; empty when it lists other pages or has none.
std::string own_date(const Project& project, const SitePlan& plan, const PlannedPage& page) {
  if (page.kind == PageKind::portfolio) {
    std::string latest;
    for (const std::size_t i : page.assessments)
      latest = std::max(latest, iso_text(project.assessments[i].date));
    return latest;
  }
  if (page.kind == PageKind::report || page.kind == PageKind::trend ||
      page.kind == PageKind::capability_feed)
    return iso_text(project.assessments[page.assessment].date);
  if (page.kind == PageKind::record)
    return project.collections[page.collection].pages[page.record].updated;
  if (page.kind == PageKind::collection) {
    std::string latest;
    for (std::size_t i = page.record; i < page.record + page.records; ++i)
      latest = std::max(latest, project.collections[page.collection].pages[i].updated);
    return latest;
  }
  if (page.kind == PageKind::catalog || page.kind == PageKind::product ||
      page.kind == PageKind::audit) {
    const Date& date = project.catalogs[page.catalog].settings.date;
    return date.is_given() ? iso_text(date) : "";
  }
  if (page.kind == PageKind::changes) return iso_text(project.history.front().date);
  const std::optional<std::size_t> model = plan.model_of(page);
  return model ? project.models[*model].updated : "";
}

bool lists_pages(PageKind kind) {
  return kind == PageKind::home || kind == PageKind::data || kind == PageKind::a_to_z;
}

}  // namespace

void date_pages(const Project& project, SitePlan& plan) {
  std::string latest;
  for (PlannedPage& page : plan.pages) {
    page.updated = own_date(project, plan, page);
    if (page.listing == Listing::listed) latest = std::max(latest, page.updated);
  }
  for (PlannedPage& page : plan.pages)
    if (lists_pages(page.kind)) page.updated = latest;
}

bool is_of_latest_date(const SitePlan& plan, const PlannedPage& page) {
  // The home page has the latest date of all.
  return page.listing == Listing::listed && !page.updated.empty() &&
         page.updated == plan.pages.front().updated;
}

}  // namespace stagecraft
