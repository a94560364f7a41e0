#include "plan/site_plan.h"

#include <algorithm>

namespace stagecraft {
namespace {

template <class Wanted>
const PlannedPage* find_page(const std::vector<PlannedPage>& pages, const Wanted& wanted) {
  const auto found = std::find_if(pages.begin(), pages.end(), wanted);
  return found == pages.end() ? nullptr : &*found;
}

}  // namespace

const PlannedAsset* SitePlan::stylesheet() const {
  const bool has_one = !assets.empty() && assets.front().path.text().ends_with(".css");
  return has_one ? &assets.front() : nullptr;
}

const PlannedPage* SitePlan::find_model_page(std::size_t model) const {
  return find_page(pages, [&](const PlannedPage& page) {
    return page.kind == PageKind::model && page.model == model;
  });
}

const PlannedPage* SitePlan::find_stage_page(std::size_t model, std::size_t stage) const {
  return find_page(pages, [&](const PlannedPage& page) {
    return page.kind == PageKind::stage && page.model == model && page.stage == stage;
  });
}

}  // namespace stagecraft
